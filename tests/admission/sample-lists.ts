import {
  buildSchema,
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
} from 'graphql';

/** Every kind of list that a schema can have, each with its size. */
const sdl = `
  directive @cost(weight: Float!) on ARGUMENT_DEFINITION | FIELD_DEFINITION | OBJECT | SCALAR
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
  directive @listTotal(path: String!, atMost: [Int!]!) repeatable on OBJECT
  directive @oncePerOperation on FIELD_DEFINITION

  type Query {
    event: Event
    venue: Venue
    events(first: Int, after: String): EventConnection
      @listSize(slicingArguments: ["first"], assumedSize: 3, sizedFields: ["edges", "nodes"])
    page(size: Int! = 2): [Event!]! @listSize(slicingArguments: ["size"], assumedSize: 2)
    search: [Thing] @listSize(assumedSize: 4)
    tags: [String!] @listSize(assumedSize: 5)
  }
  type EventConnection { edges: [EventEdge!]! nodes: [Event!]! total: Int! }
  type EventEdge @cost(weight: 0) { cursor: String! node: Event! }
  interface Named { name: String! tags: [String!] @listSize(assumedSize: 2) }
  union Thing = Event | Venue | Seat
  type Event implements Named @cost(weight: 3) {
    name: String!
    tags: [String!] @listSize(assumedSize: 2)
    venue: Venue
    plan: Plan!
    related(first: Int = 2): [Named!]! @listSize(slicingArguments: ["first"], assumedSize: 2)
  }
  type Venue implements Named {
    name: String!
    tags: [String!] @listSize(assumedSize: 4)
    halls: [Plan!]! @listSize(assumedSize: 2)
    rating: Int @cost(weight: 7)
  }
  type Plan
    @listTotal(path: "sections.rows.seats", atMost: [3, 5, 11])
    @listTotal(path: "sections.outline", atMost: [3, 6]) {
    sections: [Section!]! @listSize(assumedSize: 3)
    seats: [Seat!]! @listSize(assumedSize: 11)
  }
  type Section @cost(weight: 0.5) @listTotal(path: "rows.seats", atMost: [4, 9]) {
    label: String!
    rows: [Row!]! @listSize(assumedSize: 4)
    outline: [Int!]! @listSize(assumedSize: 5)
    plan: Plan!
  }
  type Row { label: String! section: Section! seats: [Seat!]! @listSize(assumedSize: 6) }
  type Seat { label: String! row: Row! section: Section! }
`;

/** The schema with resolvers that answer as much as the sizes allow, and a counter of what that weighed. */
export interface CountedSchema {
  readonly schema: GraphQLSchema;
  /** What has been answered since this was asked last, by weight. */
  takeCost(): number;
}

const weights: Readonly<Record<string, number>> = {
  EventConnection: 1,
  Event: 3,
  Venue: 1,
  Plan: 1,
  Section: 0.5,
  Row: 1,
  Seat: 1,
};

export function countedSchema(): CountedSchema {
  const schema = buildSchema(sdl);
  let cost = 0;
  const counted =
    (weigh: (value: unknown) => number, resolve: GraphQLFieldResolver<unknown, unknown>) =>
    (...args: Parameters<GraphQLFieldResolver<unknown, unknown>>) => {
      const value = resolve(...args);
      for (const item of Array.isArray(value) ? value : [value]) cost += weigh(item);
      return value;
    };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const own = field.name === 'rating' ? 7 : undefined;
      const named = getNamedType(field.type).name;
      const weigh = (value: unknown) => own ?? weights[typeNameOf(value) ?? named] ?? 0;
      field.resolve = counted(weigh, resolvers[`${type.name}.${field.name}`] ?? defaultFieldResolver);
    }
  }
  return {
    schema,
    takeCost() {
      const taken = cost;
      cost = 0;
      return taken;
    },
  };
}

type Args = Readonly<Record<string, unknown>>;
const resolvers: Readonly<Record<string, GraphQLFieldResolver<unknown, unknown>>> = {
  'Query.event': () => event,
  'Query.venue': () => venue,
  'Query.events': (_, { first }: Args) => connectionOf(sizeOr(first, 3)),
  'Query.page': (_, { size }: Args) => manyOf(event, sizeOr(size, 2)),
  'Query.search': () => [event, venue, seat, event],
  'Query.tags': () => manyOf('tag', 5),
  'Event.related': (_, { first }: Args) => manyOf(venue, sizeOr(first, 2)),
};

function sizeOr(argument: unknown, size: number): number {
  return typeof argument === 'number' ? Math.max(0, argument) : size;
}

function manyOf<Item>(item: Item, count: number): Item[] {
  return Array.from({ length: count }, () => item);
}

function connectionOf(count: number) {
  return {
    edges: manyOf({ cursor: 'here', node: event }, count),
    nodes: manyOf(event, count),
    total: count,
  };
}

function typeNameOf(value: unknown): string | undefined {
  const { __typename } = Object(value) as { readonly __typename?: string };
  return __typename;
}

// A plan as full as its totals allow: 3 sections with 4 + 1 + 0 rows, 11 seats in all of them.
interface Section {
  readonly __typename: 'Section';
  readonly label: string;
  readonly rows: Row[];
  readonly outline: readonly number[];
  readonly plan: () => object;
}
interface Row {
  readonly __typename: 'Row';
  readonly label: string;
  readonly section: Section;
  readonly seats: object[];
}

function sectionWith(seatsByRow: readonly number[], corners: number): Section {
  const rows: Row[] = [];
  const section: Section = {
    __typename: 'Section',
    label: 'section',
    rows,
    outline: manyOf(0, corners),
    plan: () => plan,
  };
  for (const count of seatsByRow) {
    const row: Row = { __typename: 'Row', label: 'row', section, seats: [] };
    row.seats.push(
      ...Array.from({ length: count }, () => ({ __typename: 'Seat', label: 'seat', row, section })),
    );
    rows.push(row);
  }
  return section;
}

const sections = [sectionWith([6, 1, 1, 1], 5), sectionWith([2], 1), sectionWith([], 0)];
const seats = sections.flatMap(({ rows }) => rows.flatMap((row) => row.seats));
const plan = { __typename: 'Plan', sections, seats };
const seat = seats[0];
const venue: object = {
  __typename: 'Venue',
  name: 'venue',
  tags: manyOf('tag', 4),
  halls: [plan, plan],
  rating: 5,
};
const event: object = { __typename: 'Event', name: 'event', tags: manyOf('tag', 2), venue, plan };
