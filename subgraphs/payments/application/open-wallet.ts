import type { UserId } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Books } from './books.ts';

/** Somebody registered: there is a wallet from now on. Opening it twice changes nothing. */
export async function openWallet(books: Books, tx: Transaction, userId: UserId, now: Date): Promise<void> {
  await books.wallets.open(tx, userId, books.currency, now);
}
