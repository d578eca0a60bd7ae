import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@parterre/contracts/kernel/caller.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { inProcess } from '@parterre/platform/graphql/in-process.ts';
import { scalarResolvers } from '@parterre/platform/graphql/scalars.ts';
import { anonymous, type Caller, type UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { createLogger } from '@parterre/platform/telemetry/logger.ts';
import { testServiceTokens } from '@parterre/platform/testing/test-service-tokens.ts';
import type { ExecutionResult } from 'graphql';
import type { AuthenticationOptions } from '../authentication/authentication.ts';
import type { Ending } from '../authentication/revocations.ts';
import type { GatewayOptions, RunningGateway } from '../gateway-options.ts';
import { startGateway } from '../start-gateway.ts';
import { createSmallSupergraph, type SmallSupergraph } from './small-supergraph.ts';
import { createTokenIssuer } from './token-issuer.ts';

/** A gateway on a real port over the small supergraph. */
export interface TestGateway extends RunningGateway {
  readonly server: SmallSupergraph;
  /** Everything that was logged, as it was written. */
  logged(): string;
  /** Tells the gateway that sessions have ended. */
  end(ending: Ending): void;
  post(query: string, options?: PostOptions): Promise<Answer>;
}

export interface PostOptions {
  readonly variables?: object;
  readonly token?: string;
  readonly headers?: Record<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly result: ExecutionResult;
  /** The error codes, in order. */
  readonly codes: readonly unknown[];
}

const issuer = await createTokenIssuer();

/** A person as an access token knows one. */
export function aPerson(role: Role = 'USER'): UserCaller {
  return { kind: 'user', userId: newId<'User'>(), role, sessionId: newId() };
}

/** An access token of this person, issued now or at `issuedAt`. */
export function tokenOf({ userId, role, sessionId }: UserCaller, issuedAt = new Date()): Promise<string> {
  return issuer.issue({ sub: userId, role, sid: sessionId }, { issuedAt });
}

/** Authentication as a product would set it up, with a list of endings in the place of a bus. */
export function testAuthentication() {
  const listeners = new Set<(ending: Ending) => void>();
  const options: AuthenticationOptions<Caller> = {
    keys: { ask: async () => [issuer.publicJwk] },
    tokens: issuer.rules,
    anonymousIdentity: anonymous,
    callerOf: ({ sub, sid, role }) => ({
      scope: `${sid} ${role}`,
      subject: String(sub),
      sessionId: String(sid),
      identity: {
        kind: 'user',
        userId: sub as UserId,
        role: role as Role,
        sessionId: String(sid),
      },
    }),
    revocations: {
      rememberMs: 15 * 60_000,
      async watch(listener) {
        listeners.add(listener);
        return {
          async stop() {
            listeners.delete(listener);
          },
        };
      },
    },
  };
  return {
    options,
    end(ending: Ending) {
      for (const listener of listeners) listener(ending);
    },
  };
}

export async function startTestGateway(options: Partial<GatewayOptions> = {}): Promise<TestGateway> {
  const lines: string[] = [];
  const logger = createLogger({ destination: { write: (line) => lines.push(line) } });
  const serviceTokens = testServiceTokens();
  const server = createSmallSupergraph({ serviceTokens, logger });
  const authentication = testAuthentication();
  const gateway = await startGateway({
    port: 0,
    host: '127.0.0.1',
    supergraphSdl: server.supergraphSdl,
    dataSources: [...server.subgraphs.values()].map(inProcess),
    authentication: authentication.options,
    logger,
    environment: 'development',
    readiness: async () => ({ ready: true, reasons: [] }),
    scalars: scalarResolvers,
    webRoot: await mkdtemp(join(tmpdir(), 'parterre-web-')),
    ...options,
  });
  return {
    ...gateway,
    server,
    logged: () => lines.join(''),
    end: authentication.end,
    post: (query, { variables = {}, token, headers = {} } = {}) =>
      ask(gateway.url, query, variables, {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      }),
  };
}

async function ask(
  url: string,
  query: string,
  variables: object,
  headers: Record<string, string>,
): Promise<Answer> {
  const body = JSON.stringify({ query, variables });
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
  const text = await response.text();
  const result = JSON.parse(text) as ExecutionResult;
  const codes = (result.errors ?? []).map(({ extensions }) => extensions?.code);
  return { status: response.status, text, result, codes };
}
