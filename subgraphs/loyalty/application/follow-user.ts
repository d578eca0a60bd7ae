import type { UserId } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Books } from './books.ts';

/** Somebody registered: there is an account from now on. */
export async function openAccount(books: Books, tx: Transaction, userId: UserId, now: Date): Promise<void> {
  await books.accounts.lock(tx, userId, now);
}

/** A user was blocked: no points are spent until the account is thawed. */
export async function freezeAccount(books: Books, tx: Transaction, userId: UserId, now: Date): Promise<void> {
  await books.accounts.lock(tx, userId, now);
  await books.accounts.freeze(tx, userId, now);
}

/** A user was let in again. */
export async function thawAccount(books: Books, tx: Transaction, userId: UserId, now: Date): Promise<void> {
  await books.accounts.lock(tx, userId, now);
  await books.accounts.freeze(tx, userId, null);
}
