import { type Asker, mayActFor } from '@parterre/platform/kernel/asker.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { Booking } from '../domain/booking.ts';
import type { BookingChanges } from './ports/booking-changes.ts';
import type { BookingReads } from './ports/booking-reads.ts';

/**
 * A booking as the asker may see it, now and after every change. Null, once, and then the end, where the
 * asker may see none. A plain iterator and no generator, so that `return` takes effect while `next` waits.
 */
export function watchBooking({ reads, changes }: { reads: BookingReads; changes: BookingChanges }) {
  return (asker: Asker, id: string): AsyncIterableIterator<Booking | null> => {
    if (!isId<'Booking'>(id)) return once(null);
    // Watched before it is read, so that no change falls between the two.
    const watch = changes.watch(id);
    let isFirst = true;

    return {
      async next() {
        if (!isFirst && !(await watch.next())) return { done: true, value: undefined };
        isFirst = false;
        const [booking] = await reads.bookings([id]);
        const visible = booking && mayActFor(asker, booking.userId) ? booking : null;
        if (!visible) watch.return();
        return { done: false, value: visible };
      },
      async return() {
        watch.return();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  };
}

async function* once<Value>(value: Value): AsyncGenerator<Value, undefined> {
  yield value;
}
