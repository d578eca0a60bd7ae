import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Account } from '../domain/account.ts';
import type { Dependencies } from './dependencies.ts';

/** The accounts of these users, in their order; null where there is none. */
export async function accountsOf(
  deps: Dependencies,
  userIds: readonly UserId[],
): Promise<(Account | null)[]> {
  const found = new Map((await deps.accounts.findMany(userIds)).map((account) => [account.id, account]));
  return userIds.map((userId) => found.get(userId) ?? null);
}

/**
 * Whether a user is an administrator as the database knows them now. An access token says for ten minutes what was
 * true when it was signed; where rights are given and taken, that is too long.
 */
export async function isCurrentAdmin(deps: Dependencies, userId: UserId): Promise<boolean> {
  const account = await deps.accounts.find(userId);
  return account?.role === 'ADMIN' && !account.isBlocked;
}

/** Who has a nickname, in any case; never by a mail address. */
export async function userWithNickname(deps: Dependencies, nickname: string): Promise<UserId | null> {
  if (nickname.includes('@')) return null;
  return (await deps.accounts.findByLogin(nickname))?.id ?? null;
}

/** Whether a user's mail address is confirmed; not where there is no such user. */
export async function isEmailConfirmed(deps: Dependencies, userId: UserId): Promise<boolean> {
  return (await deps.accounts.find(userId))?.emailConfirmedAt != null;
}
