import type { z } from 'zod';
import type { ServiceTokens } from '../auth/service-tokens.ts';
import type { Bus } from '../bus/bus.ts';
import { type Environment, readConfig } from '../config/read-config.ts';
import { createSubgraphServer, type SubgraphServer } from '../graphql/subgraph-server.ts';
import { attachConsumers } from '../inbox/attach-consumers.ts';
import { watchBacklog } from '../inbox/backlog.ts';
import { runJobs } from '../jobs/run-jobs.ts';
import { type Clock, systemClock } from '../kernel/clock.ts';
import { type Relay, startRelay } from '../outbox/relay.ts';
import { openDatabase } from '../postgres/open-database.ts';
import { type StepObserver, silentObserver } from '../saga/step-observer.ts';
import type { SubgraphClient } from '../subgraphs/subgraph-client.ts';
import type { Logger } from '../telemetry/logger.ts';
import { pause } from '../timing/pause.ts';
import { housekeeping } from './housekeeping.ts';
import type { ServiceDefinition } from './service.ts';

export interface RunServiceOptions {
  /** The subgraph's own database; it has to exist, its tables need not. */
  readonly databaseUrl: string;
  /** Connections of the subgraph's pool for requests; REQUEST_CONNECTIONS unless said otherwise. */
  readonly poolSize?: number;
  /** Connections of its consumers and jobs; BACKGROUND_CONNECTIONS unless said otherwise. */
  readonly backgroundPoolSize?: number;
  readonly bus: Bus;
  readonly subgraphs: SubgraphClient;
  /** Environment variables, read by the subgraph's own config schema. */
  readonly env: Environment;
  readonly logger: Logger;
  readonly serviceTokens: Pick<ServiceTokens, 'verify'>;
  readonly clock?: Clock;
  readonly stepObserver?: StepObserver;
  /**
   * Where it is given, requests are answered while consumers are still being attached, and it is told when they cannot be:
   * after a kill -9 Kafka keeps the old member of a group for some seconds, in which nobody has to wait for an answer.
   */
  readonly onUnattached?: (error: unknown) => void;
}

export interface RunningService {
  readonly name: string;
  readonly server: SubgraphServer;
  /** Whether the subgraph can do its work at this moment: there is no reason why not. */
  isReady(): Promise<boolean>;
  /** A sentence for each reason why the subgraph cannot do its work at this moment: what does not answer or move. */
  reasonsNotReady(): Promise<readonly string[]>;
  /**
   * Not ready any more; then, one after another: jobs, consumers, the subgraph's own work, the relay with what
   * was committed until then, the database. Gives up waiting after 5 seconds: what is left undone is done
   * after the next start, as after a crash. Close the gateway before.
   */
  stop(): Promise<void>;
}

const DRAIN_MS = 5_000;

/**
 * Runs a subgraph: opens and migrates its database, puts the subgraph together, attaches it to the bus, starts its
 * relay and jobs. Resolves when it is ready.
 *
 * @throws ConfigError naming every faulty variable, before anything is opened
 * @throws DatabaseUnavailable, and whatever the subgraph's own start throws; then nothing is left running
 */
export async function runService<Config extends z.ZodType>(
  definition: ServiceDefinition<Config>,
  options: RunServiceOptions,
): Promise<RunningService> {
  // Disposed in reverse order: at once when a later part fails to start, otherwise by `stop`.
  await using parts = new AsyncDisposableStack();
  const { name } = definition;
  const { bus, subgraphs, clock = systemClock, stepObserver = silentObserver } = options;
  const logger = options.logger.child({ subgraph: name });
  const config = readConfig(definition.config, options.env);

  let relay: Relay | undefined;
  const database = await openDatabase({
    url: options.databaseUrl,
    entities: definition.entities,
    poolSize: options.poolSize,
    backgroundPoolSize: options.backgroundPoolSize,
    onFactsCommitted: () => relay?.wake(),
  });
  parts.defer(() => database.close());
  await database.migrate(definition.migrations);

  const service = await definition.compose({ config, database, bus, subgraphs, clock, logger, stepObserver });
  const server = createSubgraphServer({
    name,
    typeDefs: definition.typeDefs,
    resolvers: service.resolvers,
    roles: definition.roles,
    loaders: service.loaders?.bind(service),
    serviceTokens: options.serviceTokens,
    clock,
    logger,
  });

  relay = startRelay({ subgraph: name, databaseUrl: options.databaseUrl, bus, logger });
  parts.defer(() => relay?.stop());
  parts.defer(() => service.stop?.());
  const consumers = service.consumers ?? [];
  const attaching = attachConsumers({ subgraph: name, database, bus, consumers, clock, logger });
  parts.defer(() =>
    attaching.then(
      (attached) => attached.stop(),
      () => undefined,
    ),
  );
  const { onUnattached } = options;
  let isStopping = false;
  if (onUnattached) attaching.catch((error: unknown) => isStopping || onUnattached(error));
  else await attaching;
  await service.start?.();
  const backlog = watchBacklog({ subgraph: name, database, bus, consumers });
  const jobs = [...(service.jobs ?? []), ...housekeeping(database, consumers), backlog.job];
  const running = runJobs({ subgraph: name, jobs, clock, logger });
  parts.defer(() => running.stop());

  const all = parts.move();
  let stopped: Promise<void> | undefined;
  async function reasonsNotReady(): Promise<readonly string[]> {
    if (isStopping) return [`${name} is being stopped`];
    if (!(await database.isReady())) return [`the database of ${name} does not answer`];
    return backlog.standstills(new Date());
  }
  return {
    name,
    server,
    reasonsNotReady,
    isReady: async () => (await reasonsNotReady()).length === 0,
    stop() {
      isStopping = true;
      stopped ??= drain(all, logger);
      return stopped;
    },
  };
}

async function drain(parts: AsyncDisposableStack, logger: Logger): Promise<void> {
  const isDrained = new AbortController();
  const draining = parts.disposeAsync().then(
    () => true,
    (error: unknown) => {
      logger.error({ err: error }, 'the subgraph did not stop cleanly');
      return true;
    },
  );
  const tooLate = pause(DRAIN_MS, isDrained.signal).then(() => false);
  if (!(await Promise.race([draining, tooLate]))) {
    logger.warn(
      {},
      `the subgraph had work in hand for more than ${DRAIN_MS / 1000} s; it will be done again`,
    );
  }
  isDrained.abort();
}
