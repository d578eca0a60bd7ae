import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { createBudget } from '../graphql/budget.ts';
import { serviceUnavailable } from '../graphql/errors.ts';
import { createSubgraphServer } from '../graphql/subgraph-server.ts';
import { systemClock } from '../kernel/clock.ts';
import type { RequestContext } from '../service/service.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { testServiceTokens } from '../testing/test-service-tokens.ts';
import { inProcessSubgraphs } from './in-process-client.ts';
import { SubgraphUnavailable } from './subgraph-client.ts';

const typeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective"])
  directive @allow(role: String!) on FIELD_DEFINITION
  type Query {
    whoAsks: String @allow(role: "SUBGRAPH")
    bug: String @allow(role: "SUBGRAPH")
    never: String @allow(role: "SUBGRAPH")
    patience: Float @allow(role: "SUBGRAPH")
    patienceOfNext: Float @allow(role: "SUBGRAPH")
    neverOfNext: String @allow(role: "SUBGRAPH")
  }
`;
const whoAsks = parse('query WhoAsks { whoAsks }') as TypedDocumentNode<{ whoAsks: string }, object>;
const patience = parse('{ patience }') as TypedDocumentNode<{ patience: number }, object>;
const never = parse('{ never }') as TypedDocumentNode<{ never: string }, object>;
let tellAsked: (budget: RequestContext['budget']) => void = () => {};
const serviceTokens = testServiceTokens();
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
      patienceOfNext: async () => (await subgraphs.ask('events', patience, {})).patience,
      neverOfNext: () => subgraphs.ask('events', never, {}),
    },
  },
  serviceTokens,
  clock: systemClock,
  logger: silentLogger,
});
const options = { asSubgraph: 'tickets', servers: new Map([['events', events]]) } as const;
const subgraphs = inProcessSubgraphs(options);
const impatientSubgraphs = inProcessSubgraphs({ ...options, timeoutMs: 30 });

describe('subgraphs in one process', () => {
  it('ask one another in the name of the subgraph', async () => {
    expect(await subgraphs.ask('events', whoAsks, {})).toEqual({ whoAsks: 'tickets' });
  });

  it('wait no longer than whoever asked the one that asks', async () => {
    const caller = { kind: 'subgraph', subgraph: 'tickets' } as const;
    const budget = createBudget({ nodes: 100, bytes: 100, milliseconds: 5_000 });
    const { data } = await events.execute({ document: '{ patienceOfNext }', caller, budget });
    expect(data?.patienceOfNext).toBeGreaterThan(0);
    expect(data?.patienceOfNext).toBeLessThanOrEqual(5_000);
    budget.close();
    expect((await subgraphs.ask('events', patience, {})).patience).toBeGreaterThan(5_000);
  });

  it('end, at every depth, when the client goes away', async () => {
    const caller = { kind: 'subgraph', subgraph: 'tickets' } as const;
    const budget = createBudget({ nodes: 100, bytes: 100, milliseconds: 60_000 });
    const asked = new Promise<RequestContext['budget']>((resolve) => {
      tellAsked = resolve;
    });
    const answer = events.execute({ document: '{ neverOfNext }', caller, budget });
    const innermost = await asked;
    const gone = serviceUnavailable('the client has gone');
    budget.abort(gone);
    expect(await answer).toEqual({ errors: [gone] });
    expect([innermost?.signal.aborted, innermost?.fault]).toEqual([true, gone]);
  });

  it.each([
    ['fails', 'events', '{ bug }'],
    ['does not answer in time', 'events', '{ never }'],
    ['does not know the operation', 'events', '{ unknown }'],
    ['is not there', 'payments', '{ whoAsks }'],
  ] as const)('tell that a subgraph is unavailable when it %s', async (_how, subgraph, query) => {
    await expect(impatientSubgraphs.ask(subgraph, parse(query), {})).rejects.toThrow(SubgraphUnavailable);
  });
});
