import { setImmediate } from 'node:timers/promises';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { describe, expect, it } from '@jest/globals';
import { type ExecutionResult, GraphQLError, parse, print } from 'graphql';
import { chargeLists } from './charge-lists.ts';
import { createEngine, keepTypesFromThrowing } from './compiled-operations.ts';
import { createDocuments } from './documents.ts';
import { scalarResolvers } from './scalars.ts';

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  scalar DateTime
  type Query {
    echo(text: String, number: Int, at: DateTime, input: Input, tree: Tree): String
    day(at: DateTime!): DateTime
    user(id: ID!): User
    users: [User!]!
    maybe: [User]
    strict: User!
    pet: Pet
    nameless: Pet
  }
  input Input { text: String = "none" nested: Nested list: [Int!] at: DateTime }
  input Nested { list: [Int!] }
  input Tree { name: String branches: [Tree!] }
  type Mutation { add(number: Int!): Int fail: Int }
  type User @key(fields: "id") { id: ID! name: String! friends: [User!] secret: String pet: Pet role: Role friendly: Boolean }
  enum Role { BUYER SELLER }
  union Pet = Cat | Dog
  type Cat { name: String lives: Int }
  type Dog { name: String owner: User }
`);
const userNamed = (id: string) => ({
  id,
  name: `name of ${id}`,
  role: 'BUYER',
  friendly: () => true,
  pet: { __typename: 'Cat', name: 'Tom', lives: 9 },
});
let added: number[] = [];
const resolvers = {
  ...scalarResolvers,
  Query: {
    echo: (_: unknown, args: object) => JSON.stringify(args),
    day: (_: unknown, { at }: { at: Date }) => at,
    user: async (_: unknown, { id }: { id: string }) => userNamed(id),
    users: () => ['a', 'b'].map(userNamed),
    maybe: () => [userNamed('a'), Promise.reject(new Error('lost')), laterUser('c'), null],
    strict: () => null,
    pet: () => ({ __typename: 'Dog', name: 'Rex' }),
    nameless: async () => ({ name: 'of no type' }),
  },
  Mutation: {
    async add(_: unknown, { number }: { number: number }) {
      // The earlier one takes longer, so that running them beside one another would show.
      for (let turns = 3 - number; turns > 0; turns -= 1) await setImmediate();
      return added.push(number);
    },
    fail() {
      throw new GraphQLError('refused', { extensions: { code: 'FORBIDDEN' } });
    },
  },
  User: {
    async __resolveReference({ id }: { id: string }) {
      if (id === 'late') return laterUser(id);
      if (id === 'lost') throw new Error('lost');
      return userNamed(id);
    },
    friends: async ({ id }: { id: string }) => [userNamed(`${id}1`), userNamed(`${id}2`)],
    secret() {
      throw new GraphQLError('not for you', { extensions: { code: 'FORBIDDEN' } });
    },
  },
  Pet: {
    __resolveType({ __typename: name }: { __typename?: string }) {
      if (name) return name;
      throw new Error('this is no pet');
    },
  },
  Dog: { owner: async () => userNamed('owner') },
};
async function laterUser(id: string) {
  await setImmediate();
  return userNamed(id);
}

describe('a compiled operation', () => {
  it.each<[string, string, object?]>([
    [
      'plain fields, aliases and nested lists',
      '{ a: user(id: 1) { id n: name friends { friends { id } } } users { name role } }',
    ],
    [
      'variables',
      'query ($t: String, $n: Int, $d: DateTime) { echo(text: $t, number: $n, at: $d) }',
      { t: 'x', d: '2027-01-01T00:00:00Z' },
    ],
    [
      'variables that are absent, null and default',
      'query ($a: String, $b: String, $c: String = "c") { a: echo(text: $a) b: echo(text: $b) c: echo(text: $c) }',
      { b: null },
    ],
    [
      'input objects',
      'query ($i: Input, $n: Int!) { a: echo(input: $i) b: echo(input: { text: "y", nested: { list: [1, $n] } }) }',
      { i: { nested: { list: 3 }, at: '2027-01-01T00:00:00+02:00' }, n: 4 },
    ],
    ['unions', '{ pet { __typename ... on Dog { name owner { pet { ... on Cat { lives } } } } } }'],
    [
      'the entities of federation',
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on User { id name } } }',
      {
        r: [
          { __typename: 'User', id: 'late' },
          { __typename: 'User', id: 'lost' },
          { __typename: 'User', id: 'c' },
        ],
      },
    ],
    ['errors of fields, in their places', '{ users { id secret } }'],
    ['errors of items, in their places', '{ maybe { id } }'],
    ['null where there must be something', '{ strict { id } }'],
  ])('answers as graphql-js does: %s', async (_what, text, ...[variables]) => {
    const { first, third, isCompiled } = await asked(text, variables);
    expect(isCompiled).toBe(true);
    expect(third).toEqual(first);
  });

  it.each<[string, string, object?]>([
    [
      'a variable within a literal of a custom scalar',
      'query ($id: ID!) { _entities(representations: [{ __typename: "User", id: $id }]) { ... on User { id } } }',
      { id: 'x' },
    ],
    [
      'a fragment that is spread twice and included once',
      `query ($yes: Boolean!) { a: user(id: 1) { ...f @include(if: $yes) } b: user(id: 2) { id ...f @skip(if: $yes) } }
       fragment f on User { name friends @include(if: $yes) { id } }`,
      { yes: true },
    ],
    ['a default of a custom scalar', 'query ($at: DateTime! = "2027-01-01T00:00:00Z") { day(at: $at) }'],
    ['a default of an input object', 'query ($i: Input = { list: [1] }) { echo(input: $i) }'],
    [
      'an input object that contains itself',
      'query ($t: Tree) { echo(tree: $t) }',
      { t: { branches: [{ name: 'a', branches: [{ name: 'b' }] }] } },
    ],
    ['a default of a variable that is never null', 'query ($n: Int! = 7) { echo(number: $n) }'],
  ])('is none where compiled code would answer something else: %s', async (_what, text, ...[variables]) => {
    const { first, third, isCompiled } = await asked(text, variables);
    expect([first.errors, isCompiled]).toEqual([undefined, false]);
    expect(third).toEqual(first);
  });

  it.each<[string, string, object?]>([
    ['is missing', 'query ($at: DateTime!) { day(at: $at) }'],
    ['is wrong', 'query ($at: DateTime!) { day(at: $at) }', { at: 'tomorrow' }],
    ['has an unknown field', 'query ($i: Input) { echo(input: $i) }', { i: { unknown: 1 } }],
  ])('names a variable that %s, and its place', async (_how, text, ...[variables]) => {
    const { first, third } = await asked(text, variables);
    expect(third).toEqual(first);
    expect(third.errors).toHaveLength(1);
  });

  it('runs mutations one after another', async () => {
    added = [];
    const { third } = await asked('mutation { a: add(number: 1) b: add(number: 2) fail c: add(number: 3) }');
    expect(added.slice(-3)).toEqual([1, 2, 3]);
    expect(third).toMatchObject({ data: { fail: null }, errors: [{ path: ['fail'] }] });
  });

  it('survives an object whose type cannot be told', async () => {
    const { third, isCompiled } = await asked('{ nameless { __typename } users { id } }');
    expect(isCompiled).toBe(true);
    expect(third).toMatchObject({ data: { nameless: null, users: [{ id: 'a' }, { id: 'b' }] } });
    expect(third.errors).toHaveLength(1);
  });

  it('is never the first to find a field that only graphql-js would resolve', async () => {
    const { first, isCompiled } = await asked('{ users { friendly } }');
    expect(first.errors?.[0]?.message).toContain('expected a plain value in User.friendly, got a function');
    expect(isCompiled).toBe(true);
  });

  it('leaves the document as it was', async () => {
    const document = parse('{ users { id ... on User { name } } }');
    const before = JSON.stringify(document);
    const { isCompiled } = await asked(print(document), {}, document);
    expect([isCompiled, JSON.stringify(document)]).toEqual([true, before]);
  });

  it('is known by its name within a document', async () => {
    const schema = aSchema();
    const engine = createEngine(schema);
    const checked = createDocuments(schema).check('query A { users { id } } query B { pet { __typename } }');
    if (checked.kind !== 'good') throw new AggregateError(checked.errors);
    for (let use = 0; use < 4; use += 1) {
      const context = (isCompiled: boolean) => ({ isCompiled });
      const ask = (name: string) =>
        engine.run({ operation: checked.operation(name), variables: {}, context });
      expect(await ask('A')).toMatchObject({ data: { users: [{ id: 'a' }, { id: 'b' }] } });
      expect(await ask('B')).toMatchObject({ data: { pet: { __typename: 'Dog' } } });
    }
  });
});

function aSchema() {
  const schema = buildSubgraphSchema({ typeDefs, resolvers } as Parameters<typeof buildSubgraphSchema>[0]);
  keepTypesFromThrowing(schema, () => {});
  chargeLists(schema);
  return schema;
}

/** The answers to the first use and to one after the third, as JSON, and whether the latter was compiled. */
async function asked(text: string, variables: object = {}, document?: ReturnType<typeof parse>) {
  const schema = aSchema();
  const engine = createEngine(schema);
  const checked = createDocuments(schema).check(document ?? text);
  if (checked.kind !== 'good') throw new AggregateError(checked.errors);
  const results: ExecutionResult[] = [];
  let isCompiled = false;
  const context = (compiled: boolean) => {
    isCompiled = compiled;
    return { isCompiled: compiled };
  };
  for (let use = 0; use < 4; use += 1) {
    const operation = checked.operation(null);
    results.push(await engine.run({ operation, variables: { ...variables }, context }));
  }
  return { first: shown(results[0]), third: shown(results[3]), isCompiled };
}

/** As a client sees it, errors in a fixed order: engines meet them in different ones. */
function shown(result: ExecutionResult | undefined): ExecutionResult {
  const { data, errors } = JSON.parse(JSON.stringify(result ?? {}));
  const sorted = errors?.map(({ message, path }: { message: string; path?: unknown }) => ({ message, path }));
  sorted?.sort((a: object, b: object) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  return { data, errors: sorted };
}
