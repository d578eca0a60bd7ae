import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { scalarResolvers } from '@parterre/platform/graphql/scalars.ts';
import { buildSchema, type DocumentNode, type FormattedExecutionResult, Kind, parse, visit } from 'graphql';
import { defaultLimits } from '../limits.ts';
import { rateRefusal } from '../rates/rate-limited.ts';
import type { AdmittedOperation, OperationRequest, RefusedOperation } from './admission.ts';
import { type AdmissionOptions, createAdmission } from './create-admission.ts';
import { fragmentsOf, refuseShape } from './document-shape.ts';
import { priceOperation } from './price.ts';
import { readSchemaCosts } from './schema-costs.ts';

const sdl = `
  directive @cost(weight: Int!) on FIELD_DEFINITION | OBJECT
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
  directive @oncePerOperation on FIELD_DEFINITION
  directive @join__type(key: String) repeatable on OBJECT | INTERFACE
  directive @join__field(requires: String) repeatable on FIELD_DEFINITION
  scalar DateTime
  type Query {
    event(id: ID): Event
    events(filter: Filter, first: Int): Events
      @listSize(slicingArguments: ["first"], assumedSize: 20, sizedFields: ["nodes"])
    search(text: String): String
    ids(of: [Int!]): Int
    at(when: DateTime!): String
  }
  type Mutation { login(name: String): String @oncePerOperation rename(when: DateTime!): String }
  type Subscription { changed(id: ID): Event }
  type Events { nodes: [Event!]! }
  type Event @join__type(key: "id") @join__type(key: "venue { code }") {
    id: ID
    title: String
    price: Int
    shipping: Int @join__field(requires: "price")
    venue: Venue
    seats: [Seat!]! @listSize(assumedSize: 40000)
  }
  type Venue { code: String title: String }
  type Seat { index: Int row: Row }
  type Row { label: String seats: [Seat!]! @listSize(assumedSize: 1000) }
  input Filter { title: String city: String }
`;
const schema = buildSchema(sdl);

function admissionWith(options: Partial<AdmissionOptions> = {}) {
  return createAdmission({
    apiSchema: schema,
    fullSchema: schema,
    limits: defaultLimits,
    scalars: scalarResolvers,
    introspection: true,
    suggestsNames: true,
    ...options,
  });
}
const admission = admissionWith();

/** What a client reads of a refusal. */
function refusalOf(request: OperationRequest, judge = admission): FormattedExecutionResult['errors'] {
  const judged = judge.admit(request);
  if (judged.kind === 'admitted') throw new Error('expected the operation to be refused, got it admitted');
  return judged.errors.map((error) => error.toJSON());
}

function expectRefused(
  request: OperationRequest,
  message: string | RegExp,
  code = 'GRAPHQL_VALIDATION_FAILED',
) {
  const expected =
    typeof message === 'string' ? expect.stringContaining(message) : expect.stringMatching(message);
  expect(refusalOf(request)).toMatchObject([{ message: expected, extensions: { code } }]);
}

function admitted(judged: AdmittedOperation | RefusedOperation): AdmittedOperation {
  if (judged.kind === 'admitted') return judged;
  throw new AggregateError(judged.errors, judged.errors[0]?.message);
}

describe('a text', () => {
  it('is at most 64 KB long; long values travel as variables', () => {
    const long = 'A'.repeat(64 * 1024);
    expectRefused(
      { query: `{ search(text: "${long}") }` },
      'at most 65536 characters',
      'GRAPHQL_PARSE_FAILED',
    );
    const query = 'query($text: String) { search(text: $text) }';
    expect(admission.admit({ query, variables: { text: long } }).kind).toBe('admitted');
  });

  it.each([[undefined], [null], [42], [{}], [['{ search }']]])('is a text, not %j', (query) => {
    expectRefused({ query }, 'expected "query" to be a text', 'GRAPHQL_PARSE_FAILED');
  });

  it.each([
    ['lists', `{ ids(of: ${'['.repeat(1_900)}${']'.repeat(1_900)}) }`],
    ['lists that never end', `{ ids(of: ${'['.repeat(30_000)}`],
    ['fields', `${'{ event '.repeat(101)}{ id }${' }'.repeat(101)}`],
  ])('nests at most 100 deep: %s', (_what, query) => {
    expectRefused({ query }, 'expected a document that nests at most 100 deep', 'GRAPHQL_PARSE_FAILED');
  });

  it('has literals at most 20 deep', () => {
    expect(refusalOf({ query: `{ ids(of: ${'['.repeat(21)}${']'.repeat(21)}) }` })).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('literals at most 20 deep') }),
    );
  });

  it('has no fragment that contains itself, and no two of one name', () => {
    expectRefused(
      { query: '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }' },
      'Cannot spread fragment "A" within itself',
    );
    expectRefused(
      { query: '{ ...A } fragment A on Query { search } fragment A on Query { search }' },
      'only one fragment named "A"',
    );
  });

  it('is told at most twenty faults, each of bounded length', () => {
    const errors = refusalOf({ query: `{ event { ${'nonsense '.repeat(400)} } }` });
    expect(errors).toHaveLength(21);
    const long = refusalOf({ query: `{ search(text: [${'"A", '.repeat(900)}]) }` });
    expect(long?.[0]?.message.length).toBeLessThanOrEqual(500);
  });

  it('is judged once, whether it is good or bad', () => {
    const [first, second] = [1, 2].map(() => admission.admit({ query: '{ nonsense }' }));
    expect(second).toEqual(first);
    expect((second as RefusedOperation).errors[0]).toBe((first as RefusedOperation).errors[0]);
    const good = [1, 2].map(() => admitted(admission.admit({ query: '{ search }' })));
    expect(good[1]?.document).toBe(good[0]?.document);
  });

  it('is not read when its address has had its share of what is new, and answered when it is known', () => {
    const took: number[] = [];
    const tooMuch = rateRefusal(
      { name: 'preparation', points: 1, durationMs: 60_000 },
      { isTaken: false, remaining: 0, resetMs: 30_000 },
    );
    const judge = admissionWith({
      preparation: {
        refusal: (address) => (address === '192.0.2.1' && took.length > 0 ? tooMuch : undefined),
        took: (_address, milliseconds) => void took.push(milliseconds),
      },
    });
    const [known, fresh, bad] = ['{ search }', '{ search(text: "new") }', '{ nonsense }'];
    admitted(judge.admit({ query: known }, '192.0.2.1'));
    expect(took).toEqual([expect.any(Number)]);
    admitted(judge.admit({ query: known }, '192.0.2.1'));
    for (const query of [fresh, bad]) {
      const judged = judge.admit({ query }, '192.0.2.1');
      expect(judged).toMatchObject({ kind: 'refused', errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    }
    // Nobody's share, and another's.
    admitted(judge.admit({ query: fresh }));
    expect(judge.admit({ query: bad }, '192.0.2.2').kind).toBe('refused');
    expect(took).toHaveLength(2);
  });

  it('is kept within bytes: many long ones do not all stay', () => {
    const small = admissionWith({ limits: { ...defaultLimits, documentBytes: 4 * 1024 * 1024 } });
    const long = (name: number) => ({ query: `{ search(text: "${name} ${'A'.repeat(15_000)}") }` });
    const first = admitted(small.admit(long(0))).document;
    expect(admitted(small.admit(long(0))).document).toBe(first);
    for (let name = 1; name <= 5; name += 1) small.admit(long(name));
    expect(admitted(small.admit(long(0))).document).not.toBe(first);
  });
});

describe('a shape', () => {
  it.each([
    ['fields', `{ ${'search '.repeat(501)} }`, 'at most 500 fields, got 501'],
    ['aliases', `{ ${names(51, (n) => `a${n}: search`)} }`, 'at most 50 aliases, got 51'],
    ['directives', `{ search ${'@include(if: true) '.repeat(51)} }`, 'at most 50 directives, got 51'],
    ['root fields', `{ ${'search '.repeat(51)} }`, 'at most 50 fields at the root'],
    ['levels', `{ event { ${'venue { '.repeat(15)} code ${'}'.repeat(15)} } }`, 'at most 15 deep, got 17'],
    [
      'fragments',
      `{ search ${names(101, (n) => `...F${n}`)} } ${names(101, (n) => `fragment F${n} on Query { search }`)}`,
      'at most 100 fragments, got 101',
    ],
    [
      'fields of fragments that nothing spreads',
      `{ search } fragment A on Query { ...B ...B } fragment B on Query { ${'search '.repeat(250)} }`,
      'at most 500 fields, got 501',
    ],
  ])('has few enough %s', (_, query, message) => {
    expectRefused({ query }, message);
  });

  it('is counted after spreading, and without spreading', () => {
    const bomb = inlineBomb(30);
    expectRefused({ query: bomb }, /at most 500 fields, got \d/);
    const { document, looks } = watched(bomb);
    const fragments = fragmentsOf(document);
    if (!('get' in fragments)) throw fragments;
    expect(refuseShape(document, fragments, defaultLimits)?.message).toMatch(/at most 500 fields/);
    // Each selection set is looked at some times, not 2^30 times.
    expect(looks()).toBeLessThan(1_000);
  });

  it('of a subscription has no condition at its root: the specification counts one field without values', () => {
    const message = 'expected a subscription to one field without condition';
    const query = 'subscription($i: Boolean = true) { changed @include(if: $i) { id } }';
    expectRefused({ query }, message, 'BAD_USER_INPUT');
    expectRefused(
      { query: 'subscription($i: Boolean!) { ... @skip(if: $i) { changed { id } } }' },
      message,
      'BAD_USER_INPUT',
    );
    const below = 'subscription($i: Boolean!) { changed { id title @include(if: $i) } }';
    expect(admission.admit({ query: below, variables: { i: true } }).kind).toBe('admitted');
  });
});

describe('a field', () => {
  it.each([
    ['a key', '{ event { id: title } }'],
    ['a key of several levels', '{ event { venue { code: title } } }'],
    ['the object of such a key', '{ event { venue: price } }'],
    ['what another subgraph requires', '{ event { price: title } }'],
    ['the name of the type', '{ event { __typename: title } }'],
  ])('takes no alias that shadows %s', (_, query) => {
    expectRefused({ query }, 'choose another alias');
  });

  it('takes any other, also one that is a key elsewhere', () => {
    const query = '{ event { id: id key: id code: title venue { id: title price: title } } }';
    expect(admission.admit({ query }).kind).toBe('admitted');
  });

  it('that is dear by nature is asked once in an operation', () => {
    expectRefused({ query: 'mutation { login b: login }' }, 'expected login at most once in an operation');
    expectRefused(
      { query: 'mutation { a: login ...F } fragment F on Mutation { b: login }' },
      'expected login at most once in an operation',
    );
    expect(admission.admit({ query: 'mutation { login ...F } fragment F on Mutation { login }' }).kind).toBe(
      'admitted',
    );
  });
});

describe('variables', () => {
  const filtered = 'query($x: Filter) { events(filter: $x) { nodes { id } } }';

  it('are answered shortly when they have thousands of unknown keys', () => {
    const keys = Object.fromEntries(Array.from({ length: 8_000 }, (_, index) => [`k${index}`, index]));
    const errors = refusalOf({ query: filtered, variables: { x: keys } });
    expect(errors?.length).toBe(2);
    expect(JSON.stringify(errors).length).toBeLessThan(5_000);
  });

  it.each([
    ['in one list', { x: Array.from({ length: 10_001 }, () => 1) }],
    ['in one object', { x: Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [n, 1])) }],
    ['in all of them', Object.fromEntries(Array.from({ length: 101 }, (_, n) => [n, Array(100).fill(1)]))],
  ])('have at most 10,000 values %s', (_, variables) => {
    expectRefused({ query: '{ search }', variables }, 'at most 10000 values', 'BAD_USER_INPUT');
  });

  it('nest at most 20 deep, however deep they are', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 9_000; level += 1) deep = [deep];
    expectRefused({ query: filtered, variables: { x: deep } }, 'at most 20 deep', 'BAD_USER_INPUT');
  });

  it.each([
    ['NUL', 'a\0b'],
    ['half a surrogate pair', { title: ['\ud800'] }],
  ])('hold no text that cannot be kept: %s', (_, x) => {
    expectRefused({ query: filtered, variables: { x } }, 'without NUL characters', 'BAD_USER_INPUT');
    expectRefused({ query: '{ search(text: "\\u0000") }' }, 'without NUL characters');
  });

  it('are an object', () => {
    for (const variables of ['{}', 1, []]) {
      expectRefused(
        { query: '{ search }', variables },
        'expected "variables" to be an object',
        'BAD_USER_INPUT',
      );
    }
    for (const variables of [null, undefined, {}]) {
      expect(admission.admit({ query: '{ search }', variables }).kind).toBe('admitted');
    }
  });

  it('are judged by what custom scalars mean, and named', () => {
    const query = 'mutation($when: DateTime!) { rename(when: $when) }';
    expectRefused(
      { query, variables: { when: 'yesterday' } },
      /^Variable "\$when" got invalid value "yesterday"; .*expected an instant/,
      'BAD_USER_INPUT',
    );
    for (const when of ['2027-02-30T18:30:00Z', '9999-12-31T20:00:00-12:00', '-000001-01-01T00:00:00Z']) {
      const named = new RegExp(`^Variable "\\$when" got invalid value "${when}"; .*expected an instant`);
      expectRefused({ query, variables: { when } }, named, 'BAD_USER_INPUT');
    }
    const { variables, coerced } = admitted(
      admission.admit({ query, variables: { when: '2027-03-01T18:30:00+01:00' } }),
    );
    // What subgraphs get is what the client sent.
    expect(variables).toEqual({ when: '2027-03-01T18:30:00+01:00' });
    expect(coerced).toEqual({ when: new Date('2027-03-01T17:30:00Z') });
  });

  it('do not come back whole in a message', () => {
    const query = 'query($of: [Int!]) { ids(of: $of) }';
    const [error] = refusalOf({ query, variables: { of: ['A'.repeat(1_000_000)] } }) ?? [];
    expect(error?.message.length).toBe(500);
  });
});

describe('a price', () => {
  it('refuses lists in a circle before anything is asked, with the estimate and the limit', () => {
    const query = '{ event { seats { row { seats { row { seats { index } } } } } } }';
    const [error] = refusalOf({ query }) ?? [];
    expect(error?.message).toMatch(/^expected an operation that costs at most 10000, estimated \d/);
    expect(error?.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      estimate: {
        cost: expect.any(Number),
        nodes: 5 + 40_000 * (1 + 1 + 1 + 1_000 * (1 + 1 + 1 + 1_000 * 2)) - 2,
      },
      limit: { cost: 10_000, nodes: 800_000 },
    });
  });

  it('counts for every event of a subscription', () => {
    const query = 'subscription { changed { seats { row { seats { index } } } } }';
    expectRefused({ query }, 'costs at most 10000', 'BAD_USER_INPUT');
  });

  it('is that of the values of the variables', () => {
    const query = 'query($n: Int) { events(first: $n) { nodes { title } } }';
    const nodesOf = (variables: object) => admitted(admission.admit({ query, variables })).nodes;
    expect([nodesOf({ n: 1 }), nodesOf({ n: 100 }), nodesOf({ n: 1 }), nodesOf({})]).toEqual([5, 203, 5, 43]);
    expectRefused({ query, variables: { n: 1_000_000 } }, 'costs at most', 'BAD_USER_INPUT');
  });

  it('is not kept by the text of a list, which is no size', () => {
    const query = (name: number) => `query N${name}($of: [Int!]!) { ids(of: $of) }`;
    const of = (number: number) => Array<number>(9_000).fill(1_000_000_000 + number);
    admitted(admission.admit({ query: query(0), variables: { of: of(0) } }));
    const before = heapUsed();
    for (let number = 0; number < 600; number += 1) {
      admitted(admission.admit({ query: query(number % 60), variables: { of: of(number) } }));
    }
    expect(heapUsed() - before).toBeLessThan(20_000_000);
  });

  it('looks at a document that multiplies as often as it is long', () => {
    const levels = 20;
    const fragments = names(
      levels,
      (level) => `fragment F${level} on Row { ${`seats { row { ...F${level + 1} } } `.repeat(2)} }`,
    );
    const { document, looks } = watched(
      `{ event { seats { row { ...F0 } } } } ${fragments} fragment F${levels} on Row { label }`,
    );
    const [operation] = document.definitions;
    const known = fragmentsOf(document);
    if (operation?.kind !== Kind.OPERATION_DEFINITION || !('get' in known))
      throw new Error('expected a query');
    const { nodes } = priceOperation(schema, readSchemaCosts(schema, schema), operation, known, {});
    expect(nodes).toBeGreaterThan(1e60);
    expect(looks()).toBeLessThan(500);
  });

  it('cannot be made for a list without a size', () => {
    const unsized = buildSchema('type Query { names: [String!] }');
    const options = { apiSchema: unsized, fullSchema: unsized };
    expect(() => admissionWith(options)).toThrow('Query.names is a list without a size');
    const lenient = admissionWith({ ...options, sizeOfUnsizedLists: 50 });
    expect(admitted(lenient.admit({ query: '{ names }' })).nodes).toBe(52);
  });

  it('bounds what can be asked about the schema', () => {
    const once = '{ __schema { types { fields { type { name } } } } }';
    expect(admission.admit({ query: once }).kind).toBe('admitted');
    const small = admissionWith({ limits: { ...defaultLimits, introspectionNodes: 50 } });
    expect(refusalOf({ query: once }, small)?.[0]?.message).toMatch(
      /^expected at most 50 values of the schema/,
    );
    expect(small.admit({ query: '{ search }' }).kind).toBe('admitted');
  });
});

describe('the schema', () => {
  it('is not told where introspection is off, nor bit by bit', () => {
    const closed = admissionWith({ introspection: false, suggestsNames: false });
    for (const query of [
      '{ __schema { queryType { name } } }',
      '{ search __type(name: "Query") { name } }',
    ]) {
      const [error] = refusalOf({ query }, closed) ?? [];
      expect(error?.message).toMatch(/introspection has been disabled/);
      expect(error?.message).not.toMatch(/apollo/i);
    }
    expect(closed.admit({ query: '{ search __typename }' }).kind).toBe('admitted');
    expect(JSON.stringify(refusalOf({ query: '{ serch }' }, closed))).not.toContain('Did you mean');
    expect(JSON.stringify(refusalOf({ query: '{ serch }' }))).toContain('Did you mean');
  });
});

describe('an operation of several', () => {
  const query = 'query A { search } query B($n: Int) { events(first: $n) { nodes { id } } }';

  it('is chosen by its name', () => {
    const one = admitted(admission.admit({ query, operationName: 'A' }));
    const other = admitted(admission.admit({ query, operationName: 'B' }));
    expect([one.operation.name?.value, other.operation.name?.value]).toEqual(['A', 'B']);
    expect(one.key).not.toBe(other.key);
    expect(admitted(admission.admit({ query, operationName: 'A' })).key).toBe(one.key);
  });

  it('is not remembered by a wrong name, which may be as long as a body', () => {
    const [first, second] = ['C'.repeat(100_000), 'C'.repeat(100_000)].map((operationName) =>
      admission.admit({ query, operationName }),
    );
    expect((second as RefusedOperation).errors[0]).not.toBe((first as RefusedOperation).errors[0]);
  });

  it.each([[undefined], [''], ['C'], [42]])('is not chosen by %j', (operationName) => {
    expectRefused({ query, operationName }, 'expected "operationName" to', 'OPERATION_RESOLUTION_FAILURE');
  });
});

/** Bytes of what is still referred to. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

function names(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(' ');
}

/** Each level asks three times for the next one; inline fragments have neither depth nor aliases. */
function inlineBomb(levels: number): string {
  const fragments = names(levels, (level) => {
    const next = `...F${level + 1}`;
    return `fragment F${level} on Event { ... on Event { ${next} } ... on Event { ${next} ... on Event { ${next} } } }`;
  });
  return `{ event { ...F0 } } ${fragments} fragment F${levels} on Event { title }`;
}

/** A document that counts how often its selections are looked at. */
function watched(text: string): { readonly document: DocumentNode; looks(): number } {
  let looks = 0;
  const document = visit(parse(text), {
    SelectionSet: {
      leave({ selections, ...set }) {
        return Object.defineProperty({ ...set }, 'selections', {
          get() {
            looks += 1;
            return selections;
          },
        });
      },
    },
  });
  looks = 0;
  return { document, looks: () => looks };
}
