import { type FactData, fact } from '@parterre/contracts/facts/fact.ts';
import { SessionsEnded } from '@parterre/contracts/facts/users.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Account } from '../domain/account.ts';
import type { Dependencies } from './dependencies.ts';

type Reason = FactData<typeof SessionsEnded>['reason'];

/** Ends one session and tells whoever verifies access tokens. One that has ended before changes nothing. */
export async function endSession(
  deps: Dependencies,
  tx: Transaction,
  sessionId: string,
  reason: Reason,
  now: Date,
): Promise<void> {
  const userId = await deps.sessions.end(tx, sessionId, now);
  if (!userId) return;
  await tx.publish(fact(SessionsEnded, { userId, sessionId, reason, at: now.toISOString() }, now));
}

/**
 * Ends all sessions of an account, but for one if named, and tells whoever verifies access tokens. The account
 * must be locked.
 *
 * They tell by the moment which tokens are meant, and the clocks of two replicas differ, and a request waits for
 * locks. So the moment is one of the account's own: later than every access token of these sessions, and none is
 * issued before it from now on (see `issuedAt` in open-session.ts).
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
