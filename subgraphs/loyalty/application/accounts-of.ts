import type { UserId } from '@parterre/platform/kernel/ids.ts';
import { type Account, emptyAccount } from '../domain/account.ts';
import type { Books } from './books.ts';

/**
 * The accounts of these users, in their order. Everybody has one: that of a user whose registration has not
 * come through to this room yet is empty.
 */
export async function accountsOf(books: Books, userIds: readonly UserId[]): Promise<Account[]> {
  const opened = new Map((await books.accounts.findOf(userIds)).map((account) => [account.userId, account]));
  return userIds.map((userId) => opened.get(userId) ?? emptyAccount(userId));
}
