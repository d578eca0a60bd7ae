import { newId } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Account } from '../domain/account.ts';
import { hashSecretToken, newSecretToken, refreshTokenExpiry } from '../domain/tokens.ts';
import type { Dependencies } from './dependencies.ts';
import type { SessionId } from './ports.ts';

/** What a signed-in client gets. The refresh token is nowhere else. */
export interface SessionTokens {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
  readonly refreshTokenExpiresAt: Date;
}

/** A user with a fresh session. */
export interface SignedIn {
  readonly account: Account;
  readonly session: SessionTokens;
}

/** Opens a session in this transaction. The account must be locked or held, so that no block slips between. */
export async function openSession(
  deps: Dependencies,
  tx: Transaction,
  account: Account,
  now: Date,
): Promise<SignedIn> {
  const sessionId = newId<'Session'>();
  await deps.sessions.open(tx, {
    id: sessionId,
    userId: account.id,
    expiresAt: refreshTokenExpiry(now, deps.sessionRules, now),
    now,
  });
  return continueSession(deps, tx, account, { id: sessionId, createdAt: now }, now);
}

/**
 * Never before the moment at which all sessions of the account ended last: a token is refused when it is older.
 * The account is locked, so what it says is true until this transaction ends.
 */
function issuedAtOf({ sessionsEndedAt }: Account, now: Date): Date {
  return sessionsEndedAt && sessionsEndedAt > now ? sessionsEndedAt : now;
}

/** Gives a session its next pair of tokens, with the role that the account has now. */
export async function continueSession(
  deps: Dependencies,
  tx: Transaction,
  account: Account,
  { id: sessionId, createdAt }: { readonly id: SessionId; readonly createdAt: Date },
  now: Date,
): Promise<SignedIn> {
  const refreshToken = newSecretToken();
  const expiresAt = refreshTokenExpiry(createdAt, deps.sessionRules, now);
  const issuedAt = issuedAtOf(account, now);
  await deps.sessions.addToken(tx, {
    hash: hashSecretToken(refreshToken),
    sessionId,
    expiresAt,
    now: issuedAt,
  });
  const access = await deps.accessTokens.issue(
    { userId: account.id, role: account.role, sessionId },
    issuedAt,
  );
  return {
    account,
    session: {
      accessToken: access.token,
      accessTokenExpiresAt: access.expiresAt,
      refreshToken,
      refreshTokenExpiresAt: expiresAt,
    },
  };
}
