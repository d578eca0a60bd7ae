import type { BookingId } from '@parterre/platform/kernel/ids.ts';
import type { Positioned } from '@parterre/platform/kernel/log-cursor.ts';

/** Tells when something has happened to a booking, in whatever process it happened. */
export interface BookingChanges {
  /**
   * What `read` answers, now and after every change; changes that come together are one message. It ends
   * after a value for which `isLast` is true. With `since`, the cursor of a message seen before, the first
   * message comes only when something has changed after it, or says that it starts anew.
   */
  follow<Value>(
    id: BookingId,
    since: string | null,
    read: () => Promise<Value>,
    isLast: (value: Value) => boolean,
  ): AsyncIterableIterator<Positioned<Value>, undefined>;
}
