import { serviceUnavailable, unauthenticated } from '@parterre/platform/graphql/errors.ts';
import type { Clock } from '@parterre/platform/kernel/clock.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { JWK, JWTPayload } from 'jose';
import type { AuthenticatedCaller, Caller } from '../caller.ts';
import { type EndedSessions, watchEndedSessions } from './ended-sessions.ts';
import { createKeys, type KeySource } from './keys.ts';
import type { Ending, Revocations } from './revocations.ts';
import { createTokenVerifier, TokenRefused, type TokenRules } from './token-verifier.ts';

/** What a product decides about its callers. */
export interface AuthenticationOptions<Identity = unknown> {
  readonly keys: KeySource;
  readonly tokens: TokenRules;
  /** Who these verified claims speak for; undefined when they lack something, and then the token is refused. */
  callerOf(claims: JWTPayload): IdentifiedCaller<Identity> | undefined;
  /** What the data sources get to know of somebody without a token. */
  readonly anonymousIdentity: Identity;
  /** Absent: a token is good until it expires. */
  readonly revocations?: Revocations;
  /** Replaces the usual words. */
  readonly messages?: Partial<AuthenticationMessages>;
}

export type IdentifiedCaller<Identity = unknown> = Pick<
  AuthenticatedCaller<Identity>,
  'scope' | 'identity' | 'subject' | 'sessionId'
>;

/** What a client is told, in whole sentences. */
export interface AuthenticationMessages {
  /** The header has another form than "Bearer <token>". */
  readonly malformed: string;
  readonly expired: string;
  readonly invalid: string;
  /** The keys to verify a token with cannot be had. */
  readonly unavailable: string;
  /** A token came, and this gateway is without authentication. */
  readonly needless: string;
  /** The session has ended; `kind` as its ending says it. */
  ended(kind: string): string;
}

const usualMessages: AuthenticationMessages = {
  malformed: 'expected an Authorization of the form "Bearer <access token>"',
  expired: 'expected a valid access token, got an expired one; refresh the session or log in again',
  invalid: 'expected a valid access token, got an invalid one; refresh the session or log in again',
  unavailable: 'nobody can be authenticated at this moment; try again in a moment',
  needless: 'expected no Authorization: this server authenticates nobody',
  ended: () => 'expected a session that goes on, got one that has ended; log in again',
};

/** Where something came from and what it brought along. */
export interface Credentials {
  /** The text of an Authorization header. */
  readonly authorization: string | undefined;
  /** The client's address, as far as it is believed. */
  readonly address?: string;
}

export interface Authentication {
  /**
   * Absent credentials mean an anonymous caller; a token that is not accepted is an error, never anonymous: a
   * client that believes to be logged in must learn that it is not.
   *
   * @throws GraphQLError UNAUTHENTICATED, or SERVICE_UNAVAILABLE when the keys to verify it with cannot be had
   */
  authenticate(credentials: Credentials): Promise<Caller | AuthenticatedCaller>;
  /** Whether the session of somebody who was let in has ended since. */
  isEnded(caller: Caller): boolean;
  /** Calls `listener` with every ending at the moment in which it is heard of. */
  whenEnded(listener: (ending: Ending) => void): void;
  /** The JWKS document's keys. */
  publicKeys(): Promise<readonly JWK[]>;
  stop(): Promise<void>;
}

/** Longer headers are nobody's token; the usual limit for a whole HTTP header is 16 KiB. */
const LONGEST_TOKEN = 4_096;
const bearer = /^Bearer +([^\s]+)$/i;

/** Resolves when it knows every session that has ended. @throws when `revocations` cannot be watched. */
export async function openAuthentication(
  options: AuthenticationOptions,
  { clock, logger }: { readonly clock: Clock; readonly logger: Logger },
): Promise<Authentication> {
  const messages = { ...usualMessages, ...options.messages };
  const anonymous: Caller = { scope: 'anonymous', identity: options.anonymousIdentity };
  const [algorithm] = options.tokens.algorithms;
  const keys = createKeys({ source: options.keys, algorithm, clock, logger });
  const verifier = createTokenVerifier({ keys, rules: options.tokens, clock });
  const ended = options.revocations
    ? await watchEndedSessions({ revocations: options.revocations, clock })
    : noEndedSessions;

  const endingOf = (caller: Caller) => (isAuthenticated(caller) ? ended.endingOf(caller) : undefined);

  const verify = async (token: string): Promise<AuthenticatedCaller> => {
    try {
      const claims = await verifier.verify(token);
      const caller = options.callerOf(claims);
      if (!caller) throw new TokenRefused('invalid');
      return {
        ...caller,
        // Not in whole seconds: JWT allows fractions, and two things may happen within a second.
        issuedAt: new Date(Math.round(Number(claims.iat) * 1000)),
        expiresAt: new Date(Number(claims.exp) * 1000),
      };
    } catch (error) {
      if (error instanceof TokenRefused) throw unauthenticated(messages[error.reason]);
      logger.error({ error }, 'could not verify an access token');
      throw serviceUnavailable(messages.unavailable);
    }
  };

  return {
    async authenticate({ authorization, address }) {
      if (authorization === undefined || authorization === '') return at(anonymous, address);
      const token = tokenIn(authorization);
      if (token === undefined) throw unauthenticated(messages.malformed);
      const caller = await verify(token);
      const ending = endingOf(caller);
      if (ending) throw unauthenticated(messages.ended(ending.kind));
      return at(caller, address);
    },
    isEnded: (caller) => endingOf(caller) !== undefined,
    whenEnded: (listener) => ended.whenEnded(listener),
    publicKeys: () => keys.list(),
    stop: () => ended.stop(),
  };
}

/** Everybody is anonymous: for a supergraph whose data is public, or guarded by others. */
export function withoutAuthentication(): Authentication {
  const anonymous: Caller = { scope: 'anonymous', identity: undefined };
  return {
    async authenticate({ authorization, address }) {
      if (authorization) throw unauthenticated(usualMessages.needless);
      return at(anonymous, address);
    },
    isEnded: () => false,
    whenEnded: () => {},
    publicKeys: async () => [],
    stop: async () => {},
  };
}

export function isAuthenticated(caller: Caller): caller is AuthenticatedCaller {
  return 'expiresAt' in caller;
}

function at<Someone extends Caller>(caller: Someone, address: string | undefined): Someone {
  return address === undefined ? caller : { ...caller, address };
}

function tokenIn(authorization: string): string | undefined {
  return authorization.length > LONGEST_TOKEN ? undefined : bearer.exec(authorization)?.[1];
}

const noEndedSessions: EndedSessions = {
  endingOf: () => undefined,
  whenEnded: () => {},
  stop: async () => {},
};
