import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Rejection } from '@parterre/platform/kernel/rejection.ts';

/** The mutations of this subgraph that an idempotency key guards. */
export type KeyedOperation = 'createBooking' | 'payBooking' | 'cancelBooking' | 'refundTickets';

/**
 * The request whose outcome a saga will write under its idempotency key: whoever asks with that key,
 * now or after a crash, is answered from there.
 */
export interface PendingResponse {
  readonly userId: UserId;
  readonly operation: KeyedOperation;
  readonly key: string;
}

/** A rejection as a saga keeps it. */
export type StoredRejection = Omit<Rejection, 'rejected'>;
