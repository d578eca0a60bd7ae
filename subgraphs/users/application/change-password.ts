import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import type { Account } from '../domain/account.ts';
import { parsePassword } from '../domain/password.ts';
import { type ClientContext, checkPassword } from './check-password.ts';
import type { Dependencies } from './dependencies.ts';
import { endAllSessions } from './end-sessions.ts';

export type ChangePasswordRejection = Rejection<
  'WRONG_PASSWORD' | 'INVALID_PASSWORD' | 'TOO_MANY_ATTEMPTS' | 'TRY_AGAIN'
>;

/** Sets a new password and ends every other session, at once: whoever knew the old one is out. */
export async function changePassword(
  deps: Dependencies,
  input: { readonly currentPassword: string; readonly newPassword: string },
  context: UserContext & ClientContext,
): Promise<Account | ChangePasswordRejection> {
  const { caller, now } = context;
  const newPassword = parsePassword(input.newPassword, 'newPassword');
  if (isRejection(newPassword)) return newPassword;
  // Hashed before the transaction: a slow hash must not keep a connection and a lock waiting.
  const passwordHash = await deps.passwords.hash(newPassword);
  if (isRejection(passwordHash)) return passwordHash;
  const account = await deps.accounts.find(caller.userId);
  const outcome = await checkPassword(
    deps,
    { login: caller.userId, account, password: input.currentPassword },
    context,
    async (tx, locked) => {
      await deps.accounts.setPassword(tx, locked.id, passwordHash);
      // Only a session that goes on can be let go on: the token that came along may be of one that has ended.
      const goesOn =
        isId<'Session'>(caller.sessionId) &&
        (await deps.sessions.lockLive(tx, caller.sessionId, now)) !== null;
      const exceptSessionId = goesOn ? caller.sessionId : undefined;
      await endAllSessions(deps, tx, locked, 'PASSWORD_CHANGED', now, exceptSessionId);
      return locked;
    },
  );
  if (!isRejection(outcome)) return outcome;
  if (outcome.code !== 'WRONG') return reject(outcome.code, outcome.message);
  return reject('WRONG_PASSWORD', 'expected your password until now, got another one', ['currentPassword']);
}
