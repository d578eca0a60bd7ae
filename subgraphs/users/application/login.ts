import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { type ClientContext, checkPassword } from './check-password.ts';
import type { Dependencies } from './dependencies.ts';
import { openSession, type SignedIn } from './open-session.ts';

export type LoginRejection = Rejection<
  'WRONG_CREDENTIALS' | 'ACCOUNT_BLOCKED' | 'TOO_MANY_ATTEMPTS' | 'TRY_AGAIN'
>;

/** Logs in by nickname or mail address. That an account is blocked is said only to who knows its password. */
export async function login(
  deps: Dependencies,
  input: { readonly login: string; readonly password: string },
  context: ClientContext,
): Promise<SignedIn | LoginRejection> {
  const account = await deps.accounts.findByLogin(input.login);
  const outcome = await checkPassword<SignedIn | LoginRejection>(
    deps,
    { ...input, account },
    context,
    async (tx, locked) =>
      locked.isBlocked
        ? reject('ACCOUNT_BLOCKED', 'this account is blocked; ask an administrator')
        : openSession(deps, tx, locked, context.now),
  );
  if (!isRejection(outcome)) return outcome;
  if (outcome.code !== 'WRONG') return reject(outcome.code, outcome.message);
  return reject('WRONG_CREDENTIALS', 'there is no account with this login and this password');
}
