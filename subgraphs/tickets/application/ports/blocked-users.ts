import type { UserId } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';

/**
 * Who is blocked, as far as this subgraph has heard. A transaction that begins a booking and one that blocks its
 * buyer never run beside one another: whichever comes second sees all that the first one wrote.
 */
export interface BlockedUsers {
  /**
   * Whether the user is blocked, and stays what it is until the transaction ends. Waits for a transaction
   * that blocks this very user, and for nothing else: bookings of one buyer go on side by side.
   */
  includes(tx: Transaction, userId: UserId): Promise<boolean>;
  /** Blocks the user from here on. Returns when every booking that was just beginning is there to be seen. */
  add(tx: Transaction, userId: UserId): Promise<void>;
  /** Lets the user in again, once this transaction has committed. */
  remove(tx: Transaction, userId: UserId): Promise<void>;
}
