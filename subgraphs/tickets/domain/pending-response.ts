import type { BookingId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { deterministicId } from '@parterre/platform/kernel/ids.ts';
import type { Rejection } from '@parterre/platform/kernel/rejection.ts';

/** The mutations of this subgraph that an idempotency key guards. */
export type KeyedOperation =
  | 'createBooking'
  | 'payBooking'
  | 'cancelBooking'
  | 'refundTickets'
  | 'checkInTicket';

/**
 * The request whose outcome a saga will write under its idempotency key: whoever asks with that key,
 * now or after a crash, is answered from there.
 */
export interface PendingResponse {
  readonly userId: UserId;
  readonly operation: KeyedOperation;
  readonly key: string;
}

/** The identifier of the booking that a request makes: it follows from the request's key. */
export function bookingIdOf({ userId, operation, key }: PendingResponse): BookingId {
  return deterministicId<'Booking'>(userId, operation, key);
}

/** A rejection as a saga keeps it. */
export type StoredRejection = Omit<Rejection, 'rejected'>;
