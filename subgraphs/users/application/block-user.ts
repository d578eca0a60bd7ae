import { fact } from '@parterre/contracts/facts/fact.ts';
import { UserBlocked, UserUnblocked } from '@parterre/contracts/facts/users.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { faultOfText, normaliseText } from '@parterre/platform/kernel/text.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import type { Account } from '../domain/account.ts';
import type { Dependencies } from './dependencies.ts';
import { endAllSessions } from './end-sessions.ts';

const MAX_REASON_LENGTH = 500;

export type BlockUserRejection = Rejection<'USER_NOT_FOUND' | 'INVALID_REASON' | 'LAST_ADMINISTRATOR'>;
export type UnblockUserRejection = Rejection<'USER_NOT_FOUND'>;

/** Blocks a user and ends all sessions. Blocking who is blocked changes nothing, also not the reason. */
export async function blockUser(
  deps: Dependencies,
  input: { readonly userId: UserId; readonly reason: string },
  { now }: Context,
): Promise<Account | BlockUserRejection> {
  // It may have come in several lines; it is published in one.
  const inOneLine = input.reason.replaceAll(/\s+/g, ' ');
  const fault = faultOfText(inOneLine, MAX_REASON_LENGTH);
  if (fault !== null) return reject('INVALID_REASON', `expected a reason ${fault}`, ['reason']);
  const reason = normaliseText(inOneLine);
  return deps.database.transaction(async (tx) => {
    const administrators = await deps.accounts.lockAdministrators(tx);
    const account = await deps.accounts.lock(tx, input.userId);
    if (!account) return reject('USER_NOT_FOUND', 'there is no such user', ['userId']);
    if (account.isBlocked) return account;
    if (administrators.length === 1 && administrators[0] === account.id) {
      return reject('LAST_ADMINISTRATOR', 'the server needs an administrator; make another one first', [
        'userId',
      ]);
    }
    await deps.accounts.setBlocked(tx, account.id, { reason, at: now });
    await endAllSessions(deps, tx, account, 'USER_BLOCKED', now);
    await tx.publish(fact(UserBlocked, { userId: account.id, reason }, now));
    return { ...account, isBlocked: true };
  });
}

/** Unblocks a user, who can log in again. The sessions that the block ended stay ended. */
export async function unblockUser(
  deps: Dependencies,
  input: { readonly userId: UserId },
  { now }: Context,
): Promise<Account | UnblockUserRejection> {
  return deps.database.transaction(async (tx) => {
    const account = await deps.accounts.lock(tx, input.userId);
    if (!account) return reject('USER_NOT_FOUND', 'there is no such user', ['userId']);
    if (!account.isBlocked) return account;
    await deps.accounts.setBlocked(tx, account.id, null);
    await tx.publish(fact(UserUnblocked, { userId: account.id }, now));
    return { ...account, isBlocked: false };
  });
}
