import { EventEmitter, on } from 'node:events';
import { composeServices } from '@apollo/composition';
import { roleRules } from '@parterre/contracts/access/require-role.ts';
import type { ServiceTokens } from '@parterre/platform/auth/service-tokens.ts';
import { scalarResolvers } from '@parterre/platform/graphql/scalars.ts';
import { createSubgraphServer, type SubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import { systemClock } from '@parterre/platform/kernel/clock.ts';
import type { RequestContext } from '@parterre/platform/service/service.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { parse } from 'graphql';

/** Three subgraphs, as small as can be, that show everything a gateway has to cope with. */
export interface SmallSupergraph {
  readonly subgraphs: ReadonlyMap<string, SubgraphServer>;
  readonly supergraphSdl: string;
  /** Sends an event to whoever has subscribed to `eventChanged` with this id. */
  change(event: { id: string; title: string }): void;
  /** Resolves when the next subscription has attached itself to the changes. */
  nextAttachment(): Promise<void>;
  /** How many subscriptions are attached to the changes of this event. */
  attachmentsOf(id: string): number;
  /** Resolves when somebody asks for Query.slow; lets them have their answer when `answer` is called. */
  nextSlow(): Promise<{ answer(): void }>;
}

export interface SmallSupergraphOptions {
  readonly serviceTokens: Pick<ServiceTokens, 'verify'>;
  readonly logger: Logger;
}

const head = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@inaccessible", "@composeDirective", "@listSize"])
    @link(url: "https://parterre.example/access/v1.0", import: ["@allow"])
    @composeDirective(name: "@allow")
  directive @allow(role: String!) on FIELD_DEFINITION
`;

const usersSdl = `${head}
  type Query {
    viewer: User @allow(role: "USER")
    addressOfCaller: String @allow(role: "ANYONE")
  }
  type User @key(fields: "id") { id: ID! nickname: String }
`;
const eventsSdl = `${head}
  scalar DateTime
  type Query {
    event(id: ID!): Event @allow(role: "ANYONE")
    slow: String @allow(role: "ANYONE")
    onDay(at: DateTime!): String @allow(role: "ANYONE")
    count(first: Int!): Int @allow(role: "ANYONE")
    matching(filter: Filter): Int @allow(role: "ANYONE")
    roomsOnly: String @inaccessible @allow(role: "SUBGRAPH")
  }
  type Mutation { rename(id: ID!, title: String!): Event @allow(role: "ORGANIZER") }
  type Subscription {
    eventChanged(id: ID!): Event! @allow(role: "ANYONE")
    viewersEventChanged(id: ID!): Event! @allow(role: "USER")
  }
  type Event @key(fields: "id") { id: ID! title: String! organizer: User self: Event related: [Event!]! @listSize(assumedSize: 100) }
  input Filter { title: String after: DateTime }
  type User @key(fields: "id", resolvable: false) { id: ID! }
`;
const ticketsSdl = `${head}
  type Event @key(fields: "id") {
    id: ID!
    sold: Int
    revenue: String @allow(role: "ADMIN")
    broken: String
    unavailable: String
  }
`;

const sixTickets = 6;
const relatedEvents = 3;

export function createSmallSupergraph(options: SmallSupergraphOptions): SmallSupergraph {
  const changes = new EventEmitter();
  const meetings = new EventEmitter();
  const attach = (_: unknown, { id }: { id: string }) => {
    const events = on(changes, id);
    meetings.emit('attached');
    return events;
  };
  const changed = { subscribe: attach, resolve: ([event]: [unknown]) => event };

  const resolvers = {
    users: {
      Query: {
        viewer: (_: unknown, _args: unknown, { caller }: RequestContext) =>
          caller.kind === 'user' ? { id: caller.userId } : null,
        addressOfCaller: (_: unknown, _args: unknown, context: RequestContext) => context.clientAddress,
      },
      User: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        nickname: ({ id }: { id: string }) => `nick of ${id}`,
      },
    },
    events: {
      ...scalarResolvers,
      Query: {
        event: (_: unknown, { id }: { id: string }) => eventNamed(id),
        slow: () => new Promise((resolve) => meetings.emit('slow', { answer: () => resolve('here it is') })),
        onDay: (_: unknown, { at }: { at: Date }) => at.toISOString(),
        count: (_: unknown, { first }: { first: number }) => first,
        matching: () => 0,
        subgraphsOnly: () => 'a secret between subgraphs',
      },
      Mutation: {
        rename: (_: unknown, { id, title }: { id: string; title: string }) => ({ ...eventNamed(id), title }),
      },
      Subscription: { eventChanged: changed, viewersEventChanged: changed },
      Event: {
        __resolveReference: ({ id }: { id: string }) => eventNamed(id),
        organizer: () => ({ id: 'ada' }),
        self: (event: unknown) => event,
        related: (event: unknown) => Array.from({ length: relatedEvents }, () => event),
      },
    },
    tickets: {
      Event: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        sold: () => sixTickets,
        revenue: () => '60.00',
        broken() {
          throw new TypeError('duplicate key in "tickets" at /srv/parterre/tickets.ts on 10.0.0.7:5432');
        },
        unavailable() {
          const error = new Error('connection to 10.0.0.7:5432 refused');
          error.name = 'DatabaseUnavailable';
          throw error;
        },
      },
    },
  };

  const sdls = { users: usersSdl, events: eventsSdl, tickets: ticketsSdl };
  const names = ['users', 'events', 'tickets'] as const;
  const servers = names.map((name) =>
    createSubgraphServer({
      name,
      typeDefs: sdls[name],
      resolvers: resolvers[name],
      roles: roleRules,
      serviceTokens: options.serviceTokens,
      clock: systemClock,
      logger: options.logger,
    }),
  );
  const next = <Value>(name: string) =>
    new Promise<Value>((resolve) => meetings.once(name, (value) => resolve(value)));
  return {
    subgraphs: new Map(servers.map((server) => [server.name, server])),
    supergraphSdl: compose(names.map((name) => ({ name, sdl: sdls[name] }))),
    change: (event) => void changes.emit(event.id, event),
    nextAttachment: () => next<void>('attached'),
    attachmentsOf: (id) => changes.listenerCount(id),
    nextSlow: () => next('slow'),
  };
}

function eventNamed(id: string) {
  return id === 'none' ? null : { id, title: `title of ${id}` };
}

function compose(subgraphs: readonly { readonly name: string; readonly sdl: string }[]): string {
  const composed = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: `in-process:${name}` })),
  );
  if (composed.supergraphSdl) return composed.supergraphSdl;
  throw new AggregateError(
    composed.errors ?? [],
    composed.errors?.[0]?.message ?? 'nothing came of composing',
  );
}
