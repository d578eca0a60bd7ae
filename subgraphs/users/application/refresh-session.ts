import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { hashRefreshToken } from '../domain/refresh-token.ts';
import { endSession } from './end-sessions.ts';
import { continueSession, type SignedIn } from './open-session.ts';
import type { UsersRoom } from './ports/users-room.ts';

export type RefreshSessionRejection = Rejection<'INVALID_REFRESH_TOKEN'>;

/**
 * Exchanges a refresh token for the next pair. A token that comes a second time has been stolen, or its
 * thief was here first: either way the whole session ends. There is no time of grace, also not for two
 * requests at once, because a thief could use it as well; a client sends one refresh at a time.
 */
export async function refreshSession(
  room: UsersRoom,
  input: { readonly refreshToken: string },
  now: Date,
): Promise<SignedIn | RefreshSessionRejection> {
  return room.database.transaction(async (tx) => {
    const claim = await room.sessions.claimToken(tx, hashRefreshToken(input.refreshToken), now);
    if (claim.kind === 'unknown') return invalid();
    if (claim.kind === 'used') {
      await endSession(room, tx, claim.sessionId, 'REFRESH_TOKEN_REUSED', now);
      room.logger.warn(
        { sessionId: claim.sessionId, userId: claim.userId },
        'a used refresh token came again: its session is ended',
      );
      return invalid();
    }
    // Account before session: everybody who ends sessions locks in this order.
    const account = await room.accounts.lock(tx, claim.userId);
    const goesOn = await room.sessions.isLive(tx, claim.sessionId, now);
    if (!account || account.isBlocked || !goesOn || claim.expiresAt <= now) return invalid();
    return continueSession(room, tx, account, claim.sessionId, now);
  });
}

function invalid(): RefreshSessionRejection {
  return reject(
    'INVALID_REFRESH_TOKEN',
    'expected the newest refresh token of a session that goes on; sign in again',
    ['refreshToken'],
  );
}
