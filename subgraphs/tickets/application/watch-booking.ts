import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { Positioned } from '@parterre/platform/kernel/log-cursor.ts';
import type { Booking } from '../domain/booking.ts';
import type { BookingChanges, BookingReads } from './ports/storage.ts';

/** A booking as somebody may see it, and where the message stands; a booking that cannot be has no place. */
export type BookingMessage = Positioned<Booking | null> | { readonly value: null };

/**
 * A booking as the caller may see it, now and after every change; with `since` only what that cursor does not
 * hold. Null, once, and then the end, where the caller may see none.
 */
export function watchBooking({ reads, changes }: { reads: BookingReads; changes: BookingChanges }) {
  return (
    caller: Caller,
    id: string,
    since: string | null,
  ): AsyncIterableIterator<BookingMessage, undefined> => {
    if (!isId<'Booking'>(id)) return once({ value: null });
    const read = async () => {
      const [booking] = await reads.bookings([id]);
      return booking && mayActFor(caller, booking.userId) ? booking : null;
    };
    return changes.follow(id, since, read, (booking) => booking === null);
  };
}

async function* once<Value>(value: Value): AsyncGenerator<Value, undefined> {
  yield value;
}
