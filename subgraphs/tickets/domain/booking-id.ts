import type { BookingId } from '@parterre/contracts/kernel/ids.ts';
import { deterministicId } from '@parterre/platform/kernel/ids.ts';
import type { PendingResponse } from './pending-response.ts';

/** The identifier of the booking that a request makes: it follows from the request's key. */
export function bookingIdOf({ userId, operation, key }: PendingResponse): BookingId {
  return deterministicId<'Booking'>(userId, operation, key);
}
