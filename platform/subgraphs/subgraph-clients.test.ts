import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { createBudget } from '../graphql/budget.ts';
import { serviceUnavailable } from '../graphql/errors.ts';
import { createSubgraphServer } from '../graphql/subgraph-server.ts';
import { systemClock } from '../kernel/clock.ts';
import { serveSubgraph } from '../service/serve-subgraph.ts';
import type { RequestContext } from '../service/service.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { answers, dies, type ScriptedServer, scriptedServer } from '../testing/scripted-server.ts';
import { testServiceTokens } from '../testing/test-service-tokens.ts';
import { httpSubgraphs } from './http-client.ts';
import { inProcessSubgraphs } from './in-process-client.ts';
import { type SubgraphClient, SubgraphUnavailable } from './subgraph-client.ts';

const typeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective"])
  directive @allow(role: String!) on FIELD_DEFINITION
  type Query {
    whoAsks: String @allow(role: "SUBGRAPH")
    bug: String @allow(role: "SUBGRAPH")
    never: String @allow(role: "SUBGRAPH")
    patience: Float @allow(role: "SUBGRAPH")
    patienceOfNext: [Float] @allow(role: "SUBGRAPH")
    neverOfNext: String @allow(role: "SUBGRAPH")
  }
`;
const whoAsks = parse('query WhoAsks { whoAsks }') as TypedDocumentNode<{ whoAsks: string }, object>;
const patience = parse('{ patience }') as TypedDocumentNode<{ patience: number }, object>;
const patienceOfNext = parse('{ patienceOfNext }') as TypedDocumentNode<{ patienceOfNext: number[] }, object>;
const never = parse('{ never }') as TypedDocumentNode<{ never: string }, object>;

const serviceTokens = testServiceTokens('events');
/** The client that the subgraph itself asks by: the one that is under test. */
let subgraphs: SubgraphClient;
let tellAsked: (budget: RequestContext['budget']) => void = () => {};
const events = createSubgraphServer({
  name: 'events',
  typeDefs,
  resolvers: {
    Query: {
      whoAsks: (_: unknown, _args: unknown, { caller }: RequestContext) =>
        caller.kind === 'subgraph' && caller.subgraph,
      bug() {
        throw new Error('broken');
      },
      never: (_: unknown, _args: unknown, { budget }: RequestContext) => {
        tellAsked(budget);
        return new Promise(() => {});
      },
      patience: (_: unknown, _args: unknown, { budget }: RequestContext) => budget?.remainingMs(),
      patienceOfNext: async (_: unknown, _args: unknown, { budget }: RequestContext) => {
        const own = budget?.remainingMs();
        return [own, (await subgraphs.ask('events', patience, {})).patience];
      },
      neverOfNext: () => subgraphs.ask('events', never, {}),
    },
  },
  serviceTokens,
  clock: systemClock,
  logger: silentLogger,
});

interface OpenedClients {
  client(timeoutMs?: number): SubgraphClient;
  close(): Promise<void>;
}

const kinds: Readonly<Record<string, () => Promise<OpenedClients>>> = {
  'in one process': async () => ({
    client: (timeoutMs) =>
      inProcessSubgraphs({
        caller: { kind: 'subgraph', subgraph: 'tickets' },
        servers: new Map([['events', events]]),
        timeoutMs,
      }),
    close: async () => {},
  }),

  async 'in processes of their own'() {
    const served = await serveSubgraph({
      server: events,
      serviceTokens,
      reasonsNotReady: async () => [],
      port: 0,
      host: '127.0.0.1',
      logger: silentLogger,
    });
    const clients: { close(): Promise<void> }[] = [];
    return {
      client(timeoutMs) {
        const urls = { events: [served.url] };
        const client = httpSubgraphs({
          caller: { kind: 'subgraph', subgraph: 'tickets' },
          urls,
          serviceTokens,
          timeoutMs,
          logger: silentLogger,
        });
        clients.push(client);
        return client;
      },
      async close() {
        await Promise.all(clients.map((client) => client.close()));
        await served.stop();
      },
    };
  },
};

describe.each(Object.entries(kinds))('subgraphs %s', (_kind, open) => {
  let opened: OpenedClients;
  beforeAll(async () => {
    opened = await open();
    subgraphs = opened.client();
  });
  afterAll(() => opened.close());

  it('ask one another in the name of the subgraph', async () => {
    expect(await subgraphs.ask('events', whoAsks, {})).toEqual({ whoAsks: 'tickets' });
  });

  it('wait no longer than whoever asked the one that asks: at each step a little less', async () => {
    const caller = { kind: 'subgraph', subgraph: 'tickets' } as const;
    const budget = createBudget({ nodes: 100, bytes: 100, milliseconds: 5_000 });
    const { data } = await events.execute({ document: '{ patienceOfNext }', caller, budget });
    const [own, next] = (data?.patienceOfNext ?? []) as number[];
    expect(own).toBeLessThanOrEqual(5_000);
    expect(next).toBeGreaterThan(0);
    expect(next).toBeLessThanOrEqual(Number(own));
    budget.close();
    expect((await subgraphs.ask('events', patience, {})).patience).toBeGreaterThan(5_000);
  });

  it('have a deadline that shrinks from one to the next, through three of them', async () => {
    const [first, second] = (await opened.client(4_000).ask('events', patienceOfNext, {})).patienceOfNext;
    expect(first).toBeLessThanOrEqual(4_000);
    expect(second).toBeGreaterThan(0);
    expect(second).toBeLessThanOrEqual(Number(first));
  });

  it('end, at every depth, when the client goes away', async () => {
    const caller = { kind: 'subgraph', subgraph: 'tickets' } as const;
    const budget = createBudget({ nodes: 100, bytes: 100, milliseconds: 60_000 });
    const asked = new Promise<RequestContext['budget']>((resolve) => {
      tellAsked = resolve;
    });
    const answer = events.execute({ document: '{ neverOfNext }', caller, budget });
    const innermost = await asked;
    const ended = new Promise((resolve) => innermost?.signal.addEventListener('abort', resolve));
    const gone = serviceUnavailable('the client has gone');
    budget.abort(gone);
    expect(await answer).toEqual({ errors: [gone] });
    await ended;
    expect(innermost?.fault?.extensions.code).toBe('SERVICE_UNAVAILABLE');
  });

  it.each([
    ['fails', 'events', '{ bug }'],
    ['does not answer in time', 'events', '{ never }'],
    ['does not know the operation', 'events', '{ unknown }'],
    ['is not there', 'payments', '{ whoAsks }'],
  ] as const)('tell that a subgraph is unavailable when it %s', async (_how, subgraph, query) => {
    const asking = opened.client(30).ask(subgraph, parse(query), {});
    await expect(asking).rejects.toThrow(SubgraphUnavailable);
  });
});

describe('a subgraph in a process of its own that dies', () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await scriptedServer();
  });
  afterAll(() => server.close());

  it('is asked a query once more, and a mutation never', async () => {
    const urls = { events: [server.url] };
    const client = httpSubgraphs({
      caller: { kind: 'subgraph', subgraph: 'tickets' },
      urls,
      serviceTokens,
      logger: silentLogger,
    });
    server.behave(dies, answers('{"data":{"whoAsks":"tickets"}}'));
    expect(await client.ask('events', whoAsks, {})).toEqual({ whoAsks: 'tickets' });
    server.behave(dies, answers('{"data":{"add":1}}'));
    await expect(client.ask('events', parse('mutation { add }'), {})).rejects.toThrow(SubgraphUnavailable);
    await client.ask('events', whoAsks, {});
    expect(server.bodies.filter((body) => body.includes('mutation'))).toHaveLength(1);
    await client.close();
  });

  it('has replicas, of which another one is asked', async () => {
    const other = await scriptedServer();
    const client = httpSubgraphs({
      caller: { kind: 'subgraph', subgraph: 'tickets' },
      urls: { events: [server.url, other.url] },
      serviceTokens,
      logger: silentLogger,
    });
    server.behave(dies);
    other.behave(answers('{"data":{"whoAsks":"tickets"}}'));
    expect(await client.ask('events', whoAsks, {})).toEqual({ whoAsks: 'tickets' });
    expect(other.bodies).toHaveLength(1);
    await client.close();
    await other.close();
  });
});
