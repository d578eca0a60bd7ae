import { describe, expect, it } from '@jest/globals';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { DataSource, SubgraphRequest } from '../data-source.ts';
import type { Preparation } from '../rates/preparation.ts';
import { rateRefusal } from '../rates/rate-limited.ts';
import { readSupergraph } from '../supergraph/supergraph.ts';
import { type GraphqlJsDataSource, graphqlJsDataSource } from '../testing/graphql-js-data-source.ts';
import { createLibraryGraph, type Fails } from '../testing/library-graph.ts';
import { aContext, admitted, TestBudget } from '../testing/operations.ts';
import { createExecutor, type ExecutorOptions } from './create-executor.ts';

const { supergraphSdl } = createLibraryGraph();
const supergraph = readSupergraph(supergraphSdl);

type Answers = (request: SubgraphRequest) => ExecutionResult | Promise<ExecutionResult> | undefined;

/** An executor over the library; `answers` may stand in for a subgraph. */
function anExecutor(
  options: {
    fails?: Fails;
    answers?: Record<string, Answers>;
    limits?: ExecutorOptions['limits'];
    preparation?: Preparation;
  } = {},
) {
  const subgraphs: Record<string, GraphqlJsDataSource> = {};
  const dataSources: DataSource[] = [];
  for (const [name, schema] of createLibraryGraph(options.fails).schemas) {
    const subgraph = graphqlJsDataSource(name, schema);
    subgraphs[name] = subgraph;
    const answer = options.answers?.[name];
    dataSources.push({
      ...subgraph,
      execute: (request) => answer?.(request) ?? subgraph.execute(request),
    });
  }
  const executor = createExecutor({
    ...{ supergraph, dataSources },
    ...{ limits: options.limits, preparation: options.preparation },
  });
  return {
    executor,
    dataSources,
    requestsTo: (name: string) => subgraphs[name]?.requests ?? [],
    async ask(query: string, variables = {}, context = aContext()) {
      const result = await executor.execute(admitted(supergraph.apiSchema, query, variables), context);
      return JSON.parse(JSON.stringify(result)) as ExecutionResult;
    },
  };
}

const down = (name: string): ExecutionResult => ({
  errors: [new GraphQLError(`${name} is down`, { extensions: { code: 'SERVICE_UNAVAILABLE' } })],
});

describe('a fetch', () => {
  it('hands out the same parsed document every time', async () => {
    const { ask, requestsTo } = anExecutor();
    await ask('{ items { title } }');
    await ask('{ items { title } }');
    const [first, second] = requestsTo('catalog');
    expect(second?.document).toBe(first?.document);
  });

  it('sends the variables that it uses, as they were sent, and no others', async () => {
    const { ask, requestsTo } = anExecutor();
    await ask('query ($id: ID!, $person: ID!) { item(id: $id) { title } person(id: $person) { born } }', {
      id: 1,
      person: 'p1',
    });
    expect(requestsTo('catalog')[0]?.variables).toEqual({ id: 1 });
  });

  it('asks for an entity once, however often it is in the answer', async () => {
    const { ask, requestsTo } = anExecutor();
    const { data } = await ask('{ shelves { id price } }');
    expect(requestsTo('prices')[0]?.variables.representations).toHaveLength(3);
    expect(data).toEqual({
      shelves: [
        [{ id: 'b1', price: 9.5 }, null, { id: 'f1', price: 9.5 }],
        [],
        [
          { id: 'b1', price: 9.5 },
          { id: 'b2', price: null },
        ],
      ],
    });
  });

  it('fetches what lies below an entity that stands in the answer twice', async () => {
    const { ask } = anExecutor();
    const { data } = await ask('{ shelves { ... on Book { id offers { sku stock } } } }');
    const offers = [
      { sku: 'x', stock: 3 },
      { sku: 'y', stock: 0 },
    ];
    expect(data).toMatchObject({ shelves: [[{ offers }, null, {}], [], [{ offers }, { offers }]] });
  });

  it('is one with others of the same step and subgraph', async () => {
    const { ask, requestsTo } = anExecutor();
    const { data } = await ask('{ item(id: "b1") { price } items(first: 1) { price } }');
    expect(requestsTo('prices')).toHaveLength(1);
    expect(Object.keys(requestsTo('prices')[0]?.variables ?? {})).toEqual(['r0', 'r1']);
    expect(data).toEqual({ item: { price: 9.5 }, items: [{ price: 9.5 }] });
  });

  it('is asked alone when only one of them has something to ask for', async () => {
    const { ask, requestsTo } = anExecutor();
    const { data } = await ask('{ item(id: "none") { price } items(first: 1) { price } }');
    expect(Object.keys(requestsTo('prices')[0]?.variables ?? {})).toEqual(['representations']);
    expect(data).toEqual({ item: null, items: [{ price: 9.5 }] });
  });

  it('is asked alone when another fails for both', async () => {
    let asked = 0;
    const prices: Answers = ({ variables }) => {
      asked += 1;
      if (!('r0' in variables)) return undefined;
      return { data: null, errors: [new GraphQLError('no such field', { path: ['e1'] })] };
    };
    const { ask } = anExecutor({ answers: { prices } });
    const { data, errors } = await ask('{ item(id: "b1") { price } items(first: 1) { price } }');
    expect({ data, errors, asked }).toEqual({
      data: { item: { price: 9.5 }, items: [{ price: 9.5 }] },
      errors: undefined,
      asked: 3,
    });
  });

  it('is not asked again when the subgraph is down', async () => {
    let asked = 0;
    const prices: Answers = () => {
      asked += 1;
      return down('prices');
    };
    const { ask } = anExecutor({ answers: { prices } });
    await ask('{ item(id: "b1") { price } items(first: 1) { price } }');
    expect(asked).toBe(1);
  });
});

describe('an error of a subgraph', () => {
  it('stands at the place of the entity in the answer, with its message and code', async () => {
    const { ask } = anExecutor({
      fails: (type, field, id) => type === 'Item' && field === 'tags' && id === 'b2',
    });
    const { errors } = await ask('{ shelves { id tags } }');
    expect(errors).toEqual([
      {
        message: 'Item.tags of b2 fails',
        path: ['shelves', 2, 1, 'tags'],
        extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 'prices' },
      },
    ]);
  });

  it('stands at every place of an entity that was asked for once', async () => {
    const { ask } = anExecutor({
      fails: (type, field, id) => type === 'Item' && field === 'tags' && id === 'b1',
    });
    const { errors } = await ask('{ shelves { tags } }');
    expect(errors?.map(({ path }) => path)).toEqual([
      ['shelves', 0, 0, 'tags'],
      ['shelves', 2, 0, 'tags'],
    ]);
  });

  it('is mapped back from a merged request', async () => {
    const { ask } = anExecutor({ fails: (type, field) => type === 'Item' && field === 'tags' });
    const { errors } = await ask('{ item(id: "b1") { tags } items(first: 1) { label: tags } }');
    expect(errors?.map(({ path }) => path)).toEqual([
      ['item', 'tags'],
      ['items', 0, 'label'],
    ]);
  });

  it('stands at each field that is null because its subgraph is down', async () => {
    const { ask } = anExecutor({ answers: { prices: () => down('prices') } });
    const result = await ask('{ items(first: 2) { title cost: price tags } }');
    expect(result.data).toEqual({
      items: [
        { title: 'one', cost: null, tags: null },
        { title: 'two', cost: null, tags: null },
      ],
    });
    expect(result.errors?.map(({ path, extensions }) => [path, extensions?.code])).toEqual(
      [0, 1].flatMap((index) =>
        ['cost', 'tags'].map((name) => [['items', index, name], 'SERVICE_UNAVAILABLE']),
      ),
    );
  });

  it('stands at what could not be asked for because of it', async () => {
    const { ask, requestsTo } = anExecutor({ fails: (_, field, id) => field === 'pages' && id === 'b1' });
    const { data, errors } = await ask('{ item(id: "b1") { ... on Book { hours } } }');
    expect(data).toEqual({ item: { hours: null } });
    expect(errors).toMatchObject([{ message: 'Book.pages of b1 fails', path: ['item', 'hours'] }]);
    expect(requestsTo('reading')).toEqual([]);
  });

  it('stands at the place where the subgraph has found it when that is below the null', async () => {
    const { ask } = anExecutor({
      fails: (type, field, id) => type === 'Book' && field === 'title' && id === 'b2',
    });
    const { data, errors } = await ask('{ item(id: "b1") { ... on Book { sequel { id title } } } }');
    expect(data).toEqual({ item: { sequel: null } });
    expect(errors?.map(({ path }) => path)).toEqual([['item', 'sequel', 'title']]);
  });

  it('is no error where the client does not look', async () => {
    const { ask } = anExecutor({
      fails: (type, field, id) => type === 'Item' && field === 'tags' && id === 'b1',
    });
    const { errors } = await ask('{ items { id ... on Film { tags } } }');
    expect(errors).toBeUndefined();
  });

  it('is told when it has left nothing out', async () => {
    const catalog: Answers = () => ({
      data: { nothing: { id: 'b1' } },
      errors: [new GraphQLError('a warning', { extensions: { code: 'FORBIDDEN' } })],
    });
    const { ask } = anExecutor({ answers: { catalog } });
    expect((await ask('{ nothing { id } }')).errors).toMatchObject([{ message: 'a warning' }]);
  });
});

describe('a null that the schema does not allow', () => {
  it('carries an error and nulls the next that may be null', async () => {
    const catalog: Answers = () => ({ data: { item: { __typename: 'Book', id: 'b1', title: null } } });
    const { ask } = anExecutor({ answers: { catalog } });
    expect(await ask('{ item(id: "b1") { id title } }')).toEqual({
      data: { item: null },
      errors: [
        {
          message: 'Cannot return null for non-nullable field Book.title.',
          path: ['item', 'title'],
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ],
    });
  });

  it('carries an error for a hidden enum value, an unknown type and a broken scalar', async () => {
    const catalog: Answers = () => ({
      data: { items: [{ __typename: 'Tape' }, { __typename: 'Book', genre: 'SECRET', pages: 1.5 }] },
    });
    const { ask } = anExecutor({ answers: { catalog } });
    const shelf = await ask('{ items { ... on Book { pages } genre } }');
    expect(shelf).toMatchObject({ data: null, errors: [{ path: ['items', 0] }] });
    const single: Answers = () => ({ data: { item: { __typename: 'Book', genre: 'SECRET', pages: 1.5 } } });
    const { data, errors } = await anExecutor({ answers: { catalog: single } }).ask(
      '{ item(id: "b1") { ... on Book { pages } genre } }',
    );
    expect(data).toEqual({ item: { pages: null, genre: null } });
    expect(errors?.map(({ path }) => path)).toEqual([
      ['item', 'pages'],
      ['item', 'genre'],
    ]);
  });

  it('is an error of a data source that breaks its contract', async () => {
    const prices: Answers = () => ({ data: { _entities: [] } });
    const { ask } = anExecutor({ answers: { prices } });
    expect((await ask('{ item(id: "b1") { price } }')).errors).toMatchObject([
      { message: 'expected 1 entities of the subgraph prices, got 0', path: ['item', 'price'] },
    ]);
    const throwing: Answers = () => {
      throw new TypeError('no network');
    };
    const { errors } = await anExecutor({ answers: { prices: throwing } }).ask(
      '{ item(id: "b1") { price } }',
    );
    expect(errors).toMatchObject([
      { message: 'no network', path: ['item', 'price'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    ]);
  });
});

describe('response names', () => {
  it('may be those of Object.prototype', async () => {
    const { ask } = anExecutor();
    const query = '{ item(id: "b2") { constructor: title toString: price __proto__: id } }';
    for (const _ of ['exactly', 'fast']) {
      const { data } = await ask(query);
      expect(JSON.stringify(data)).toBe('{"item":{"constructor":"two","toString":null,"__proto__":"b2"}}');
    }
  });
});

describe('conditions', () => {
  it('are decided by the values of the variables, defaults included', async () => {
    const { ask, requestsTo } = anExecutor();
    const query = 'query ($p: Boolean = false) { item(id: "b1") { id price @include(if: $p) } }';
    expect(await ask(query)).toEqual({ data: { item: { id: 'b1' } } });
    expect(requestsTo('prices')).toEqual([]);
    expect(await ask(query, { p: true })).toEqual({ data: { item: { id: 'b1', price: 9.5 } } });
  });

  it('may leave an object without fields, and an operation without any', async () => {
    const { ask } = anExecutor();
    expect(await ask('{ item(id: "b1") { id @skip(if: true) } }')).toEqual({ data: { item: {} } });
    expect(await ask('{ item(id: "b1") @skip(if: true) { id } }')).toEqual({ data: {} });
  });
});

describe('a plan', () => {
  const query = '{ item(id: "b1") { price author { name } ... on Book { bestseller } } }';

  it('is refused when it takes too many fetches, with the count and the limit', async () => {
    const { ask, requestsTo } = anExecutor({ limits: { fetches: 2 } });
    expect(await ask(query)).toEqual({
      errors: [
        {
          message: expect.stringContaining('at most 2 requests to the subgraphs, got one that takes 4'),
          extensions: { code: 'BAD_USER_INPUT', http: { status: 400 }, fetches: 4, limit: 2 },
        },
      ],
    });
    expect(requestsTo('catalog')).toEqual([]);
  });

  it.each([60, 2])('is made once, also when it is refused (limit %d)', async (fetches) => {
    const { executor } = anExecutor({ limits: { fetches } });
    const operation = admitted(supergraph.apiSchema, query);
    const buildQueryPlan = supergraph.planner.buildQueryPlan.bind(supergraph.planner);
    let planned = 0;
    supergraph.planner.buildQueryPlan = (...asked) => {
      planned += 1;
      return buildQueryPlan(...asked);
    };
    try {
      await Promise.all(Array.from({ length: 10 }, () => executor.execute(operation, aContext())));
      await executor.execute(operation, aContext());
    } finally {
      supergraph.planner.buildQueryPlan = buildQueryPlan;
    }
    expect(planned).toBe(1);
  });

  it('is refused when a variable for entities is called as that of the representations', async () => {
    const { ask } = anExecutor();
    const query = 'query ($representations: Int) { items(first: $representations) { id } }';
    expect(await ask(query, { representations: 1 })).toEqual({ data: { items: [{ id: 'b1' }] } });
    const ofEntities = 'query ($representations: Int) { items { offers(most: $representations) { sku } } }';
    expect((await ask(ofEntities)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('merges no fetch whose variable is called as one of the merged request', async () => {
    const { ask, requestsTo } = anExecutor();
    const query =
      'query ($r1: Int) { item(id: "b1") { offers(most: $r1) { sku } } items(first: 1) { price } }';
    expect((await ask(query, { r1: 1 })).errors).toBeUndefined();
    expect(requestsTo('prices')).toHaveLength(2);
  });

  it('wants a data source for every subgraph', () => {
    const { dataSources } = anExecutor();
    const wrong = () => createExecutor({ supergraph, dataSources: dataSources.slice(1) });
    expect(wrong).toThrow('expected a data source for the subgraph catalog, got people, prices, reading');
  });
});

describe('a budget', () => {
  it('is charged for the values and bytes of the answer', async () => {
    const { ask } = anExecutor();
    const budget = new TestBudget();
    await ask('{ items(first: 2) { id title } }', {}, aContext({ budget }));
    expect(budget.nodes).toBe(1 + 2 + 4);
    const text = '{"items":[{"id":"b1","title":"one"},{"id":"b2","title":"two"}]}';
    expect(Math.abs(budget.bytes - text.length)).toBeLessThan(10);
  });

  it('that is used up is the whole answer', async () => {
    const { ask } = anExecutor();
    const budget = new TestBudget(3);
    expect(await ask('{ items { id title } }', {}, aContext({ budget }))).toEqual({
      errors: [{ message: 'used up' }],
    });
  });

  it('ends the waiting for a subgraph that does not answer', async () => {
    const { ask } = anExecutor({ answers: { catalog: () => new Promise(() => {}) } });
    const budget = new TestBudget();
    const answer = ask('{ items { id } }', {}, aContext({ budget }));
    budget.abort(new GraphQLError('too late'));
    expect(await answer).toEqual({ errors: [{ message: 'too late' }] });
  });

  it('ends a plan between two fetches', async () => {
    const budget = new TestBudget();
    const { ask, requestsTo } = anExecutor({
      answers: {
        catalog: () => {
          budget.abort(new GraphQLError('too late'));
          return undefined;
        },
      },
    });
    expect(await ask('{ items { price } }', {}, aContext({ budget }))).toEqual({
      errors: [{ message: 'too late' }],
    });
    expect(requestsTo('prices')).toEqual([]);
  });
});

describe('a plan', () => {
  const conditions = Array.from({ length: 4 }, (_, index) => index);
  const query = `query (${conditions.map((index) => `$c${index}: Boolean!`)}) {
    ${conditions.map((index) => `a${index}: items @include(if: $c${index}) { title }`).join(' ')} items { id }
  }`;
  const values = (number: number) =>
    Object.fromEntries(conditions.map((index) => [`c${index}`, (number & (1 << index)) !== 0]));

  it('is not made for an address that has had its share of what is new, and used when it is there', async () => {
    let left = 2;
    const tooMuch = rateRefusal(
      { name: 'preparation', points: 1, durationMs: 60_000 },
      { isTaken: false, remaining: 0, resetMs: 30_000 },
    );
    const preparation: Preparation = {
      refusal: () => (left > 0 ? undefined : tooMuch),
      took() {
        left -= 1;
      },
    };
    const { ask } = anExecutor({ preparation });
    const caller = { ...aContext().caller, address: '192.0.2.1' };
    const codes: unknown[] = [];
    for (const number of [1, 2, 3, 1]) {
      const { errors = [] } = await ask(query, values(number), aContext({ caller }));
      codes.push(errors[0]?.extensions?.code);
    }
    expect(codes).toEqual([undefined, undefined, 'RATE_LIMITED', undefined]);
    // Answers that are made in nobody's name.
    expect(await ask(query, values(4))).not.toHaveProperty('errors');
  });

  it('is not made for a variable that no object can carry', async () => {
    const { ask } = anExecutor();
    const variables = JSON.parse('{ "__proto__": "b1" }') as object;
    const answer = await ask('query ($__proto__: ID!) { item(id: $__proto__) { title } }', variables);
    expect(answer.errors).toMatchObject([
      { message: expect.stringContaining('$__proto__'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});

describe('a subscription', () => {
  const query = 'subscription ($id: ID!) { itemChanged(id: $id) { changed: title price } }';

  it('is asked of the subgraph with the events, and each is completed by the others', async () => {
    const { executor, dataSources } = anExecutor();
    const operation = admitted(supergraph.apiSchema, query, { id: 'b1' });
    const plan = executor.planSubscription(operation);
    expect(plan.subgraph).toBe('catalog');
    const source = dataSources.find(({ name }) => name === plan.subgraph);
    const events = await source?.subscribe(plan.request(operation, aContext()));
    if (!events || !('next' in events)) throw new Error('expected a stream');
    const { value: event } = await events.next();
    const before = JSON.stringify(event);
    const answer = await plan.complete(event, operation, aContext());
    expect(answer).toEqual({ data: { itemChanged: { changed: 'one', price: 9.5 } } });
    // Others may complete the same event.
    expect(JSON.stringify(event)).toBe(before);
  });

  it('hands on the errors of an event', async () => {
    const { executor } = anExecutor();
    const operation = admitted(supergraph.apiSchema, query, { id: 'b1' });
    const event = {
      data: { itemChanged: null },
      errors: [new GraphQLError('gone', { path: ['itemChanged'] })],
    };
    const answer = await executor.planSubscription(operation).complete(event, operation, aContext());
    expect(answer).toMatchObject({
      data: { itemChanged: null },
      errors: [{ message: 'gone', path: ['itemChanged'] }],
    });
  });

  it('is refused when its field is skipped', () => {
    const { executor } = anExecutor();
    const skipped = admitted(
      supergraph.apiSchema,
      'subscription ($i: Boolean = false) { itemChanged(id: "b1") @include(if: $i) { id } }',
    );
    expect(() => executor.planSubscription(skipped)).toThrow('expected a subscription to one field');
  });
});
