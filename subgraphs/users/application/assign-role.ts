import { fact } from '@parterre/contracts/facts/fact.ts';
import { UserRoleChanged } from '@parterre/contracts/facts/users.ts';
import type { Role } from '@parterre/contracts/kernel/caller.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import { type Account, isDemotion } from '../domain/account.ts';
import type { Dependencies } from './dependencies.ts';
import { endAllSessions } from './end-sessions.ts';

export type AssignRoleRejection = Rejection<'USER_NOT_FOUND' | 'LAST_ADMINISTRATOR'>;

/**
 * Gives a user another role. A refresh carries it into the next access token; one that takes rights away
 * also ends the user's sessions, access tokens included: one that says the old role is refused from then on.
 * The server never loses its last administrator who can log in.
 */
export async function assignRole(
  deps: Dependencies,
  input: { readonly userId: UserId; readonly role: Role },
  { now }: Context,
): Promise<Account | AssignRoleRejection> {
  return deps.database.transaction(async (tx) => {
    const administrators = await deps.accounts.lockAdministrators(tx);
    const account = await deps.accounts.lock(tx, input.userId);
    if (!account) return reject('USER_NOT_FOUND', 'there is no such user', ['userId']);
    if (account.role === input.role) return account;
    if (administrators.length === 1 && administrators[0] === account.id) {
      return reject('LAST_ADMINISTRATOR', 'the server needs an administrator; make another one first', [
        'userId',
      ]);
    }
    const organizerSince = account.organizerSince ?? (input.role === 'USER' ? null : now);
    await deps.accounts.setRole(tx, account.id, input.role, organizerSince);
    if (isDemotion(account.role, input.role)) await endAllSessions(deps, tx, account, 'ROLE_CHANGED', now);
    const change = { userId: account.id, role: input.role, previousRole: account.role };
    await tx.publish(fact(UserRoleChanged, change, now));
    return { ...account, role: input.role, organizerSince };
  });
}
