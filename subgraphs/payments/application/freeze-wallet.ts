import type { UserId } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Books } from './books.ts';

/**
 * A user was blocked. Nothing that has to do with money is lost: the wallet stays, what is set aside is
 * captured or given back as its booking goes, refunds land. Only new top-ups and authorizations are refused.
 */
export async function freezeWallet(books: Books, tx: Transaction, userId: UserId, now: Date): Promise<void> {
  // The consumer that opens wallets may be behind this one.
  await books.wallets.open(tx, userId, books.currency, now);
  await books.wallets.freeze(tx, userId, now);
}

/** A user was let in again, and so is the money. */
export async function thawWallet(books: Books, tx: Transaction, userId: UserId, now: Date): Promise<void> {
  await books.wallets.open(tx, userId, books.currency, now);
  await books.wallets.freeze(tx, userId, null);
}
