import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { type Account, emptyAccount } from '../domain/account.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * The accounts of these users, in their order. Everybody has one: that of a user whose registration has not
 * come through to this subgraph yet is empty.
 */
export async function accountsOf(deps: Dependencies, userIds: readonly UserId[]): Promise<Account[]> {
  const opened = new Map((await deps.accounts.findOf(userIds)).map((account) => [account.userId, account]));
  return userIds.map((userId) => opened.get(userId) ?? emptyAccount(userId));
}
