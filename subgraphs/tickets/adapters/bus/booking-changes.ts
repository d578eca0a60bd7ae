import type { Bus } from '@parterre/platform/bus/bus.ts';
import { createKeyFeed } from '@parterre/platform/bus/key-feed.ts';
import { followState } from '@parterre/platform/bus/resumable-streams.ts';
import type { BookingChanges } from '../../application/ports/storage.ts';

/** Changes of bookings and of cancelled events, by one tail of this subgraph's own facts: a thousand watchers cost one tail. */
export interface BookingChangesFeed extends BookingChanges {
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createBookingChanges(bus: Bus): BookingChangesFeed {
  // Every fact of this subgraph is about a booking, or a cancelled event, and has its identifier as the key.
  const feed = createKeyFeed({ bus, topic: 'tickets' });
  return {
    follow: (id, since, read, isLast) => followState({ feed, key: id, since, read, isLast }),
    start: feed.start,
    stop: feed.stop,
  };
}
