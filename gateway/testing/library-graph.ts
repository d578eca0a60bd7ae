import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  buildSchema,
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
  parse,
  printSchema,
} from 'graphql';

/**
 * A small federated graph with everything that makes plans hard: entity interfaces and @interfaceObject,
 * unions, @requires, @provides, @override, lists in lists, keys of two fields, values that are null, and an
 * enum value that is hidden from the public.
 */
export interface LibraryGraph {
  readonly supergraphSdl: string;
  readonly schemas: ReadonlyMap<string, GraphQLSchema>;
}

/** Says whether a field fails for an object: "Book", "pages", "b1"; "*" is finding the object itself. */
export type Fails = (type: string, field: string, id: string) => boolean;

const head = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@requires", "@provides", "@external", "@shareable", "@override", "@inaccessible", "@interfaceObject"
])`;

const typeDefs = {
  catalog: `${head}
    type Query {
      item(id: ID!): Item
      items(first: Int = 9): [Item!]!
      shelves: [[Item]!]
      found: [Found!]!
      nothing: Book
    }
    type Mutation { rename(id: ID!, title: String!): Item }
    type Subscription { itemChanged(id: ID!): Item }
    interface Item @key(fields: "id") { id: ID! title: String! genre: Genre author: Person }
    type Book implements Item @key(fields: "id") {
      id: ID! title: String! genre: Genre author: Person pages: Int sequel: Book size: Size @shareable
    }
    type Film implements Item @key(fields: "id") {
      id: ID! title: String! genre: Genre author: Person @provides(fields: "name") minutes: Int! cast: [Person]
    }
    type Size @shareable { width: Float height: Float }
    enum Genre { CRIME POETRY SECRET @inaccessible }
    union Found = Book | Film | Person
    type Person @key(fields: "id") { id: ID! name: String @external }
  `,
  people: `${head}
    type Query { person(id: ID!): Person people: [Person!]! }
    type Person @key(fields: "id") @key(fields: "name born") {
      id: ID! name: String @shareable born: Int friends: [Person!]! best: Person place: Place
    }
    type Place { city: String! country: String }
  `,
  prices: `${head}
    type Query { cheapest: Item }
    type Item @key(fields: "id") @interfaceObject { id: ID! price: Float tags: [String!] offers(most: Int = 9): [Offer!]! }
    type Offer @key(fields: "shop { code } sku") { shop: Shop! sku: String! amount: Float }
    type Shop { code: String! }
  `,
  reading: `${head}
    type Book @key(fields: "id") {
      id: ID! pages: Int @external size: Size @external
      hours: Float @requires(fields: "pages")
      fits: Boolean @requires(fields: "size { width height }")
      bestseller: Boolean! reader: Reader
    }
    type Size { width: Float @external height: Float @external }
    type Film @key(fields: "id") { id: ID! minutes: Int! @override(from: "catalog") rating: Int reader: Reader }
    union Reader = Person | Machine
    type Machine { serial: ID! model: String }
    type Person @key(fields: "id") { id: ID! books: [Book!]! }
    type Offer @key(fields: "shop { code } sku") { shop: Shop! @shareable sku: String! @shareable stock: Int! }
    type Shop @shareable { code: String! }
  `,
};

const people = ['p1', 'p2', 'p3'].map((id, index) => ({
  id,
  name: index === 2 ? null : `name of ${id}`,
  born: 1900 + index,
}));
const items = [
  { __typename: 'Book', id: 'b1', title: 'one', genre: 'CRIME', author: 'p1', pages: 100, sequel: 'b2' },
  { __typename: 'Book', id: 'b2', title: 'two', genre: 'SECRET', author: 'p2', pages: null, sequel: null },
  { __typename: 'Book', id: 'b3', title: 'three', genre: null, author: null, pages: 7, sequel: 'b1' },
  { __typename: 'Film', id: 'f1', title: 'four', genre: 'POETRY', author: 'p1', cast: ['p1', null, 'p3'] },
  { __typename: 'Film', id: 'f2', title: 'five', genre: 'CRIME', author: 'p3', cast: null },
];

type Item = (typeof items)[number];
const itemNamed = (id: unknown): Item | null => items.find((item) => item.id === id) ?? null;
const personNamed = (id: unknown) => people.find((person) => person.id === id) ?? null;
const reference = (id: string | null | undefined) => (id ? { __typename: 'Person', id } : null);

const catalogItem = {
  author: ({ author, __typename }: Item) => {
    const person = reference(author);
    return person && __typename === 'Film' ? { ...person, name: personNamed(author)?.name } : person;
  },
  genre: ({ genre }: Item) => genre,
};

function resolversOf() {
  const offersOf = (id: string) =>
    ['x', 'y'].map((sku) => ({ shop: { code: `shop of ${id}` }, sku, amount: sku === 'x' ? 1.5 : null }));
  const readerOf = ({ id }: { id: string }) => {
    if (id === 'b3') return null;
    return id === 'b2' ? { __typename: 'Machine', serial: 's1', model: null } : reference('p2');
  };
  return {
    catalog: {
      Query: {
        item: (_: unknown, { id }: { id: string }) => itemNamed(id),
        items: (_: unknown, { first }: { first: number }) => items.slice(0, first),
        shelves: () => [[items[0], null, items[3]], [], [items[0], items[1]]],
        found: () => [items[0], items[4], reference('p1')],
        nothing: () => null,
      },
      Mutation: {
        rename: (_: unknown, { id, title }: { id: string; title: string }) => {
          const item = itemNamed(id);
          return item && { ...item, title };
        },
      },
      Subscription: {
        itemChanged: {
          async *subscribe(_: unknown, { id }: { id: string }) {
            yield itemNamed(id);
          },
          resolve: (item: unknown) => item,
        },
      },
      Item: { __resolveReference: ({ id }: Item) => itemNamed(id) },
      Book: {
        ...catalogItem,
        __resolveReference: ({ id }: Item) => itemNamed(id),
        sequel: ({ sequel }: Item) => itemNamed(sequel),
        size: ({ id }: Item) => (id === 'b3' ? null : { width: 10, height: id === 'b2' ? null : 20 }),
      },
      Film: {
        ...catalogItem,
        __resolveReference: ({ id }: Item) => itemNamed(id),
        cast: ({ cast }: Item) => cast?.map(reference),
      },
      Person: { __resolveReference: ({ id }: Item) => reference(id) },
    },
    people: {
      Query: { person: (_: unknown, { id }: { id: string }) => personNamed(id), people: () => people },
      Person: {
        __resolveReference: ({ id, name }: { id?: string; name?: string }) =>
          personNamed(id) ?? people.find((person) => person.name === name) ?? null,
        friends: ({ id }: Item) => people.filter((person) => person.id !== id),
        best: ({ id }: Item) => (id === 'p1' ? personNamed('p2') : null),
        place: ({ id }: Item) => (id === 'p2' ? null : { city: `city of ${id}`, country: null }),
      },
    },
    prices: {
      Query: { cheapest: () => ({ id: 'b1' }) },
      Item: {
        __resolveReference: ({ id }: Item) => (id === 'f2' ? null : { id }),
        price: ({ id }: Item) => (id === 'b2' ? null : 9.5),
        tags: ({ id }: Item) => (id === 'b1' ? ['a', 'b'] : null),
        offers: ({ id }: Item) => offersOf(id),
      },
    },
    reading: {
      Book: {
        __resolveReference: (book: Item) => book,
        hours: ({ pages }: { pages: number | null }) => (pages === null ? null : pages / 50),
        fits: ({ size }: { size: { width: number | null } | null }) => size?.width === 10,
        bestseller: ({ id }: Item) => id === 'b1',
        reader: readerOf,
      },
      Film: {
        __resolveReference: ({ id }: Item) => ({ id }),
        minutes: () => 90,
        rating: ({ id }: Item) => (id === 'f1' ? 5 : null),
        reader: readerOf,
      },
      Person: {
        __resolveReference: ({ id }: Item) => ({ id }),
        books: ({ id }: Item) => (id === 'p1' ? [{ id: 'b1', pages: 100 }, { id: 'b2' }] : []),
      },
      Offer: {
        __resolveReference: (offer: { sku: string }) => offer,
        stock: ({ sku }: { sku: string }) => (sku === 'x' ? 3 : 0),
      },
    },
  };
}

/** @param fails which fields throw; by default none */
export function createLibraryGraph(fails: Fails = () => false): LibraryGraph {
  const resolvers = resolversOf();
  const names = ['catalog', 'people', 'prices', 'reading'] as const;
  const composed = composeServices(
    names.map((name) => ({ name, typeDefs: parse(typeDefs[name]), url: `in-process:${name}` })),
  );
  if (!composed.supergraphSdl) throw new AggregateError(composed.errors ?? [], composed.errors?.[0]?.message);
  const schemas = names.map((name) => {
    const modules = { typeDefs: parse(typeDefs[name]), resolvers: resolvers[name] };
    return [
      name,
      failing(buildSubgraphSchema(modules as Parameters<typeof buildSubgraphSchema>[0]), fails),
    ] as const;
  });
  return { supergraphSdl: composed.supergraphSdl, schemas: new Map(schemas) };
}

type ResolveReference = (reference: { id?: unknown }, ...others: unknown[]) => unknown;

/** Wraps every field of an object with an id, so that it throws for the objects that it is to fail for. */
function failing(schema: GraphQLSchema, fails: Fails): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!('getFields' in type) || type.name.startsWith('_')) continue;
    const { apollo } = type.extensions as { apollo?: { subgraph?: { resolveReference?: ResolveReference } } };
    const find = apollo?.subgraph?.resolveReference;
    if (apollo?.subgraph && find) {
      apollo.subgraph.resolveReference = (reference, ...others) => {
        if (fails(type.name, '*', String(reference.id)))
          throw new Error(`${type.name} ${reference.id} fails`);
        return find(reference, ...others);
      };
    }
    for (const field of Object.values(type.getFields())) {
      if (!('resolve' in field)) continue;
      const resolve: GraphQLFieldResolver<{ id?: unknown } | undefined, unknown> | undefined = field.resolve;
      const { name } = field;
      field.resolve = (
        source: { id?: unknown } | undefined,
        args: unknown,
        context: unknown,
        info: GraphQLResolveInfo,
      ) => {
        const id = typeof source?.id === 'string' ? source.id : '';
        if (fails(type.name, name, id)) throw new Error(`${type.name}.${name} of ${id || 'all'} fails`);
        return (resolve ?? defaultFieldResolver)(source, args, context, info);
      };
    }
  }
  return schema;
}

/** The same graph as one schema, answered by graphql-js alone: what the federated one has to answer. */
export function asOneSchema(apiSchema: GraphQLSchema): GraphQLSchema {
  const { catalog, people: ofPeople, prices, reading } = resolversOf();
  const priced = {
    ...prices.Item,
    // The subgraph of the prices does not know this film.
    ...Object.fromEntries(
      Object.entries(prices.Item).map(([name, resolve]) => [
        name,
        (item: Item) => (item.id === 'f2' ? null : resolve(item)),
      ]),
    ),
  };
  const person = (source: { id?: string } | null) => source && personNamed(source.id);
  const item = { author: (source: Item) => personNamed(source.author), ...priced };
  const resolvers: Record<string, Record<string, unknown>> = {
    Query: {
      ...catalog.Query,
      ...ofPeople.Query,
      found: () => [items[0], items[4], { __typename: 'Person', ...personNamed('p1') }],
      cheapest: () => items[0],
    },
    Book: {
      ...catalog.Book,
      ...reading.Book,
      ...item,
      fits: ({ id }: Item) => id !== 'b3',
      reader: readerOf,
    },
    Film: {
      ...catalog.Film,
      ...reading.Film,
      ...item,
      cast: ({ cast }: Item) => cast?.map((id) => personNamed(id)),
      reader: readerOf,
    },
    Person: {
      ...ofPeople.Person,
      books: ({ id }: Item) => reading.Person.books({ id } as Item).map(({ id }) => itemNamed(id)),
    },
    Offer: reading.Offer,
  };
  function readerOf(source: Item) {
    const reader = reading.Book.reader(source);
    return reader && 'id' in reader ? { __typename: 'Person', ...person(reader) } : reader;
  }
  const schema = buildSchema(printSchema(apiSchema));
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const resolve = resolvers[type.name]?.[field.name];
      if (typeof resolve !== 'function') continue;
      field.resolve = (source: unknown, args: unknown) =>
        resolve(...(type.name === 'Query' ? [undefined, args] : [source]));
    }
  }
  return schema;
}
