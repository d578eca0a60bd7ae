import { buildSubgraphSchema } from '@apollo/subgraph';
import { describe, expect, it } from '@jest/globals';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { parse } from 'graphql';
import { unlessEnded } from './aborting.ts';
import { type Budget, type BudgetLimits, createBudget } from './budget.ts';
import { chargeLists, Pacer } from './charge-lists.ts';
import { createEngine } from './compiled-operations.ts';
import { createDocuments } from './documents.ts';
import { deadlineExceeded } from './errors.ts';

const typeDefs = parse(`
  type Query { hall: Hall, halls: [Hall!]!, things: [Thing!]!, table: [[Int!]!]!, lazily(of: String!): [Seat!] }
  type Hall { name: String, seats: [Seat!]!, address: Address, tags: [String!]! }
  type Address { city: String, street: Street }
  type Street { name: String }
  type Seat { index: Int, hall: Hall }
  interface Thing { name: String }
  type Small implements Thing { name: String }
  type Large implements Thing { name: String, a: Int, b: Int }
`);
const SEATS = 10;
const MANY = 500;
let visited = 0;
const hall = () => ({
  name: 'main',
  address: { city: 'Riga', street: { name: 'Brivibas' } },
  tags: ['a', 'b'],
});
const seats = Array.from({ length: SEATS }, (_, index) => ({ index }));
const ways: Record<string, () => unknown> = {
  many: () => Array.from({ length: MANY }, (_, index) => ({ index })),
  promise: async () => seats,
  promises: () => seats.map(async (seat) => seat),
  set: () => new Set(seats),
  async *generator() {
    yield* seats;
  },
};
const resolvers = {
  Query: {
    hall,
    halls: () => [hall(), hall()],
    things: () => [
      { __typename: 'Small', name: 's' },
      { __typename: 'Large', name: 'l', a: 1, b: 2 },
    ],
    table: () => [
      [1, 2, 3],
      [4, 5, 6],
    ],
    lazily: (_: unknown, { of }: { of: string }) => ways[of]?.(),
  },
  Hall: { seats: () => seats },
  Seat: {
    hall() {
      visited += 1;
      return hall();
    },
  },
};
const plenty: BudgetLimits = { nodes: 1e9, bytes: 1e9, milliseconds: 60_000 };

describe.each([
  ['graphql-js', 1],
  ['graphql-jit', 4],
])('with %s, lists', (_engine, uses) => {
  const ask = async (text: string, nodes: number) => {
    const { engine, operation } = prepared(text);
    visited = 0;
    let outcome: { budget: Budget; result: ExecutionResult } | undefined;
    for (let use = 0; use < uses; use += 1) {
      visited = 0;
      const budget = createBudget({ ...plenty, nodes });
      const context = (isCompiled: boolean) => ({ budget, isCompiled });
      const running = Promise.resolve(engine.run({ operation, variables: {}, context }));
      outcome = { budget, result: await unlessEnded(running, budget, () => ({})) };
      budget.close();
    }
    if (!outcome) throw new Error('expected at least one use');
    return outcome;
  };
  /** The least budget that an operation runs within. */
  const costOf = async (text: string): Promise<number> => {
    for (let nodes = 0; nodes < 1_000; nodes += 1) if (!(await ask(text, nodes)).budget.fault) return nodes;
    throw new Error(`expected ${text} to end`);
  };

  it.each([
    ['one for itself and what is selected of each item', '{ halls { name } }', 1 + 2 * 1],
    [
      'what single objects below an item bring',
      '{ halls { name address { city street { name } } } }',
      1 + 2 * 5,
    ],
    ['lists of lists', '{ halls { seats { index } } }', 1 + 2 + 2 * (1 + SEATS)],
    ['lists that no resolver answers', '{ hall { tags } }', 1 + 2],
    ['fragments', '{ halls { ...h } } fragment h on Hall { name ... { address { city } } }', 1 + 2 * 3],
    ['the widest object of an abstract type', '{ things { name ... on Large { a b } } }', 1 + 2 * 3],
    ['nested lists item by item', '{ table }', 1 + 6],
    ['the list of a promise', '{ lazily(of: "promise") { index } }', 1 + SEATS],
    ['a list of promises', '{ lazily(of: "promises") { index } }', 1 + SEATS],
    ['an iterable', '{ lazily(of: "set") { index } }', SEATS],
    ['an async iterable', '{ lazily(of: "generator") { index } }', SEATS],
  ])('charge %s', async (_what, text, cost) => {
    expect(await costOf(text)).toBe(cost);
  });

  it('produce nothing any more once the budget is used up', async () => {
    const { budget } = await ask('{ halls { seats { hall { seats { hall { name } } } } } }', 100);
    expect(budget.fault?.extensions.code).toBe('BUDGET_EXCEEDED');
    // 220 without a budget. Each seat is two values, so 100 pay for no more than 50.
    expect(visited).toBeLessThanOrEqual(50);
  });

  it('are not produced to their end when the time is over meanwhile', async () => {
    const { engine, operation } = prepared('{ lazily(of: "many") { hall { name } } }');
    for (let use = 0; use < uses; use += 1) {
      visited = 0;
      const budget = createBudget(plenty);
      // The clock stands still until the list has paid.
      const whenLooked = budgetOf(budget, (nodes) => nodes > 0 || end(budget));
      const context = (isCompiled: boolean) => ({ budget: whenLooked, isCompiled });
      const running = Promise.resolve(engine.run({ operation, variables: {}, context }));
      await unlessEnded(running, budget, () => ({}));
      budget.close();
    }
    expect(visited).toBeLessThan(MANY / 2);
  });

  it('answer within the budget what they answer without one', async () => {
    const { result } = await ask('{ lazily(of: "generator") { index } halls { tags } }', 1_000);
    expect(JSON.parse(JSON.stringify(result))).toEqual({
      data: { lazily: seats, halls: [{ tags: ['a', 'b'] }, { tags: ['a', 'b'] }] },
    });
  });
});

describe('a list that takes longer than a slice', () => {
  const many = '{ lazily(of: "many") { index hall { name } } }';
  const plenty: BudgetLimits = { nodes: 100_000, bytes: 1e9, milliseconds: 60_000 };

  // The first two uses of a document are interpreted, the others compiled.
  it.each([1, 2, 3, 4])('lets others have a turn, and is answered as ever (use %i)', async (uses) => {
    const { engine, operation } = prepared(many, new Pacer(0));
    for (let use = 1; use <= uses; use += 1) {
      const budget = createBudget(plenty);
      const context = (isCompiled: boolean) => ({ budget, isCompiled });
      visited = 0;
      const running = engine.run({ operation, variables: {}, context });
      expect(visited).toBeLessThan(MANY);
      const result = await running;
      const items = Array.from({ length: MANY }, (_, index) => ({ index, hall: { name: 'main' } }));
      expect(JSON.parse(JSON.stringify(result))).toEqual({ data: { lazily: items } });
      budget.close();
    }
  });

  it.each([1, 2, 3, 4])('ends where it is when the budget does (use %i)', async (uses) => {
    const { engine, operation } = prepared(many, new Pacer(0));
    for (let use = 1; use <= uses; use += 1) {
      const budget = createBudget(plenty);
      const context = (isCompiled: boolean) => ({ budget, isCompiled });
      visited = 0;
      const running = Promise.resolve(engine.run({ operation, variables: {}, context }));
      const before = visited;
      budget.abort(deadlineExceeded(1));
      await unlessEnded(running, budget, () => ({}));
      for (let turn = 0; turn < MANY; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      expect(visited).toBe(before);
    }
  });
});

describe('short lists in a turn that has lasted for a slice', () => {
  it.each([1, 2, 3, 4])('are answered at once in a small operation (use %i)', (uses) => {
    const { engine, operation } = prepared('{ halls { tags seats { index } } }', new Pacer(0));
    const seen = { tags: ['a', 'b'], seats };
    for (let use = 1; use <= uses; use += 1) {
      const budget = createBudget({ nodes: 100_000, bytes: 1e9, milliseconds: 60_000 });
      const context = (isCompiled: boolean) => ({ budget, isCompiled });
      const result = engine.run({ operation, variables: {}, context });
      expect(JSON.parse(JSON.stringify(result))).toEqual({ data: { halls: [seen, seen] } });
      budget.close();
    }
  });

  it('wait for their turn in one that has produced much', async () => {
    const { engine, operation } = prepared('{ halls { tags seats { index } } }', new Pacer(0));
    const budget = createBudget({ nodes: 100_000, bytes: 1e9, milliseconds: 60_000 });
    budget.charge(10_000);
    const running = engine.run({
      operation,
      variables: {},
      context: (isCompiled) => ({ budget, isCompiled }),
    });
    expect(running).toBeInstanceOf(Promise);
    expect(await running).toMatchObject({ data: { halls: [{ seats }, { seats }] } });
    budget.close();
  });
});

function budgetOf(budget: Budget, charge: Budget['charge']): Budget {
  return {
    get fault() {
      return budget.fault;
    },
    signal: budget.signal,
    spentNodes: 0,
    spentBytes: 0,
    get hasEnded() {
      return budget.hasEnded;
    },
    watch: (listener) => budget.watch(listener),
    unwatch: (listener) => budget.unwatch(listener),
    remainingMs: () => budget.remainingMs(),
    charge,
    chargeBytes: (bytes) => budget.chargeBytes(bytes),
    abort: (fault) => budget.abort(fault),
    close: () => budget.close(),
  };
}

function end(budget: Budget): boolean {
  budget.abort(deadlineExceeded(1));
  return false;
}

function prepared(text: string, pacer?: Pacer) {
  const schema: GraphQLSchema = buildSubgraphSchema({ typeDefs, resolvers });
  chargeLists(schema, pacer);
  const checked = createDocuments(schema).check(text);
  if (checked.kind !== 'good') throw new AggregateError(checked.errors);
  return { engine: createEngine(schema), operation: checked.operation(null) };
}
