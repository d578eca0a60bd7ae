import { readFact } from '@parterre/contracts/facts/fact.ts';
import { NotificationAdded } from '@parterre/contracts/facts/notifications.ts';
import type { NotificationId } from '@parterre/contracts/kernel/ids.ts';
import type { Bus } from '@parterre/platform/bus/bus.ts';
import { createKeyFeed } from '@parterre/platform/bus/key-feed.ts';
import { followFacts } from '@parterre/platform/bus/resumable-streams.ts';
import type { NotificationFeed } from '../../application/ports.ts';

/** New notifications, by one tail of this subgraph's own facts: a thousand watchers cost one tail. */
export interface TailedNotificationFeed extends NotificationFeed {
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createNotificationFeed(bus: Bus): TailedNotificationFeed {
  // Every fact of this subgraph is about a user's mail and has the user's identifier as the key.
  const feed = createKeyFeed({ bus, topic: 'notifications' });
  return {
    follow: (userId, since, read, newest) =>
      followFacts({
        feed,
        key: userId,
        since,
        read: (fact) => {
          if (fact.type !== NotificationAdded.type) return undefined;
          const { notificationId } = readFact(NotificationAdded, fact);
          return read(notificationId as NotificationId);
        },
        restart: newest,
      }),
    start: feed.start,
    stop: feed.stop,
  };
}
