import { AccessTokenRefused, verifyAccessToken } from '@parterre/platform/auth/access-tokens.ts';
import { serviceUnavailable, unauthenticated } from '@parterre/platform/graphql/errors.ts';
import { type Nobody, nobody, type Person } from '@parterre/platform/kernel/asker.ts';
import type { Clock } from '@parterre/platform/kernel/clock.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { EndedSessions } from './ended-sessions.ts';
import type { Keys } from './keys.ts';

/** Who sent something, and until when that is true. */
export type SignedIn =
  | { readonly asker: Nobody }
  | { readonly asker: Person; readonly issuedAt: Date; readonly expiresAt: Date };

export interface SignIn {
  /**
   * Reads the text of an Authorization header. Absent means nobody; a token that is not accepted is an
   * error, never nobody: a client that believes to be signed in must learn that it is not.
   *
   * @throws UNAUTHENTICATED, or SERVICE_UNAVAILABLE when the keys to verify it with cannot be had.
   */
  identify(authorization: string | undefined): Promise<SignedIn>;
  /** Whether somebody who was let in has had their sessions ended since. */
  isRefused(signedIn: SignedIn): boolean;
}

export interface SignInOptions {
  readonly keys: Keys;
  readonly endedSessions: Pick<EndedSessions, 'refuses'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

const LONGEST_TOKEN = 4_096;
const bearer = /^Bearer +([^\s]+)$/i;

export function createSignIn({ keys, endedSessions, clock, logger }: SignInOptions): SignIn {
  const isRefused = (signedIn: SignedIn) =>
    signedIn.asker.kind === 'person' &&
    'issuedAt' in signedIn &&
    endedSessions.refuses(signedIn.asker.userId, signedIn.issuedAt);

  return {
    isRefused,
    async identify(authorization) {
      if (authorization === undefined || authorization === '') return { asker: nobody };
      const { person, issuedAt, expiresAt } = await verify(tokenIn(authorization));
      const signedIn = { asker: person, issuedAt, expiresAt };
      if (isRefused(signedIn)) throw unauthenticated('this session has been ended by an administrator');
      return signedIn;
    },
  };

  async function verify(token: string) {
    try {
      return await verifyAccessToken(token, (kid) => keys.find(kid), clock.now());
    } catch (error) {
      if (error instanceof AccessTokenRefused) throw unauthenticated(error.message);
      logger.error({ error }, 'could not verify an access token');
      throw serviceUnavailable('nobody can be signed in at this moment; try again in a moment');
    }
  }
}

function tokenIn(authorization: string): string {
  const token = bearer.exec(authorization.slice(0, LONGEST_TOKEN + 1))?.[1];
  if (token && authorization.length <= LONGEST_TOKEN) return token;
  throw unauthenticated('expected an Authorization of the form "Bearer <access token>"');
}
