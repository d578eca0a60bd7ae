import type {
  AuthenticationOptions,
  IdentifiedCaller,
} from '@parterre/gateway/authentication/authentication.ts';
import { accessTokenRules } from '@parterre/platform/auth/access-tokens.ts';
import type { ServiceTokens } from '@parterre/platform/auth/service-tokens.ts';
import type { Bus } from '@parterre/platform/bus/bus.ts';
import type { SubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import { type Asker, nobody, type Person, roles } from '@parterre/platform/kernel/asker.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { endedSessionsOn } from './ended-sessions.ts';
import { keysOfUsers } from './keys.ts';

export interface ParterreAuthenticationOptions {
  readonly subgraphs: ReadonlyMap<string, Pick<SubgraphServer, 'execute'>>;
  readonly serviceTokens: Pick<ServiceTokens, 'sign'>;
  readonly bus: Pick<Bus, 'tail'>;
}

/** What the gateway, which knows no user, has to be told to authenticate those of Parterre. */
export function parterreAuthentication(options: ParterreAuthenticationOptions): AuthenticationOptions<Asker> {
  return {
    keys: keysOfUsers(options.subgraphs, options.serviceTokens),
    tokens: accessTokenRules,
    callerOf,
    anonymousIdentity: nobody,
    revocations: endedSessionsOn(options.bus),
    messages: { ended: endedBecause },
  };
}

/** The user whom the claims of an access token (platform/auth/access-tokens.ts) speak for. */
export function callerOf(claims: {
  readonly sub?: unknown;
  readonly sid?: unknown;
  readonly role?: unknown;
}): IdentifiedCaller<Person> | undefined {
  const { sub: userId, sid: sessionId } = claims;
  const role = roles.find((known) => known === claims.role);
  if (typeof userId !== 'string' || !isId<'User'>(userId) || typeof sessionId !== 'string' || !role) {
    return undefined;
  }
  return {
    // The role too: a session that was given rights has, until its old token expires, two that see different things.
    scope: `${sessionId} ${role}`,
    identity: { kind: 'person', userId, role, sessionId },
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
