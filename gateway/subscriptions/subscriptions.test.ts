import { describe, expect, it } from '@jest/globals';
import { until } from '@parterre/platform/testing/until.ts';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { AdmittedOperation } from '../admission/admission.ts';
import type { Caller } from '../caller.ts';
import type { Engine } from './engine.ts';
import { KeptQuestions } from './kept-questions.ts';
import { defaultSubscriptionLimits } from './limits.ts';
import type { Member } from './member.ts';
import type { SharedMessage } from './shared-message.ts';
import { createStreamBudget } from './stream-budget.ts';
import { createSubscriptions, type Subscriptions } from './subscriptions.ts';
import { anonymous, Counters, createFakeEngine, sdl } from './testing/live-server.ts';

const ada: Caller = { scope: 'session ada', identity: 'ada', subject: 'ada' };
const bob: Caller = { scope: 'session bob', identity: 'bob', subject: 'bob' };

interface Message {
  readonly data?: Readonly<Record<string, { readonly n: number; readonly by?: string }>>;
  readonly errors?: readonly { readonly message: string }[];
  readonly extensions?: { readonly cursor?: string; readonly reset?: true };
}

function server(budget = createStreamBudget) {
  const counters = new Counters();
  const engine = createFakeEngine(counters);
  const mask = (error: unknown) => (error instanceof GraphQLError ? error : new GraphQLError('masked'));
  const subscriptions = createSubscriptions({
    engine,
    anonymous,
    newBudget: budget,
    mask,
    questions: new KeptQuestions(defaultSubscriptionLimits),
  });
  return { counters, engine, subscriptions };
}

function operationOf(
  engine: ReturnType<typeof createFakeEngine>,
  query: string,
  variables = {},
): AdmittedOperation {
  const operation = engine.admission.admit({ query, variables });
  if (operation.kind === 'refused') throw operation.errors[0] ?? new Error('refused');
  return operation;
}

function join(
  { subscriptions, engine }: { subscriptions: Subscriptions; engine: ReturnType<typeof createFakeEngine> },
  query: string,
  { caller = anonymous, since, variables }: { caller?: Caller; since?: string; variables?: object } = {},
) {
  const raw: SharedMessage[] = [];
  const client = {
    raw,
    messages: () => raw.map(({ body }) => JSON.parse(body) as Message),
    ended: undefined as { readonly errors: readonly GraphQLError[] | undefined } | undefined,
    leave: () => {},
    has: (count: number) => until(`${count} messages`, () => raw.length >= count),
  };
  const member: Member = {
    isBehind: false,
    whenDrained() {},
    send: (message) => void raw.push(message),
    end: (errors) => {
      client.ended = { errors };
    },
  };
  const membership = subscriptions.subscribe(
    {
      operation: operationOf(engine, query, variables),
      caller,
      address: '192.0.2.1',
      sent: query.length,
      since,
    },
    member,
  );
  client.leave = () => membership.leave();
  return client;
}

const counted = 'subscription ($since: String) { counted(key: "k", since: $since) { n } }';

describe('subscriptions of many callers', () => {
  it('to what is the same for all are one stream in nobody’s name, serialized once', async () => {
    const all = server();
    const clients = [anonymous, ada, bob].map((caller) => join(all, counted, { caller }));
    await Promise.all(clients.map((client) => client.has(1)));
    all.counters.count('k');
    await Promise.all(clients.map((client) => client.has(2)));
    expect(all.counters.opened).toEqual([{ field: 'counted', since: null, scope: 'anonymous' }]);
    expect(all.engine.completed).toBe(2);
    expect(new Set(clients.map(({ raw }) => raw[1])).size).toBe(1);
  });

  it('who select something of their own are a stream for each scope, in their name', async () => {
    const all = server();
    const query = 'subscription { counted(key: "k") { n by } }';
    const clients = [ada, ada, bob].map((caller) => join(all, query, { caller }));
    await Promise.all(clients.map((client) => client.has(1)));
    expect(all.counters.opened.map(({ scope }) => scope)).toEqual(['session ada', 'session bob']);
    expect(clients.map((client) => client.messages()[0]?.data?.counted?.by)).toEqual([
      'session ada',
      'session ada',
      'session bob',
    ]);
  });

  it('to a field that is not marked are a stream for each scope', async () => {
    const all = server();
    const clients = [ada, bob].map((caller) =>
      join(all, 'subscription { mine(key: "k") { n } }', { caller }),
    );
    await Promise.all(clients.map((client) => client.has(1)));
    expect(all.counters.opened).toHaveLength(2);
  });

  it('to a field without cursors share nothing: nobody could say where they stand', async () => {
    const all = server();
    const clients = [1, 2].map(() => join(all, 'subscription { plain(key: "k") { n } }'));
    await Promise.all(clients.map((client) => client.has(1)));
    expect(all.counters.opened).toHaveLength(2);
    expect(clients[0]?.messages()[0]).toEqual({ data: { plain: { n: 0 } } });
  });

  it('with other values of a variable share nothing, with another cursor they do', async () => {
    const all = server();
    const query = 'subscription ($key: ID!, $since: String) { counted(key: $key, since: $since) { n } }';
    all.counters.count('a');
    const first = join(all, query, { variables: { key: 'a' } });
    await first.has(1);
    const second = join(all, query, { variables: { key: 'a', since: 'e.1' } });
    const third = join(all, query, { variables: { key: 'b' } });
    await third.has(1);
    expect(all.counters.opened).toHaveLength(2);
    all.counters.count('a');
    await second.has(1);
    expect(second.messages()[0]).toMatchObject({ data: { counted: { n: 2 } } });
  });
});

describe('a message', () => {
  it('has its cursor in its extensions', async () => {
    const all = server();
    const client = join(all, counted);
    await client.has(1);
    expect(client.messages()).toEqual([{ data: { counted: { n: 0 } }, extensions: { cursor: 'e.0' } }]);
  });

  it('says so when it starts anew', async () => {
    const all = server();
    const clients = ['other.1', 'e.7', 'nonsense'].map((since) => join(all, counted, { since }));
    await Promise.all(clients.map((client) => client.has(1)));
    for (const client of clients) {
      expect(client.messages()[0]).toMatchObject({ extensions: { cursor: 'e.0', reset: true } });
    }
  });

  it('says so, too, when somebody wants to go on with a field that cannot', async () => {
    const all = server();
    const client = join(all, 'subscription { plain(key: "k") { n } }', { since: 'e.1' });
    await client.has(1);
    expect(client.messages()).toEqual([{ data: { plain: { n: 0 } }, extensions: { reset: true } }]);
  });

  it('comes from the cursor that is sent beside the operation, whatever its argument says', async () => {
    const all = server();
    all.counters.count('k');
    all.counters.count('k');
    const client = join(all, counted, { since: 'e.1', variables: { since: 'e.0' } });
    await client.has(1);
    expect(all.counters.opened[0]).toMatchObject({ since: 'e.1' });
    expect(client.messages()[0]).toMatchObject({
      data: { counted: { n: 2 } },
      extensions: { cursor: 'e.2' },
    });
  });

  it('of which a client sees nothing has no cursor, so that the client asks for it again', async () => {
    const all = server();
    all.engine.executor.planSubscription = withCompletion(all.engine, async () => ({
      data: { counted: null },
      errors: [new GraphQLError('down')],
    }));
    const client = join(all, counted);
    await client.has(1);
    expect(client.messages()[0]).toMatchObject({ errors: [{ message: 'down' }] });
    expect(client.messages()[0]?.extensions?.cursor).toBeUndefined();
  });

  it('that cannot be completed is an error, masked, and the stream goes on', async () => {
    const all = server();
    let isBroken = true;
    all.engine.executor.planSubscription = withCompletion(all.engine, async (event) => {
      if (!isBroken) return event;
      isBroken = false;
      throw new TypeError('a secret of the inside');
    });
    const client = join(all, counted);
    await client.has(1);
    all.counters.count('k');
    await client.has(2);
    expect(client.messages()).toMatchObject([
      { errors: [{ message: 'masked' }] },
      { data: { counted: { n: 1 } } },
    ]);
  });

  it('has a budget of its own, and one that uses it up is the fault', async () => {
    let budgets = 0;
    const all = server(() => {
      budgets += 1;
      const budget = createStreamBudget();
      if (budgets === 2) budget.abort(new GraphQLError('too much'));
      return budget;
    });
    const client = join(all, counted);
    for (const count of [1, 2, 3]) {
      await client.has(count);
      all.counters.count('k');
    }
    expect(client.messages()).toMatchObject([
      { data: { counted: { n: 0 } } },
      { errors: [{ message: 'too much' }] },
      { data: { counted: { n: 2 } } },
    ]);
    client.leave();
  });
});

describe('a new supergraph', () => {
  it('is gone over to without closing anything, and without asking again what is asked as before', async () => {
    const all = server();
    const client = join(all, counted);
    await client.has(1);
    const next = createFakeEngine(all.counters);
    await all.subscriptions.use(next);
    all.counters.count('k');
    await client.has(2);
    expect({ opened: all.counters.opened.length, old: all.engine.completed, next: next.completed }).toEqual({
      opened: 1,
      old: 1,
      next: 1,
    });
  });

  it('whose plan asks another subgraph goes on from the position of each stream', async () => {
    const all = server();
    const client = join(all, counted);
    await client.has(1);
    all.counters.count('k');
    await client.has(2);
    const moved = new Counters();
    for (let count = 0; count < 3; count += 1) moved.count('k');
    await all.subscriptions.use(createFakeEngine(moved));
    await client.has(3);
    expect(moved.opened).toEqual([{ field: 'counted', since: 'e.1', scope: 'anonymous' }]);
    expect(client.messages()[2]).toEqual({ data: { counted: { n: 3 } }, extensions: { cursor: 'e.3' } });
    expect([all.counters.open, client.ended]).toEqual([0, undefined]);
  });

  it('ends what it does not know any more, and says why; the rest stays', async () => {
    const all = server();
    const [gone, stays] = [join(all, 'subscription { mine(key: "k") { n } }'), join(all, counted)];
    await Promise.all([gone.has(1), stays.has(1)]);
    const without = sdl.replace(/ {4}mine.*\n/, '');
    await all.subscriptions.use(createFakeEngine(all.counters, without));
    await until('it to end', () => gone.ended !== undefined);
    expect(gone.ended?.errors?.[0]?.message).toContain('Cannot query field "mine"');
    expect(stays.ended).toBeUndefined();
    expect(all.counters.open).toBe(1);
  });

  it('ends what may not be shared any more as it was', async () => {
    const all = server();
    const client = join(all, counted);
    await client.has(1);
    const unmarked = sdl.replace('n: Int! @sameForAll', 'n: Int!');
    await all.subscriptions.use(createFakeEngine(all.counters, unmarked));
    await until('it to end', () => client.ended !== undefined);
    expect(client.ended?.errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
  });
});

function withCompletion(
  engine: Engine,
  complete: (event: ExecutionResult) => Promise<ExecutionResult>,
): Engine['executor']['planSubscription'] {
  const plan = engine.executor.planSubscription;
  return (operation) => ({ ...plan(operation), complete });
}
