import { fact } from '@parterre/contracts/facts/fact.ts';
import { UserUnblocked } from '@parterre/contracts/facts/users.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Account } from '../domain/account.ts';
import type { Dependencies } from './dependencies.ts';

export type UnblockUserRejection = Rejection<'USER_NOT_FOUND'>;

/** Lets a blocked user sign in again. The sessions that the block ended stay ended. */
export async function unblockUser(
  deps: Dependencies,
  input: { readonly userId: UserId },
  now: Date,
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
