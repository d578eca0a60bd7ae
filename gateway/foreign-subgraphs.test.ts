import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { type ExecutionResult, execute, parse } from 'graphql';
import type { DataSource } from './data-source.ts';
import type { RunningGateway } from './gateway-options.ts';
import { startGateway } from './start-gateway.ts';

/** Two subgraphs of somebody who has never heard of Parterre: no roles, no directives, no users. */
const books = foreign(
  'books',
  'type Query { book(id: ID!): Book } type Book @key(fields: "id") { id: ID! title: String }',
  { Query: { book: (_: unknown, { id }: { id: string }) => ({ id, title: `title of ${id}` }) } },
);
const reviews = foreign('reviews', 'type Book @key(fields: "id") { id: ID! stars: Int }', {
  Book: { __resolveReference: ({ id }: { id: string }) => ({ id, stars: 5 }) },
});

describe('a gateway over nothing but a supergraph and data sources', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await startGateway({
      port: 0,
      host: '127.0.0.1',
      supergraphSdl: compose([books, reviews]),
      dataSources: [books, reviews].map(({ source }) => source),
      sizeOfUnsizedLists: 10,
      logger: silentLogger,
      environment: 'development',
      readiness: async () => ({ ready: true, reasons: [] }),
      webRoot: '/nowhere/at/all',
    });
  });
  afterAll(() => gateway?.stop());

  it('answers from both, without knowing what a user is', async () => {
    expect(await ask('{ book(id: "1") { title stars } }')).toEqual({
      status: 200,
      body: { data: { book: { title: 'title of 1', stars: 5 } } },
    });
  });

  it('takes nobody for somebody: a token is refused, and there are no keys', async () => {
    const { status, body } = await ask('{ book(id: "1") { title } }', { authorization: 'Bearer any' });
    expect([status, body.errors?.[0]?.extensions?.code]).toEqual([401, 'UNAUTHENTICATED']);
    const keys = await fetch(`${gateway.url}/.well-known/jwks.json`);
    expect(await keys.json()).toEqual({ keys: [] });
  });

  async function ask(query: string, headers: Record<string, string> = {}) {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, body: (await response.json()) as ExecutionResult };
  }
});

interface Foreign {
  readonly sdl: string;
  readonly source: DataSource;
}

function foreign(name: string, types: string, resolvers: object): Foreign {
  const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"]) ${types}`;
  const modules = { typeDefs: parse(sdl), resolvers };
  const schema = buildSubgraphSchema(modules as Parameters<typeof buildSubgraphSchema>[0]);
  const source: DataSource = {
    name,
    execute: ({ document, variables, operationName }) =>
      execute({ schema, document, variableValues: variables, operationName }),
    subscribe: async () => ({ errors: [] }),
  };
  return { sdl, source };
}

function compose(subgraphs: readonly Foreign[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ sdl, source: { name } }) => ({ name, typeDefs: parse(sdl), url: `in-process:${name}` })),
  );
  if (supergraphSdl) return supergraphSdl;
  throw new AggregateError(errors ?? [], 'expected the subgraphs to compose');
}
