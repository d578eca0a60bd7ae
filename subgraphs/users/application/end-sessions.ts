import { type FactData, fact } from '@parterre/contracts/facts/fact.ts';
import { SessionsEnded } from '@parterre/contracts/facts/users.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Context, JobContext, UserContext } from '@parterre/platform/service/use-case.ts';
import type { Account } from '../domain/account.ts';
import { hashSecretToken } from '../domain/tokens.ts';
import type { Dependencies } from './dependencies.ts';
import type { SessionId } from './ports.ts';

/** Rows of each kind that one run of `pruneSessions` deletes. */
const BATCH = 1_000;

type Reason = FactData<typeof SessionsEnded>['reason'];

/**
 * Ends the session of a refresh token or, without one, the session that the caller is signed in with. A
 * session that has ended before, and a token that nobody knows, are signed out already. The session's access
 * tokens and sockets end with it, in every gateway.
 */
export async function logout(
  deps: Dependencies,
  { refreshToken }: { readonly refreshToken?: string | null },
  { caller, now }: Context & { readonly caller: Caller },
): Promise<true | Rejection<'NO_SESSION_NAMED'>> {
  const sessionId = refreshToken
    ? (await deps.sessions.findToken(hashSecretToken(refreshToken)))?.sessionId
    : sessionOf(caller);
  if (!refreshToken && !sessionId) {
    return reject('NO_SESSION_NAMED', 'expected a refresh token, or a request that is signed in', [
      'refreshToken',
    ]);
  }
  if (sessionId) await deps.database.transaction((tx) => endOneSession(deps, tx, sessionId, 'LOGOUT', now));
  return true;
}

function sessionOf(caller: Caller): SessionId | null {
  return caller.kind === 'user' && isId<'Session'>(caller.sessionId) ? caller.sessionId : null;
}

/** Ends one of the caller's own sessions; whose it is not, for them it is not there. */
export async function endSession(
  deps: Dependencies,
  { sessionId }: { readonly sessionId: string },
  { caller, now }: UserContext,
): Promise<Account | Rejection<'SESSION_NOT_FOUND'>> {
  return deps.database.transaction(async (tx) => {
    const account = await deps.accounts.lock(tx, caller.userId);
    const isOwn =
      isId<'Session'>(sessionId) && (await deps.sessions.isOwn(tx, caller.userId, sessionId, now));
    if (!account || !isOwn) {
      const message = 'you have no such session that goes on; look at me { sessions }';
      return reject('SESSION_NOT_FOUND', message, ['sessionId']);
    }
    await endOneSession(deps, tx, sessionId, 'LOGOUT', now);
    return account;
  });
}

/** Ends one session and publishes it to whoever verifies access tokens. One that has ended before changes nothing. */
export async function endOneSession(
  deps: Dependencies,
  tx: Transaction,
  sessionId: SessionId,
  reason: Reason,
  now: Date,
): Promise<void> {
  const userId = await deps.sessions.end(tx, sessionId, now);
  if (!userId) return;
  await tx.publish(fact(SessionsEnded, { userId, sessionId, reason, at: now.toISOString() }, now));
}

/**
 * Ends all sessions of an account, but for one if named, and publishes it to whoever verifies access tokens. The
 * account must be locked.
 *
 * They see by the moment which tokens are meant, and the clocks of two replicas differ, and a request waits for
 * locks. So the moment is one of the account's own: later than every access token of these sessions, and none is
 * issued before it from now on (see `issuedAtOf` in open-session.ts).
 */
export async function endAllSessions(
  deps: Dependencies,
  tx: Transaction,
  account: Account,
  reason: Reason,
  now: Date,
  exceptSessionId?: string,
): Promise<void> {
  const { count, lastIssuedAt } = await deps.sessions.endAll(tx, account.id, now, exceptSessionId);
  if (count === 0) return;
  const at = new Date(Math.max(now.getTime(), (lastIssuedAt?.getTime() ?? 0) + 1));
  await deps.accounts.setSessionsEnded(tx, account.id, at);
  const ending = { userId: account.id, exceptSessionId, reason, at: at.toISOString() };
  await tx.publish(fact(SessionsEnded, ending, now));
}

/**
 * Deletes sessions whose last refresh token has expired, failed logins that no limit counts any more, addresses that
 * are no longer known, tokens from mails that have expired, and requests for mails that no limit counts any more.
 * Answers how many rows it deleted.
 */
export async function pruneSessions(deps: Dependencies, { now }: JobContext): Promise<number> {
  let pruned = 0;
  for (const rows of [deps.sessions, deps.failedLogins, deps.passwordResets, deps.mailRequests]) {
    pruned += await rows.prune(now, BATCH);
  }
  return pruned;
}
