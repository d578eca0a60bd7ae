import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { hashRefreshToken } from '../domain/refresh-token.ts';
import { endSession } from './end-sessions.ts';
import type { UsersRoom } from './ports/users-room.ts';

/**
 * Ends the session of a refresh token or, without one, the session that the asker is signed in with. A
 * session that has ended before, and a token that nobody knows, are signed out already. The session's access
 * tokens and sockets end with it, in every gateway.
 */
export async function logout(
  room: UsersRoom,
  input: { readonly refreshToken?: string | null },
  ownSessionId: string | null,
  now: Date,
): Promise<true | Rejection<'NO_SESSION_NAMED'>> {
  const sessionId = input.refreshToken
    ? await room.sessions.sessionOf(room.database, hashRefreshToken(input.refreshToken))
    : ownSessionId;
  if (!input.refreshToken && !sessionId) {
    return reject('NO_SESSION_NAMED', 'expected a refresh token, or a request that is signed in', [
      'refreshToken',
    ]);
  }
  if (sessionId) await room.database.transaction((tx) => endSession(room, tx, sessionId, 'LOGOUT', now));
  return true;
}
