// A replica of a subgraph in a process of its own, for tests that kill it: listens at PORT (0: any), and appends a line
// to the file EFFECTS for each mutation that took effect. Speaks ToReplica and FromReplica (replica.ts) over IPC.
import { appendFileSync } from 'node:fs';
import type { Budget } from '@parterre/platform/graphql/budget.ts';
import { withPosition } from '@parterre/platform/graphql/event-position.ts';
import { createSubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import { EventQueue } from '@parterre/platform/http/event-queue.ts';
import { anonymous } from '@parterre/platform/kernel/caller.ts';
import { systemClock } from '@parterre/platform/kernel/clock.ts';
import { serveSubgraph } from '@parterre/platform/service/serve-subgraph.ts';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import type { FromReplica, ToReplica } from './replica.ts';

const { PORT = '0', EFFECTS = '' } = process.env;
const { pid } = process;
const typeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  directive @allow(role: String!) on FIELD_DEFINITION
  type Query {
    "The process that answers."
    process: Int @allow(role: "ANYONE")
    never: String @allow(role: "ANYONE")
  }
  type Mutation { record(id: ID!): Int @allow(role: "ANYONE") }
  type Subscription { ticks(since: String): Tick @allow(role: "ANYONE") }
  type Tick { text: ID! }
`;

const log: string[] = [];
const readers = new Set<(index: number) => void>();
/** While answers are held: resolves when they are let go. */
let held: { readonly promise: Promise<void>; resolve(): void } | undefined;

process.on('message', (message: ToReplica) => {
  switch (message.kind) {
    case 'hold':
      held = Promise.withResolvers<void>();
      break;
    case 'release':
      held?.resolve();
      held = undefined;
      break;
    case 'events':
      for (const event of message.events) {
        log.push(event);
        for (const push of readers) push(log.length - 1);
      }
  }
});
process.on('disconnect', () => process.exit());

function tell(message: FromReplica): void {
  process.send?.(message);
}

function read(since: string | undefined): EventQueue<object> {
  const queue = new EventQueue<object>(1_000, () => {
    readers.delete(push);
    tell({ kind: 'readers', count: readers.size });
  });
  const push = (index: number) =>
    queue.push(withPosition({ text: log[index] }, { cursor: String(index), startsAnew: false }));
  for (let index = since === undefined ? log.length : Number(since) + 1; index < log.length; index += 1) {
    push(index);
  }
  readers.add(push);
  tell({ kind: 'readers', count: readers.size });
  return queue;
}

const serviceTokens = { verify: async () => anonymous };
const server = createSubgraphServer({
  name: 'replicated',
  typeDefs,
  resolvers: {
    Query: {
      async process() {
        tell({ kind: 'asked', field: 'process' });
        await held?.promise;
        return pid;
      },
      never(_: unknown, _args: unknown, { budget }: { budget?: Budget }) {
        tell({ kind: 'asked', field: 'never' });
        budget?.watch(() => tell({ kind: 'ended', field: 'never' }));
        return new Promise(() => {});
      },
    },
    Mutation: {
      async record(_: unknown, { id }: { id: string }) {
        appendFileSync(EFFECTS, `${id}\n`);
        tell({ kind: 'asked', field: 'record' });
        await held?.promise;
        return pid;
      },
    },
    Subscription: {
      ticks: {
        subscribe: (_: unknown, { since }: { since?: string | null }) => read(since ?? undefined),
        resolve: (event: object) => event,
      },
    },
  },
  serviceTokens,
  clock: systemClock,
  logger: silentLogger,
});
const served = await serveSubgraph({
  server,
  serviceTokens,
  reasonsNotReady: async () => [],
  port: Number(PORT),
  host: '127.0.0.1',
  logger: silentLogger,
});
tell({ kind: 'listening', port: served.port });
