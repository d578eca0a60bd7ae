import type { UserId } from '@parterre/platform/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/platform/kernel/money.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Wallet } from '../../domain/wallet.ts';

/** The wallets, one a user. */
export interface Wallets {
  /** Opens an empty wallet with its two accounts, unless the user has one. */
  open(tx: Transaction, userId: UserId, currency: CurrencyCode, now: Date): Promise<void>;

  /**
   * The user's wallet, locked until the transaction ends; null when there is none. Whoever moves money of a
   * wallet, or decides about a payment from it, locks it first: that is the order in which all things happen to it.
   */
  lock(tx: Transaction, userId: UserId): Promise<Wallet | null>;

  /** Freezes a wallet (since when), or thaws it (null). */
  freeze(tx: Transaction, userId: UserId, since: Date | null): Promise<void>;

  /** The wallets that exist of these users, in any order. */
  findOf(userIds: readonly UserId[]): Promise<Wallet[]>;
}
