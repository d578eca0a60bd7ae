import type { Bus } from '@parterre/platform/bus/bus.ts';
import { createKeyFeed } from '@parterre/platform/bus/key-feed.ts';
import { followState } from '@parterre/platform/bus/resumable-streams.ts';
import type { CancellationChanges } from '../../application/ports/cancellations.ts';
import type { BookingChanges } from '../../application/ports/storage.ts';

/** Changes of bookings and of cancelled events, by one tail of this subgraph's own facts: a thousand watchers cost one tail. */
export interface BookingChangesFeed extends BookingChanges, CancellationChanges {
  start(): Promise<void>;
  stop(): Promise<void>;
  follow: BookingChanges['follow'] & CancellationChanges['follow'];
}

export function createBookingChanges(bus: Bus): BookingChangesFeed {
  // Every fact of this subgraph is about a booking, or a cancelled event, and has its identifier as the key.
  const feed = createKeyFeed({ bus, topic: 'tickets' });
  return {
    follow: <Value>(
      id: string,
      since: string | null,
      read: () => Promise<Value>,
      isLast: (value: Value) => boolean,
    ) => followState({ feed, key: id, since, read, isLast }),
    start: feed.start,
    stop: feed.stop,
  };
}
