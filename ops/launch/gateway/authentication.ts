import { isOrganizer, roles } from '@parterre/contracts/kernel/caller.ts';
import { JwksDocument } from '@parterre/contracts/operations/gateway.generated.ts';
import type {
  AuthenticationOptions,
  IdentifiedCaller,
} from '@parterre/gateway/authentication/authentication.ts';
import type { KeySource } from '@parterre/gateway/authentication/keys.ts';
import type { LargeBodies } from '@parterre/gateway/http/large-bodies.ts';
import { accessTokenRules } from '@parterre/platform/auth/access-tokens.ts';
import type { Bus } from '@parterre/platform/bus/bus.ts';
import { anonymous, type Caller, type UserCaller } from '@parterre/platform/kernel/caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { SubgraphClient } from '@parterre/platform/subgraphs/subgraph-client.ts';
import { endedSessionsOn } from './ended-sessions.ts';

export interface ParterreAuthenticationOptions {
  /** Asked as nobody. */
  readonly subgraphs: SubgraphClient;
  readonly bus: Pick<Bus, 'tail'>;
}

/** What the gateway, which knows no user, has to be told to authenticate those of Parterre. */
export function parterreAuthentication(
  options: ParterreAuthenticationOptions,
): AuthenticationOptions<Caller> {
  return {
    keys: keysOfUsers(options.subgraphs),
    tokens: accessTokenRules,
    callerOf,
    anonymousIdentity: anonymous,
    revocations: endedSessionsOn(options.bus),
    messages: { ended: endedBecause },
  };
}

/**
 * Seating plans, which organizers import as one text of at most 10 million characters (importSeatingPlan). In JSON
 * its quotes and line ends take two bytes each: so every plan in ASCII comes through, and what it is imported with.
 */
export const planFiles: LargeBodies = {
  bytes: 20 * 1024 * 1024,
  isFor: ({ identity }) => isOrganizer(identity as Caller),
};

/** The public keys of the users subgraph (contracts/operations/gateway/jwks.graphql). */
function keysOfUsers(subgraphs: SubgraphClient): KeySource {
  return { ask: async () => (await subgraphs.ask('users', JwksDocument, {})).jwks };
}

/** The user whom the claims of an access token (platform/auth/access-tokens.ts) speak for. */
export function callerOf(claims: {
  readonly sub?: unknown;
  readonly sid?: unknown;
  readonly role?: unknown;
}): IdentifiedCaller<UserCaller> | undefined {
  const { sub: userId, sid: sessionId } = claims;
  const role = roles.find((known) => known === claims.role);
  if (typeof userId !== 'string' || !isId<'User'>(userId) || typeof sessionId !== 'string' || !role) {
    return undefined;
  }
  return {
    // The role too: a session that was given rights has, until its old token expires, two that see different things.
    scope: `${sessionId} ${role}`,
    identity: { kind: 'user', userId, role, sessionId },
    subject: userId,
    sessionId,
  };
}

function endedBecause(kind: string): string {
  const why = reasons[kind] ?? 'this session has ended';
  return `expected a session that goes on: ${why}; log in again`;
}

const reasons: Readonly<Record<string, string>> = {
  LOGOUT: 'this one was logged out',
  REFRESH_TOKEN_REUSED: 'this one was ended because a used refresh token came again',
  PASSWORD_CHANGED: 'this one was ended because the password was changed elsewhere',
  ROLE_CHANGED: "this one was ended because an administrator changed the user's role",
  USER_BLOCKED: 'this one has been ended by an administrator',
};
