import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Account } from '../domain/account.ts';
import { hashSecretToken } from '../domain/tokens.ts';
import type { Dependencies } from './dependencies.ts';
import { endSession } from './end-sessions.ts';

/**
 * Ends the session of a refresh token or, without one, the session that the caller is signed in with. A
 * session that has ended before, and a token that nobody knows, are signed out already. The session's access
 * tokens and sockets end with it, in every gateway.
 */
export async function logout(
  deps: Dependencies,
  input: { readonly refreshToken?: string | null },
  ownSessionId: string | null,
  now: Date,
): Promise<true | Rejection<'NO_SESSION_NAMED'>> {
  const sessionId = input.refreshToken
    ? await (await deps.sessions.findToken(deps.database, hashSecretToken(input.refreshToken)))?.sessionId
    : ownSessionId;
  if (!input.refreshToken && !sessionId) {
    return reject('NO_SESSION_NAMED', 'expected a refresh token, or a request that is signed in', [
      'refreshToken',
    ]);
  }
  if (sessionId) await deps.database.transaction((tx) => endSession(deps, tx, sessionId, 'LOGOUT', now));
  return true;
}

/** Ends one of somebody's own sessions; whose it is not, for them it is not there. */
export async function endOwnSession(
  deps: Dependencies,
  caller: UserCaller,
  input: { readonly sessionId: string },
  now: Date,
): Promise<Account | Rejection<'SESSION_NOT_FOUND'>> {
  return deps.database.transaction(async (tx) => {
    const account = await deps.accounts.lock(tx, caller.userId);
    const isOwn =
      isId(input.sessionId) && (await deps.sessions.isOwn(tx, caller.userId, input.sessionId, now));
    if (!account || !isOwn) {
      const message = 'you have no such session that goes on; look at me { sessions }';
      return reject('SESSION_NOT_FOUND', message, ['sessionId']);
    }
    await endSession(deps, tx, input.sessionId, 'LOGOUT', now);
    return account;
  });
}
