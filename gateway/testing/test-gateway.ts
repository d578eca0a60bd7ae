import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  generateSigningKey,
  importSigningKey,
  signAccessToken,
} from '@parterre/platform/auth/access-tokens.ts';
import { createServiceTokens } from '@parterre/platform/auth/service-tokens.ts';
import type { DeliveredFact, FactEnvelope, TailOptions } from '@parterre/platform/bus/bus.ts';
import { scalarResolvers } from '@parterre/platform/graphql/scalars.ts';
import type { Person, Role } from '@parterre/platform/kernel/asker.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { createLogger } from '@parterre/platform/telemetry/logger.ts';
import type { ExecutionResult } from 'graphql';
import type { GatewayOptions, RunningGateway } from '../gateway-options.ts';
import { startGateway } from '../start-gateway.ts';
import { createSmallHouse, type SmallHouse } from './small-house.ts';

/** A gateway on a real port over the small house. */
export interface TestGateway extends RunningGateway {
  readonly house: SmallHouse;
  /** Everything that was logged, as it was written. */
  logged(): string;
  /** Publishes a fact to whoever tails the bus. */
  publish(fact: FactEnvelope): void;
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

const key = await generateSigningKey();
const signingKey = await importSigningKey(key.privateJwk);

/** A person as an access token knows one. */
export function aPerson(role: Role = 'USER'): Person {
  return { kind: 'person', userId: newId<'User'>(), role, sessionId: newId() };
}

/** An access token of this person, issued now or at `issuedAt`. */
export async function tokenOf(person: Person, issuedAt = new Date()): Promise<string> {
  return (await signAccessToken(signingKey, person, issuedAt)).token;
}

export async function startTestGateway(options: Partial<GatewayOptions> = {}): Promise<TestGateway> {
  const lines: string[] = [];
  const logger = createLogger({ destination: { write: (line) => lines.push(line) } });
  const serviceTokens = createServiceTokens('a secret that only the rooms of this house know');
  const house = createSmallHouse({ serviceTokens, logger, jwks: () => [key.publicJwk] });
  const bus = createTailedBus();
  const gateway = await startGateway({
    port: 0,
    host: '127.0.0.1',
    supergraphSdl: house.supergraphSdl,
    subgraphs: house.subgraphs,
    serviceTokens,
    bus,
    logger,
    environment: 'development',
    readiness: async () => ({ ready: true, reasons: [] }),
    scalars: scalarResolvers,
    webRoot: await mkdtemp(join(tmpdir(), 'parterre-web-')),
    ...options,
  });
  return {
    ...gateway,
    house,
    logged: () => lines.join(''),
    publish: bus.publish,
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

function createTailedBus() {
  const handlers = new Set<TailOptions['handle']>();
  return {
    async tail({ handle }: TailOptions) {
      handlers.add(handle);
      return {
        async stop() {
          handlers.delete(handle);
        },
      };
    },
    publish(fact: FactEnvelope) {
      const delivered: DeliveredFact = { fact, position: '1' };
      for (const handle of handlers) handle(delivered);
    },
  };
}
