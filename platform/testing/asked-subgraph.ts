import { withPosition } from '../graphql/event-position.ts';
import { createSubgraphServer, type SubgraphServer } from '../graphql/subgraph-server.ts';
import { EventQueue } from '../http/event-queue.ts';
import type { Caller } from '../kernel/caller.ts';
import { systemClock } from '../kernel/clock.ts';
import type { RequestContext } from '../service/service.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { type TestServiceTokens, testServiceTokens } from './test-service-tokens.ts';

/** A subgraph that tells what it is asked, for tests of whoever asks. */
export interface AskedSubgraph {
  readonly server: SubgraphServer;
  readonly serviceTokens: TestServiceTokens;
  /** How often the mutation took effect. */
  readonly additions: number;
  /** Resolves with the budget of the next operation that asks for `never`, which is never answered. */
  nextNever(): Promise<NonNullable<RequestContext['budget']>>;
  /** Writes into the log that `ticks` and `ticksWithoutCursor` read. */
  tick(text: string): void;
  /** Readers of the log at present. */
  readonly readers: number;
}

export interface AskedSubgraphOptions {
  readonly name?: string;
  /** Those of another replica. */
  readonly serviceTokens?: TestServiceTokens;
  /** Answers `patienceOfNext`: how long whoever is asked by this one still has. */
  askNext?(): Promise<number>;
}

const typeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  directive @allow(role: String!) on FIELD_DEFINITION
  type Query {
    caller: String @allow(role: "ANYONE")
    address: String @allow(role: "ANYONE")
    patience: Float @allow(role: "ANYONE")
    patienceOfNext: Float @allow(role: "ANYONE")
    echo(text: String): String @allow(role: "ANYONE")
    usersOnly: String @allow(role: "USER")
    broken: String @allow(role: "ANYONE")
    unavailable: String @allow(role: "ANYONE")
    never: String @allow(role: "ANYONE")
    many(count: Int!): [Int!] @allow(role: "ANYONE")
  }
  type Mutation { add: Int @allow(role: "ANYONE") }
  type Subscription {
    ticks(since: String): Tick @allow(role: "ANYONE")
    ticksWithoutCursor: Tick @allow(role: "ANYONE")
    usersTicks: Tick @allow(role: "USER")
  }
  type Tick @key(fields: "text") { text: ID! }
`;

interface Tick {
  readonly text: string;
}

export function createAskedSubgraph({
  name = 'asked',
  serviceTokens = testServiceTokens(name),
  askNext,
}: AskedSubgraphOptions = {}): AskedSubgraph {
  const log: string[] = [];
  const readers = new Set<(text: string, index: number) => void>();
  let additions = 0;
  let tellNever: (budget: NonNullable<RequestContext['budget']>) => void = () => {};

  /** What the log holds after `since`, or what comes from now on. */
  const read = (since: string | undefined, hasCursor: boolean) => {
    const queue = new EventQueue<Tick>(1_000, () => readers.delete(push));
    const push = (text: string, index: number) => {
      const event = { text };
      queue.push(hasCursor ? withPosition(event, { cursor: String(index), startsAnew: false }) : event);
    };
    const from = since === undefined ? log.length : Number(since) + 1;
    for (const [index, text] of log.entries()) if (index >= from) push(text, index);
    readers.add(push);
    return queue;
  };
  const ticks = (since: string | undefined, hasCursor: boolean) => ({
    subscribe: () => read(since, hasCursor),
    resolve: (event: Tick) => event,
  });

  const server = createSubgraphServer({
    name,
    typeDefs,
    resolvers: {
      Query: {
        caller: (_: unknown, _args: unknown, { caller }: RequestContext) => describe(caller),
        address: (_: unknown, _args: unknown, { clientAddress }: RequestContext) => clientAddress,
        patience: (_: unknown, _args: unknown, { budget }: RequestContext) => budget?.remainingMs(),
        patienceOfNext: () => askNext?.(),
        echo: (_: unknown, { text }: { text?: string }) => text,
        usersOnly: () => 'for users',
        broken() {
          throw new TypeError('no column "x" at /srv/shop/rows.ts on 10.0.0.7:5432');
        },
        unavailable() {
          throw Object.assign(new Error('connection to 10.0.0.7:5432 refused'), {
            name: 'DatabaseUnavailable',
          });
        },
        never: (_: unknown, _args: unknown, { budget }: RequestContext) => {
          if (budget) tellNever(budget);
          return new Promise(() => {});
        },
        many: (_: unknown, { count }: { count: number }) => Array.from({ length: count }, (_each, at) => at),
      },
      Mutation: {
        add: () => {
          additions += 1;
          return additions;
        },
      },
      Subscription: {
        ticks: {
          ...ticks(undefined, true),
          subscribe: (_: unknown, { since }: { since?: string }) => read(since ?? undefined, true),
        },
        ticksWithoutCursor: ticks(undefined, false),
        usersTicks: ticks(undefined, true),
      },
      Tick: { __resolveReference: (tick: Tick) => tick },
    },
    serviceTokens,
    clock: systemClock,
    logger: silentLogger,
  });

  return {
    server,
    serviceTokens,
    get additions() {
      return additions;
    },
    nextNever: () =>
      new Promise((resolve) => {
        tellNever = resolve;
      }),
    tick(text) {
      log.push(text);
      for (const push of readers) push(text, log.length - 1);
    },
    get readers() {
      return readers.size;
    },
  };
}

function describe(caller: Caller): string {
  if (caller.kind === 'user') return `${caller.role} ${caller.userId}`;
  return caller.kind === 'subgraph' ? `subgraph ${caller.subgraph}` : 'anonymous';
}
