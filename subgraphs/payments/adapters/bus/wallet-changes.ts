import type { Bus } from '@parterre/platform/bus/bus.ts';
import { createKeyFeed } from '@parterre/platform/bus/key-feed.ts';
import { followState } from '@parterre/platform/bus/resumable-streams.ts';
import type { WalletChanges } from '../../application/ports.ts';

/** Changes of wallets, by one tail of this subgraph's own facts: a thousand watchers cost one tail. */
export interface WalletChangesFeed extends WalletChanges {
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createWalletChanges(bus: Bus): WalletChangesFeed {
  // Every fact of this subgraph is about a user's money and has the user's identifier as the key.
  const feed = createKeyFeed({ bus, topic: 'payments' });
  return {
    follow: (userId, since, read) => followState({ feed, key: userId, since, read }),
    start: feed.start,
    stop: feed.stop,
  };
}
