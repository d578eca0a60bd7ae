import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import { hashSecretToken, isInGrace, sessionEnd } from '../domain/tokens.ts';
import type { Dependencies } from './dependencies.ts';
import { endOneSession } from './end-sessions.ts';
import { continueSession, type SignedIn } from './open-session.ts';

export type RefreshSessionRejection = Rejection<'INVALID_REFRESH_TOKEN'>;

/**
 * Exchanges a refresh token for the next pair. The token that was used last works again for some seconds: its answer
 * may have been lost, or two tabs asked at once. It then gives a sister of the first answer; whichever of them is used
 * first uses up the others. So a thief gains nothing by the grace: the next refresh of either shows the other one up.
 * A token that comes later has been stolen, or its thief was here first: either way the whole session ends.
 */
export async function refreshSession(
  deps: Dependencies,
  input: { readonly refreshToken: string },
  { now }: Context,
): Promise<SignedIn | RefreshSessionRejection> {
  const hash = hashSecretToken(input.refreshToken);
  return deps.database.transaction(async (tx) => {
    const token = await deps.sessions.findToken(hash, tx);
    if (!token) return invalid();
    const { sessionId, userId } = token;
    // Account before session: everybody who ends sessions locks in this order. All that follows is decided under both
    // locks, so of many who use one token at one time each sees what the one before did.
    const account = await deps.accounts.lock(tx, userId);
    const session = await deps.sessions.lockLive(tx, sessionId, now);
    if (!account || account.isBlocked || !session) return invalid();
    const use = await deps.sessions.useToken(tx, { hash, sessionId, now });
    if (use.usedAt && (use.isOutdated || !isInGrace(use.usedAt, deps.sessionRules, now))) {
      await endOneSession(deps, tx, sessionId, 'REFRESH_TOKEN_REUSED', now);
      deps.logger.warn({ sessionId, userId }, 'a used refresh token came again: its session is ended');
      return invalid();
    }
    if (use.expiresAt <= now || sessionEnd(session.createdAt, deps.sessionRules) <= now) return invalid();
    return continueSession(deps, tx, account, { id: sessionId, ...session }, now);
  });
}

function invalid(): RefreshSessionRejection {
  return reject(
    'INVALID_REFRESH_TOKEN',
    'expected the newest refresh token of a session that goes on; log in again',
    ['refreshToken'],
  );
}
