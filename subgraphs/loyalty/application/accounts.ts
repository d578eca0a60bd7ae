import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { FactContext } from '@parterre/platform/service/use-case.ts';
import { type Account, emptyAccount } from '../domain/account.ts';
import type { Dependencies } from './dependencies.ts';

interface OfUser {
  readonly userId: UserId;
}

/** Somebody registered: there is an account from now on. */
export async function openAccount(deps: Dependencies, { userId }: OfUser, { tx, now }: FactContext) {
  await deps.accounts.lock(tx, userId, now);
}

/** A user was blocked: no points are spent until the account is unfrozen. */
export async function freezeAccount(deps: Dependencies, { userId }: OfUser, { tx, now }: FactContext) {
  await deps.accounts.lock(tx, userId, now);
  await deps.accounts.freeze(tx, userId, now);
}

/** A user was let in again. */
export async function unfreezeAccount(deps: Dependencies, { userId }: OfUser, { tx, now }: FactContext) {
  await deps.accounts.lock(tx, userId, now);
  await deps.accounts.freeze(tx, userId, null);
}

/**
 * The accounts of these users, in their order. Everybody has one: that of a user whose registration has not
 * come through to this subgraph yet is empty.
 */
export async function accountsOf(deps: Dependencies, userIds: readonly UserId[]): Promise<Account[]> {
  const opened = new Map((await deps.accounts.findOf(userIds)).map((account) => [account.userId, account]));
  return userIds.map((userId) => opened.get(userId) ?? emptyAccount(userId));
}
