import type { ExecutionResult } from 'graphql';
import type { z } from 'zod';
import type { Bus, FactEnvelope } from '../bus/bus.ts';
import { type Budget, createBudget } from '../graphql/budget.ts';
import { createSubgraphServer } from '../graphql/subgraph-server.ts';
import { handleDelivery } from '../inbox/handle-delivery.ts';
import type { Caller } from '../kernel/caller.ts';
import { type Clock, systemClock } from '../kernel/clock.ts';
import type { OpenDatabase } from '../postgres/open-database.ts';
import { type StepObserver, silentObserver } from '../saga/step-observer.ts';
import type { ComposedService, ServiceDefinition, ServiceTools } from '../service/service.ts';
import type { SubgraphClient } from '../subgraphs/subgraph-client.ts';
import { type Logger, silentLogger } from '../telemetry/logger.ts';
import { fakeSubgraphs } from './fake-subgraphs.ts';
import { memoryBus } from './memory-bus.ts';
import { createTestDatabase } from './test-database.ts';
import { testServiceTokens } from './test-service-tokens.ts';

export interface TestServiceOptions<Config extends z.ZodType> {
  /** Environment variables, as the subgraph's own config schema reads them. */
  readonly config?: Readonly<Record<string, string>>;
  /** The other subgraphs; by default there are none, and a question to one fails. */
  readonly subgraphs?: SubgraphClient;
  readonly clock?: Clock;
  /** What the subgraph tails and asks for end positions; by default a bus in memory that `deliver` feeds. */
  readonly bus?: Bus;
  readonly stepObserver?: StepObserver;
  readonly logger?: Logger;
  /** Connections of the subgraph's pool; 10 unless said otherwise. */
  readonly poolSize?: number;
  /** Changes what the subgraph gets, for a test that wraps one of its tools. */
  readonly wrapTools?: (tools: ServiceTools<z.output<Config>>) => ServiceTools<z.output<Config>>;
}

export interface TestService<Config> {
  /** Asks the subgraph in GraphQL, as this caller, within a budget if there is one. */
  execute(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    caller: Caller,
    budget?: Budget,
  ): Promise<ExecutionResult>;
  /** Subscribes in GraphQL: the stream of messages, or why there is none. */
  subscribe(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    caller: Caller,
  ): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
  readonly database: OpenDatabase;
  /** For connections of another process, say. */
  readonly databaseUrl: string;
  readonly tools: ServiceTools<Config>;
  readonly service: ComposedService;
  /**
   * Hands a fact to the subgraph as the bus does: shown to its tails, then through the inbox to every consumer.
   *
   * @throws the cause, when the fact ended in a dead letter
   */
  deliver(fact: FactEnvelope): Promise<void>;
  /** Every fact that the subgraph has published so far, in order; of one type only, when asked. */
  published(type?: string): Promise<FactEnvelope[]>;
  /** Moves what is in the outbox to the bus, as the relay would: the subgraph's own tails see it then. */
  relay(): Promise<void>;
  /** Runs each job until it finds nothing more to do. */
  runJobs(): Promise<void>;
  stop(): Promise<void>;
}

/** Works within the given budget, or within one that no test uses up, however busy the machine is. */
export async function patiently<Result>(
  given: Budget | undefined,
  work: (budget: Budget) => Promise<Result> | Result,
): Promise<Result> {
  if (given) return work(given);
  const budget = createBudget({ nodes: 1_000_000, bytes: 64 * 1024 * 1024, milliseconds: 60_000 });
  try {
    return await work(budget);
  } finally {
    budget.close();
  }
}

/** A job that still finds work after so many runs is taken for one that never ends. */
const MOST_RUNS = 10_000;

/**
 * Starts a subgraph alone, on a fresh database, without relay, timers or consumers of its own: what happens,
 * happens when the test asks for it.
 */
export async function startTestService<Config extends z.ZodType>(
  definition: ServiceDefinition<Config>,
  options: TestServiceOptions<Config> = {},
): Promise<TestService<z.output<Config>>> {
  const { entities, migrations } = definition;
  const test = await createTestDatabase({ entities, migrations, poolSize: options.poolSize });
  const { database } = test;
  const bus = options.bus ?? memoryBus();
  const clock = options.clock ?? systemClock;
  const logger = options.logger ?? silentLogger;
  const given: ServiceTools<z.output<Config>> = {
    config: definition.config.parse(options.config ?? {}),
    database,
    bus,
    subgraphs: options.subgraphs ?? fakeSubgraphs(),
    clock,
    logger,
    stepObserver: options.stepObserver ?? silentObserver,
  };
  const tools = options.wrapTools?.(given) ?? given;
  const service = await definition.compose(tools);
  const serviceTokens = testServiceTokens();
  const server = createSubgraphServer({
    name: definition.name,
    typeDefs: definition.typeDefs,
    resolvers: service.resolvers,
    roles: definition.roles,
    loaders: service.loaders?.bind(service),
    serviceTokens,
    clock,
    logger,
  });
  await service.start?.();
  const relayed: FactEnvelope[] = [];
  let relaying: Promise<void> = Promise.resolve();

  return {
    database,
    databaseUrl: test.url,
    tools,
    service,

    async execute(query, variables, caller, budget) {
      return patiently(budget, (given) =>
        server.execute({ document: query, variables, caller: caller, budget: given }),
      );
    },

    subscribe: async (query, variables, caller) => server.subscribe({ document: query, variables, caller }),

    async deliver(fact) {
      await bus.publish([fact]);
      const position = await bus.endPosition(fact.source, fact.subject);
      for (const consumer of service.consumers ?? []) {
        if (consumer.topic !== fact.source) continue;
        const handled = await handleDelivery(tools.database, consumer, { fact, position }, { clock, logger });
        if (typeof handled === 'object') throw handled.cause;
      }
    },

    async published(type) {
      const rows = await database.sql<{ fact: FactEnvelope }>('select fact from outbox order by id');
      const facts = [...relayed, ...rows.map((row) => row.fact)];
      return facts.filter((fact) => type === undefined || fact.type === type);
    },

    relay() {
      // One after another: whoever relays, and finds nothing, knows that nobody has anything in hand.
      relaying = relaying.then(async () => {
        const rows = await database.sql<{ fact: FactEnvelope }>(
          `with taken as (delete from outbox returning id, fact) select fact from taken order by id`,
        );
        const facts = rows.map((row) => row.fact);
        relayed.push(...facts);
        await bus.publish(facts);
      });
      return relaying;
    },

    async runJobs() {
      for (const job of service.jobs ?? []) {
        let runs = 0;
        while ((await job.run({ now: clock.now() })) > 0) {
          runs += 1;
          if (runs > MOST_RUNS) throw new Error(`expected the job ${job.name} to come to an end`);
        }
      }
    },

    async stop() {
      await service.stop?.();
      await test.drop();
    },
  };
}
