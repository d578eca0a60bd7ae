import type { UserId } from '@parterre/platform/kernel/ids.ts';

/** What the users room knows of who buys. */
export interface Buyers {
  /** Whether the buyer's mail address is confirmed; 'unknown' when the room does not answer. */
  isEmailConfirmed(userId: UserId): Promise<boolean | 'unknown'>;
}
