import type { UserId } from '@parterre/platform/kernel/ids.ts';

/** What the users subgraph knows of who buys. */
export interface Buyers {
  /** Whether the buyer's mail address is confirmed; 'unknown' when the subgraph does not answer. */
  isEmailConfirmed(userId: UserId): Promise<boolean | 'unknown'>;
}
