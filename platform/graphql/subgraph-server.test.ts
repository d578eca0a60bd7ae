import { getEventListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { type ExecutionResult, parse } from 'graphql';
import { BusUnavailable } from '../bus/bus.ts';
import { anonymous, type Caller, type UserCaller } from '../kernel/caller.ts';
import { systemClock } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';
import type { RequestContext } from '../service/service.ts';
import { createLogger } from '../telemetry/logger.ts';
import { testServiceTokens } from '../testing/test-service-tokens.ts';
import { type BudgetLimits, createBudget } from './budget.ts';
import type { AccessRules } from './enforce-access.ts';
import { forbidden, serviceUnavailable, unauthenticated } from './errors.ts';
import { scalarResolvers } from './scalars.ts';
import { createSubgraphServer, type SubgraphServer } from './subgraph-server.ts';

const access = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@inaccessible", "@composeDirective"])
    @link(url: "https://parterre.example/access/v1.0", import: ["@allow"])
    @composeDirective(name: "@allow")
  directive @allow(role: String!) on FIELD_DEFINITION
`;
const typeDefs = `${access}
  scalar DateTime
  type Query {
    anyone: String! @allow(role: "ANYONE")
    user: String @allow(role: "USER")
    organizer: String @allow(role: "ORGANIZER")
    admin: String @allow(role: "ADMIN")
    subgraph: String @allow(role: "SUBGRAPH")
    bug: String @allow(role: "ANYONE")
    busy: String @allow(role: "ANYONE")
    cancelled: String @allow(role: "ANYONE")
    busAway: String @allow(role: "ANYONE")
    later: String @allow(role: "ANYONE")
    onDay(at: DateTime!): DateTime @allow(role: "ANYONE")
    loaded: Int! @allow(role: "ANYONE")
    again: Int! @allow(role: "ANYONE")
    numbers: [Int!]! @allow(role: "ANYONE")
  }
  type Wallet @key(fields: "id") { id: ID! balance: String @allow(role: "USER") }
  type Subscription {
    counted: Int! @allow(role: "ANYONE")
    secret: Int! @allow(role: "USER")
    failing: Int! @allow(role: "ANYONE")
    silent: Int! @allow(role: "ANYONE")
    slow: Int! @allow(role: "ANYONE")
    lists: [Int!]! @allow(role: "ANYONE")
  }
`;

/** A stream that is open only when a test lets it, and tells when it is let go of. */
interface SlowStart {
  go(): void;
  readonly ended: Promise<void>;
}
let tellSlowStart: (start: SlowStart) => void = () => {};
function nextSlowStart(): Promise<SlowStart> {
  return new Promise((resolve) => {
    tellSlowStart = resolve;
  });
}
async function startSlowly() {
  const { promise: ready, resolve: go } = Promise.withResolvers<void>();
  const { promise: ended, resolve: tellEnd } = Promise.withResolvers<void>();
  setImmediate(() => tellSlowStart({ go, ended }));
  await ready;
  return {
    next: () => new Promise(() => {}),
    async return() {
      tellEnd();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

class DatabaseCancelled extends Error {
  override readonly name = 'DatabaseCancelled';
}

class DatabaseBusy extends Error {
  override readonly name = 'DatabaseBusy';
}
type Context = RequestContext<{ number: number }>;
const resolved = () => 'yes';
const resolvers = {
  ...scalarResolvers,
  Query: {
    anyone: resolved,
    user: resolved,
    organizer: resolved,
    admin: resolved,
    subgraph: resolved,
    bug() {
      throw new TypeError('relation "wallets" does not exist at db.internal:5432');
    },
    busy() {
      throw new Error('could not read', { cause: new DatabaseBusy('pool of db.internal is full') });
    },
    cancelled() {
      throw new DatabaseCancelled();
    },
    busAway() {
      throw new BusUnavailable(new Error('bus.internal:9092 does not answer'));
    },
    later: () => new Promise(() => {}),
    onDay: (_: unknown, { at }: { at: Date }) => at,
    loaded: (_: unknown, _args: unknown, { loaders }: Context) => loaders.number,
    again: (_: unknown, _args: unknown, { loaders }: Context) => loaders.number,
    numbers: async () => [1, 2, 3],
  },
  Wallet: { __resolveReference: ({ id }: { id: string }) => ({ id, balance: '1.00' }) },
  Subscription: {
    counted: {
      async *subscribe() {
        yield 1;
        yield 2;
      },
      resolve: (event: number, _args: unknown, { loaders }: Context) => event * 100 + loaders.number,
    },
    secret: {
      async *subscribe() {
        yield { secret: 7 };
      },
    },
    failing: {
      async *subscribe() {
        yield { failing: 1 };
        throw new Error('the feed of db.internal broke');
      },
    },
    slow: { subscribe: startSlowly },
    lists: {
      async *subscribe() {
        yield { lists: [1, 2, 3] };
        yield { lists: [4, 5, 6] };
        yield { lists: [1, 2, 3, 4, 5, 6] };
      },
    },
    silent: {
      async *subscribe() {
        await new Promise(() => {});
        yield 0;
      },
    },
  },
};

const serviceTokens = testServiceTokens();
const ada: UserCaller = { kind: 'user', userId: newId<'User'>(), role: 'USER', sessionId: newId() };
const callers: Record<string, Caller> = {
  anonymous,
  user: ada,
  organizer: { ...ada, role: 'ORGANIZER' },
  admin: { ...ada, role: 'ADMIN' },
  subgraph: { kind: 'subgraph', subgraph: 'tickets' },
};

describe('a subgraph server', () => {
  it.each([
    [
      'user',
      { anonymous: 'UNAUTHENTICATED', user: 'yes', organizer: 'yes', admin: 'yes', subgraph: 'FORBIDDEN' },
    ],
    [
      'organizer',
      {
        anonymous: 'UNAUTHENTICATED',
        user: 'FORBIDDEN',
        organizer: 'yes',
        admin: 'yes',
        subgraph: 'FORBIDDEN',
      },
    ],
    [
      'admin',
      {
        anonymous: 'UNAUTHENTICATED',
        user: 'FORBIDDEN',
        organizer: 'FORBIDDEN',
        admin: 'yes',
        subgraph: 'FORBIDDEN',
      },
    ],
    [
      'subgraph',
      {
        anonymous: 'UNAUTHENTICATED',
        user: 'FORBIDDEN',
        organizer: 'FORBIDDEN',
        admin: 'FORBIDDEN',
        subgraph: 'yes',
      },
    ],
    ['anyone', { anonymous: 'yes', user: 'yes', organizer: 'yes', admin: 'yes', subgraph: 'yes' }],
  ])('answers the field for %s to those alone who may ask', async (field, expected) => {
    const { server } = aServer();
    const answers: Record<string, unknown> = {};
    for (const [who, caller] of Object.entries(callers)) {
      const { data, errors } = await server.execute(await request(`{ ${field} }`, caller));
      answers[who] = errors ? errors[0]?.extensions.code : data?.[field];
    }
    expect(answers).toEqual(expected);
  });

  it('guards the fields of entities that the gateway asks for', async () => {
    const { server } = aServer();
    const query =
      '{ _entities(representations: [{ __typename: "Wallet", id: "1" }]) { ... on Wallet { balance } } }';
    expect(await server.execute(await request(query, anonymous))).toMatchObject({
      data: { _entities: [{ balance: null }] },
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(codesOf(await server.execute(await request(query, ada)))).toEqual([]);
  });

  it('answers nobody without a service token', async () => {
    const { server } = aServer();
    const result = await server.execute({ document: '{ anyone }', serviceToken: 'forged' });
    expect(result.data).toBeUndefined();
    expect(codesOf(result)).toEqual(['UNAUTHENTICATED']);
    const started = await server.subscribe({ document: 'subscription { counted }', serviceToken: '' });
    expect(started).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('answers a caller of its own process without any token', async () => {
    const { server } = aServer();
    expect(await server.execute({ document: '{ user }', caller: ada })).toEqual({ data: { user: 'yes' } });
    const refused = await server.execute({ document: '{ user }', caller: anonymous });
    expect(codesOf(refused)).toEqual(['UNAUTHENTICATED']);
  });

  it('answers nobody who has neither', async () => {
    const { server } = aServer();
    const request = { document: '{ anyone }' } as Parameters<SubgraphServer['execute']>[0];
    expect(codesOf(await server.execute(request))).toEqual(['UNAUTHENTICATED']);
  });

  it('answers at once where nothing has to be awaited', () => {
    const { server } = aServer();
    const document = parse('{ anyone }');
    const answers = [1, 2, 3, 4].map(() => server.execute({ document, caller: anonymous }));
    expect(answers).toEqual(answers.map(() => ({ data: { anyone: 'yes' } })));
  });

  it('answers the fault of a budget that has ended, and nothing else', async () => {
    const { server, lines } = aServer();
    const budget = createBudget({ nodes: 5, bytes: 1e6, milliseconds: 60_000 });
    const document = '{ numbers again: numbers anyone }';
    for (let use = 0; use < 4; use += 1) {
      expect(await server.execute({ document, caller: anonymous, budget })).toEqual({
        errors: [budget.fault],
      });
    }
    expect(budget.fault?.extensions.code).toBe('BUDGET_EXCEEDED');
    expect(lines).toEqual([]);
  });

  it('has limits of its own for whoever brings no budget', async () => {
    const { server } = aServer(undefined, { nodes: 5, bytes: 1e6, milliseconds: 60_000 });
    expect(codesOf(await server.execute({ document: '{ numbers }', caller: anonymous }))).toEqual([]);
    const document = '{ numbers again: numbers }';
    expect(codesOf(await server.execute({ document, caller: anonymous }))).toEqual(['BUDGET_EXCEEDED']);
    const { server: hasty } = aServer(undefined, { nodes: 5, bytes: 1e6, milliseconds: 5 });
    expect(codesOf(await hasty.execute({ document: '{ later }', caller: anonymous }))).toEqual([
      'DEADLINE_EXCEEDED',
    ]);
  });

  it('refuses to stand where a root field does not say who may ask', () => {
    const build = (field: string) => () =>
      aServer({ typeDefs: `${access} type Query { open: String ${field} }`, resolvers: {} });
    expect(build('')).toThrow('expected Query.open to say who may ask for it: @allow(role: …)');
    expect(build('@allow(role: "EVERYBODY")')).toThrow('expected @allow on Query.open to name one of ANYONE');
  });

  it('hides a bug behind a reference to the log', async () => {
    const { server, lines } = aServer();
    const result = await server.execute(await request('{ bug }', anonymous));
    const text = JSON.stringify(result);
    expect(text).not.toMatch(/wallets|db\.internal|TypeError|stack/);
    const [, reference] = /something went wrong, quote ([\w-]+)/.exec(text) ?? [];
    expect(lines.join('')).toContain('relation \\"wallets\\" does not exist');
    expect(lines.join('')).toContain(reference);
  });

  it('tells a statement that was cancelled for somebody else as an outage, not as a bug', async () => {
    const { server } = aServer();
    const { errors } = await server.execute(await request('{ cancelled }', anonymous));
    expect(errors?.map((error) => error.extensions.code)).toEqual(['SERVICE_UNAVAILABLE']);
  });

  it('tells a bus that is away as an outage, and nothing of its address', async () => {
    const { server } = aServer();
    const { errors } = await server.execute(await request('{ busAway }', anonymous));
    expect(errors).toEqual([
      expect.objectContaining({
        message: 'the test subgraph cannot reach what it needs for this answer; try again in a moment',
        extensions: { code: 'SERVICE_UNAVAILABLE' },
      }),
    ]);
  });

  it('tells an outage as one', async () => {
    const { server } = aServer();
    const result = await server.execute(await request('{ busy }', anonymous));
    expect(result.errors).toEqual([
      expect.objectContaining({
        message: 'the test subgraph has more to do than it can; try again in a moment',
        extensions: { code: 'SERVICE_UNAVAILABLE' },
      }),
    ]);
  });

  it('stops waiting when the caller does', async () => {
    const { server } = aServer();
    const asked = { ...(await request('{ later }', anonymous)), signal: AbortSignal.timeout(20) };
    const message = serviceUnavailable('the test subgraph did not answer in time; try again').message;
    expect((await server.execute(asked)).errors).toEqual([expect.objectContaining({ message })]);
  });

  it.each([
    ['a variable', 'query ($at: DateTime!) { onDay(at: $at) }', { at: 'tomorrow' }],
    ['a literal', '{ onDay(at: "tomorrow") }', {}],
    ['a missing variable', 'query ($at: DateTime!) { onDay(at: $at) }', {}],
  ])('tells bad input in %s', async (_where, query, variables) => {
    const { server, lines } = aServer();
    const result = await server.execute({ ...(await request(query, anonymous)), variables });
    expect(codesOf(result)).toEqual(['BAD_USER_INPUT']);
    expect(lines).toEqual([]);
  });

  it('keeps what is wrong with the document apart from that', async () => {
    const { server } = aServer();
    const codeOf = async (query: string) => codesOf(await server.execute(await request(query, anonymous)));
    expect(await codeOf('{ nonsense }')).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(await codeOf('{ anyone ')).toEqual(['GRAPHQL_PARSE_FAILED']);
    expect(await codeOf('query A { anyone } query B { anyone }')).toEqual(['BAD_USER_INPUT']);
  });

  it('gives each request loaders of its own, and every field of it the same', async () => {
    const { server } = aServer();
    const document = parse('{ loaded again }');
    const asked = { ...(await request('', anonymous)), document };
    expect((await server.execute(asked)).data).toEqual({ loaded: 1, again: 1 });
    expect((await server.execute(asked)).data).toEqual({ loaded: 2, again: 2 });
  });
});

describe('a subscription to a subgraph server', () => {
  it('answers every event, each with loaders of its own', async () => {
    const { server } = aServer();
    // The first context only opened the stream.
    expect(await collect(server, 'subscription { counted }', anonymous)).toEqual([
      { data: { counted: 102 } },
      { data: { counted: 203 } },
    ]);
  });

  it('does not start for somebody who may not ask', async () => {
    const { server } = aServer();
    const started = await server.subscribe(await request('subscription { secret }', anonymous));
    expect(started).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(await collect(server, 'subscription { secret }', ada)).toEqual([{ data: { secret: 7 } }]);
  });

  it('is not answered as a query is, whoever asks', async () => {
    const { server, lines } = aServer();
    for (const caller of [anonymous, ada]) {
      const answer = await server.execute(await request('subscription { secret }', caller));
      expect([answer.data, codesOf(answer)]).toEqual([undefined, ['BAD_USER_INPUT']]);
    }
    expect(lines).toEqual([]);
  });

  it('ends with a masked error when its source breaks', async () => {
    const { server, lines } = aServer();
    const results = await collect(server, 'subscription { failing }', anonymous);
    expect(results).toHaveLength(2);
    expect(JSON.stringify(results[1])).not.toContain('db.internal');
    expect(codesOf(results[1] ?? {})).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(lines.join('')).toContain('the feed of db.internal broke');
  });

  it('lets go at once, also while no event comes', async () => {
    const { server } = aServer();
    const stream = await streamOf(server, 'subscription { silent }', anonymous);
    const pending = stream.next();
    await stream.return?.();
    expect(await pending).toEqual({ done: true, value: undefined });
  });

  it('ends what has started only after it was cancelled', async () => {
    const { server } = aServer();
    const abort = new AbortController();
    const asked = { document: 'subscription { slow }', caller: anonymous, signal: abort.signal };
    const starting = server.subscribe(asked);
    const started = await nextSlowStart();
    abort.abort();
    expect(await starting).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
    started.go();
    await started.ended;
  });

  it('gives each event limits of its own', async () => {
    const { server } = aServer(undefined, { nodes: 5, bytes: 1e6, milliseconds: 60_000 });
    const results = await collect(server, 'subscription { lists }', anonymous);
    expect(results.map(codesOf)).toEqual([[], [], ['BUDGET_EXCEEDED']]);
  });

  it('is let go of by a signal that outlives it, however it ends', async () => {
    const { server } = aServer();
    const { signal } = new AbortController();
    for (const document of ['subscription { counted }', 'subscription { failing }']) {
      const stream = await server.subscribe({ ...(await request(document, anonymous)), signal });
      if (!('next' in stream)) throw new Error('expected a stream');
      while (!(await stream.next()).done);
      expect(getEventListeners(signal, 'abort')).toEqual([]);
    }
  });

  it('ends when its signal says so', async () => {
    const { server } = aServer();
    const abort = new AbortController();
    const asked = { ...(await request('subscription { silent }', anonymous)), signal: abort.signal };
    const stream = await server.subscribe(asked);
    if (!('next' in stream)) throw new Error('expected a stream');
    const pending = stream.next();
    abort.abort();
    expect((await pending).done).toBe(true);
  });
});

/** Roles as a product of its own would have them. */
const roles: AccessRules = {
  ORGANIZER: ({ caller }) => requireRole(caller, ['ORGANIZER', 'ADMIN']),
  ADMIN: ({ caller }) => requireRole(caller, ['ADMIN']),
};

function requireRole(caller: Caller, allowed: readonly string[]): void {
  if (caller.kind === 'anonymous') throw unauthenticated();
  if (caller.kind !== 'user' || !allowed.includes(caller.role)) throw forbidden('expected another role');
}

function aServer(
  schema: { typeDefs: string; resolvers: Record<string, object> } = { typeDefs, resolvers },
  limits?: BudgetLimits,
) {
  const lines: string[] = [];
  let number = 0;
  const server = createSubgraphServer({
    name: 'test',
    ...schema,
    roles,
    limits,
    loaders() {
      number += 1;
      return { number };
    },
    serviceTokens,
    clock: systemClock,
    logger: createLogger({ destination: { write: (line) => lines.push(line) } }),
  });
  return { server, lines };
}

async function request(document: string, caller: Caller) {
  return { document, serviceToken: await serviceTokens.sign(caller) };
}

async function streamOf(server: SubgraphServer, document: string, caller: Caller) {
  const stream = await server.subscribe(await request(document, caller));
  if ('next' in stream) return stream;
  throw new Error(`expected a stream, got ${JSON.stringify(stream)}`);
}

async function collect(server: SubgraphServer, document: string, caller: Caller): Promise<ExecutionResult[]> {
  const results: ExecutionResult[] = [];
  for await (const result of await streamOf(server, document, caller)) results.push(result);
  return results;
}

function codesOf(result: ExecutionResult): unknown[] {
  return (result.errors ?? []).map(({ extensions }) => extensions.code);
}
