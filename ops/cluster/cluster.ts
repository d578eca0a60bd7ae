import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { partitionsOf } from '@parterre/contracts/facts/topics.ts';
import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { createTopics } from '@parterre/platform/bus/kafka/create-topics.ts';
import type { Environment } from '@parterre/platform/config/read-config.ts';
import { CONNECTIONS_OF_A_SUBGRAPH } from '@parterre/platform/postgres/pools.ts';
import { createLogger } from '@parterre/platform/telemetry/logger.ts';
import type { AuditedDatabases } from '../audit/audit.ts';
import { keepAuditing } from '../audit/keep-auditing.ts';
import { openDataDir } from '../launch/data-folder.ts';
import { writeDatabaseUrls } from '../launch/databases.ts';
import { seedDemo } from '../launch/demo/seed.ts';
import { openServiceBus } from '../launch/distributed/open-bus.ts';
import { firstStartOf, noteFirstStart } from '../launch/first-start.ts';
import { lockFolder } from '../launch/folder-lock.ts';
import { expectFreePort } from '../launch/free-port.ts';
import { CONNECTIONS_OF_RATES } from '../launch/gateway/rate-database.ts';
import { durableSettings } from '../launch/postgres/settings.ts';
import { supervisePostgres } from '../launch/postgres/supervise.ts';
import { keepSecrets, newSecrets } from '../launch/secrets.ts';
import { credentialsOf, readServerConfig } from '../launch/server-config.ts';
import { superviseBrokers } from './brokers.ts';
import { ensureOwnDatabases } from './databases.ts';
import { type ClusterPlan, type ClusterWishes, planCluster, readSilenceMs } from './plan.ts';
import { serviceEnvironment } from './service-environment.ts';
import { type ServiceProcess, startServiceProcess, untilReady } from './service-process.ts';
import { type ClusterState, writeClusterState } from './state-file.ts';

export interface ClusterOptions extends Omit<ClusterWishes, 'port'> {
  readonly env: Environment;
  /** Told in one line what happens. */
  readonly say: (line: string) => void;
  /** The cluster can no longer do its work, in one line; the caller stops it. */
  readonly onLost: (reason: string) => void;
}

export interface RunningCluster {
  readonly gateways: readonly string[];
  readonly folder: string;
  readonly adminCredentials: { readonly email: string; readonly password: string } | null;
  readonly isDemoAdministrator: boolean;
  readonly hasDemo: boolean;
  state(): ClusterState;
  /** Gateways first, then the subgraphs, tickets before the others, then Kafka and PostgreSQL. */
  stop(): Promise<void>;
}

/** Connections of PostgreSQL beside those of the services: the audit, whoever looks with psql, what it keeps back. */
const SPARE_CONNECTIONS = 30;
const STATE_EVERY_MS = 500;

/**
 * Starts PostgreSQL, Apache Kafka and every service in a process of its own on this machine, below the data folder.
 * Resolves when a ticket can be sold.
 *
 * @throws ConfigError, StartError, NoKafka in lines for a person; then nothing is left running
 */
export async function startCluster(options: ClusterOptions): Promise<RunningCluster> {
  // Disposed in reverse order: at once when a later part fails to start, otherwise by `stop`.
  await using parts = new AsyncDisposableStack();
  const { env, say } = options;
  const fresh = await newSecrets();
  const config = readServerConfig({ ...env, HOST: '127.0.0.1' }, fresh);
  const silenceMs = readSilenceMs(env);
  const plan = planCluster({ ...options, port: config.PORT });
  const folder = join(openDataDir(config.PARTERRE_DATA_DIR), 'cluster');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder, `http://localhost:${config.PORT}`);
  parts.defer(() => lock.release());
  for (const { port, metricsPort } of plan.services) {
    await expectFreePort(port, '127.0.0.1');
    await expectFreePort(metricsPort, '127.0.0.1');
  }
  const firstStart = firstStartOf(folder, {
    administrator: env.ADMIN_EMAIL ? 'named' : 'demo',
    demo: config.PARTERRE_DEMO === '1' ? 'wanted' : 'unwanted',
  });
  const secrets = keepSecrets(folder, fresh);
  const logger = createLogger({ level: 'error' });

  say('starting PostgreSQL and Apache Kafka');
  const [postgres, kafka] = await bothOrNone(
    supervisePostgres(
      {
        dataDir: folder,
        password: secrets.postgresPassword,
        settings: { ...durableSettings, max_connections: String(connectionsOf(plan)) },
      },
      logger,
      options.onLost,
    ),
    superviseBrokers(plan.brokers, join(folder, 'kafka'), say),
  );
  parts.defer(() => postgres.stop());
  parts.defer(() => kafka.stop());
  const databaseUrl = await ensureOwnDatabases(postgres.url, secrets.postgresPassword);
  writeDatabaseUrls(folder, Object.fromEntries(subgraphNames.map((name) => [name, databaseUrl(name)])));
  await createTopics({
    brokers: kafka.addresses,
    topics: subgraphNames,
    partitionsOf,
    replication: plan.brokers,
    logger,
  });

  const clusterEnvironment = {
    plan,
    env: { ...env, PARTERRE_DEMO: config.PARTERRE_DEMO },
    secrets,
    kafkaBrokers: kafka.addresses,
    databaseUrl,
    mailDir: join(folder, 'mail'),
    publicUrl: `http://localhost:${config.PORT}`,
  };
  const processOptions = { logs: join(folder, 'logs'), silenceMs, say };
  const running: ServiceProcess[] = [];
  const startAll = async (which: (service: ServiceProcess['service']) => boolean) => {
    const started = plan.services
      .filter(({ service }) => which(service))
      .map((each) => startServiceProcess(each, serviceEnvironment(each, clusterEnvironment), processOptions));
    running.push(...started);
    parts.defer(() => stopAll(started));
    await Promise.all(started.map(untilReady));
  };
  say(`starting the subgraphs; what they log is in ${join(folder, 'logs')}`);
  // Later parts are stopped before earlier ones, so tickets, which asks the others, is stopped while they answer.
  await startAll((service) => service !== 'gateway' && service !== 'tickets');
  await startAll((service) => service === 'tickets');
  say('starting the gateways');
  await startAll((service) => service === 'gateway');

  const gateways = running
    .filter(({ service }) => service === 'gateway')
    .map(({ port }) => `http://localhost:${port}`);
  const adminCredentials = credentialsOf(firstStart.administrator, env);
  if (firstStart.demo === 'wanted' && config.PARTERRE_DEMO === '1' && adminCredentials) {
    say('making the demo');
    await seedDemo({
      graphqlUrl: `http://127.0.0.1:${config.PORT}/graphql`,
      administrator: adminCredentials,
      currency: config.CURRENCY,
      now: new Date(),
    });
    noteFirstStart(folder, { ...firstStart, demo: 'done' });
  }

  const state = (): ClusterState => ({
    gateways,
    brokers: [...kafka.addresses],
    processes: [
      ...running.map((each) => ({
        name: each.name,
        kind: 'service' as const,
        pid: each.pid(),
        port: each.port,
        metricsPort: each.metricsPort,
        deaths: each.deaths(),
      })),
      ...kafka.nodes.map((node, index) => ({
        name: `kafka-${index + 1}`,
        kind: 'broker' as const,
        pid: node.pid(),
        port: Number(node.address.split(':').at(-1)),
        deaths: node.deaths(),
      })),
      {
        name: 'postgres',
        kind: 'database' as const,
        pid: postgres.pid(),
        port: postgres.port,
        deaths: postgres.deaths(),
      },
    ],
  });
  parts.use(keepWriting(folder, state));
  if (config.AUDIT_SECONDS > 0) {
    const bus = await openServiceBus('audit', { brokers: kafka.addresses }, logger, options.onLost);
    parts.defer(() => bus.close());
    const databases = Object.fromEntries(subgraphNames.map((name) => [name, databaseUrl(name)]));
    parts.use(
      keepAuditing({
        everySeconds: config.AUDIT_SECONDS,
        databases: databases as AuditedDatabases,
        bus,
        logger,
      }),
    );
  }
  const all = parts.move();
  let stopped: Promise<void> | undefined;
  return {
    gateways,
    folder,
    adminCredentials,
    isDemoAdministrator: firstStart.administrator === 'demo',
    hasDemo: firstStart.demo !== 'unwanted',
    state,
    stop() {
      stopped ??= all.disposeAsync();
      return stopped;
    },
  };
}

/** Written whenever it has changed, for whoever looks from another process. */
function keepWriting(folder: string, state: () => ClusterState): Disposable {
  let last = '';
  const write = () => {
    const now = JSON.stringify(state());
    if (now === last) return;
    last = now;
    writeClusterState(folder, state());
  };
  write();
  const timer = setInterval(write, STATE_EVERY_MS);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

function connectionsOf({ services }: ClusterPlan): number {
  const gateways = services.filter(({ service }) => service === 'gateway').length;
  const ofSubgraphs = (services.length - gateways) * (CONNECTIONS_OF_A_SUBGRAPH + 1);
  return ofSubgraphs + gateways * CONNECTIONS_OF_RATES + SPARE_CONNECTIONS;
}

async function stopAll(processes: readonly ServiceProcess[]): Promise<void> {
  await Promise.all(processes.map((each) => each.stop()));
}

/** @throws the first error; then neither is left running */
async function bothOrNone<First extends { stop(): Promise<void> }, Second extends { stop(): Promise<void> }>(
  first: Promise<First>,
  second: Promise<Second>,
): Promise<[First, Second]> {
  const [one, other] = await Promise.allSettled([first, second]);
  if (one.status === 'fulfilled' && other.status === 'fulfilled') return [one.value, other.value];
  if (one.status === 'fulfilled') await one.value.stop();
  if (other.status === 'fulfilled') await other.value.stop();
  throw one.status === 'rejected' ? one.reason : (other as PromiseRejectedResult).reason;
}
