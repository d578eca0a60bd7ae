import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startGateway } from '@parterre/gateway/start-gateway.ts';
import { openEmbeddedBus } from '@parterre/platform/bus/embedded/embedded-bus.ts';
import type { Environment } from '@parterre/platform/config/read-config.ts';
import { inProcess } from '@parterre/platform/graphql/in-process.ts';
import { anonymous } from '@parterre/platform/kernel/caller.ts';
import { type StepObserver, silentObserver } from '@parterre/platform/saga/step-observer.ts';
import { inProcessSubgraphs } from '@parterre/platform/subgraphs/in-process-client.ts';
import { createLogger } from '@parterre/platform/telemetry/logger.ts';
import { startTracing } from '@parterre/platform/telemetry/tracing.ts';
import { auditedDatabases } from '../audit/audit.ts';
import { keepAuditing } from '../audit/keep-auditing.ts';
import { openDataDir } from './data-folder.ts';
import { type DatabaseUrls, openServerDatabases } from './databases.ts';
import { seedDemo } from './demo/seed.ts';
import { type FirstStart, firstStartOf, noteFirstStart } from './first-start.ts';
import { lockFolder } from './folder-lock.ts';
import { expectFreePort, portFault } from './free-port.ts';
import { parterreGateway } from './gateway/gateway-options.ts';
import { runSubgraphs } from './run-subgraphs.ts';
import { keepSecrets, newSecrets } from './secrets.ts';
import { credentialsOf, readServerConfig, type ServerConfig, subgraphEnvironment } from './server-config.ts';
import { serviceTokensOf } from './service-keys.ts';
import { StartError } from './start-error.ts';

export interface ServerOptions {
  /** Environment variables; those of this process unless given. */
  readonly env?: Environment;
  /** Comes before PARTERRE_DATA_DIR. */
  readonly dataDir?: string;
  /** Comes before PORT; 0 takes any free port. */
  readonly port?: number;
  /** Told of every step of every saga. */
  readonly stepObserver?: StepObserver;
  /** The server can no longer do its work, in one line; the caller stops it. */
  readonly onLost?: (reason: string) => void;
}

/** A server that is open. */
export interface RunningServer {
  /** http://localhost:4000 */
  readonly url: string;
  readonly graphqlUrl: string;
  readonly wsUrl: string;
  /** The administrator of the first start; null when its password is not known to this start. */
  readonly adminCredentials: { readonly email: string; readonly password: string } | null;
  readonly isDemoAdministrator: boolean;
  readonly hasDemo: boolean;
  readonly dataDir: string;
  readonly databases: DatabaseUrls;
  /** Finishes what is in flight and closes everything, the gateway first. Whoever stops again waits for the same end. */
  stop(): Promise<void>;
}

const supergraphFile = new URL('../../contracts/supergraph.graphql', import.meta.url);

/**
 * Opens a whole server in this process: PostgreSQL, bus, subgraphs, gateway. Resolves when it can sell.
 *
 * @throws ConfigError naming every wrong variable, before anything is touched
 * @throws StartError in one line for a person; then nothing is left running
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  // Disposed in reverse order: at once when a later part fails to start, otherwise by `stop`.
  await using parts = new AsyncDisposableStack();
  const env = options.env ?? process.env;
  const fresh = await newSecrets();
  const config = readServerConfig(env, fresh);
  const { HOST: host } = config;
  const port = options.port ?? config.PORT;

  const dataDir = openDataDir(options.dataDir ?? config.PARTERRE_DATA_DIR);
  const lock = lockFolder(dataDir, `http://localhost:${port}`);
  parts.defer(() => lock.release());
  await expectFreePort(port, host);
  if (config.METRICS_PORT) await expectFreePort(config.METRICS_PORT, host, 'METRICS_PORT');
  const isNamed = Boolean(env.ADMIN_EMAIL);
  const firstStart = firstStartOf(dataDir, {
    administrator: isNamed ? 'named' : 'demo',
    demo: config.PARTERRE_DEMO === '1' ? 'wanted' : 'unwanted',
  });
  refusePublicPasswords(config, firstStart, dataDir, env);
  const secrets = keepSecrets(dataDir, fresh);

  const logger = createLogger({ level: config.LOG_LEVEL });
  const tracing = startTracing({ serviceName: 'parterre', endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT });
  parts.defer(() => tracing.stop());
  const databases = await openServerDatabases({
    config,
    dataDir,
    password: secrets.postgresPassword,
    logger,
    giveUp: (reason) => options.onLost?.(reason),
  });
  parts.defer(() => databases.stop());

  const bus = await openEmbeddedBus({ url: databases.urls.bus, logger });
  parts.defer(() => bus.close());
  const subgraphs = await runSubgraphs({
    env: {
      // Without a mail server whoever tries the product finds the links of mails in a folder.
      ...(config.isLocal && !env.SMTP_URL ? { MAIL_DIR: join(dataDir, 'mail') } : {}),
      PUBLIC_URL: `http://localhost:${port}`,
      ...subgraphEnvironment({ ...env, PARTERRE_DEMO: config.PARTERRE_DEMO }, secrets),
    },
    databaseUrls: databases.urls,
    bus,
    serviceTokens: serviceTokensOf(secrets.serviceSecret),
    logger,
    stepObserver: options.stepObserver ?? silentObserver,
  });
  parts.defer(() => subgraphs.stop());

  const asNobody = inProcessSubgraphs({ caller: anonymous, servers: subgraphs.servers });
  let isOpen = false;
  const gateway = await startGateway({
    port,
    host,
    supergraphSdl: readFileSync(supergraphFile, 'utf8'),
    dataSources: [...subgraphs.servers.values()].map(inProcess),
    ...parterreGateway({
      subgraphs: asNobody,
      bus,
      rateLimits: config.RATE_LIMITS,
      safelist: config.SAFELIST,
    }),
    logger,
    allowedOrigins: config.ALLOWED_ORIGINS,
    trustedProxies: config.TRUSTED_PROXIES,
    metricsPort: config.METRICS_PORT,
    environment: env.NODE_ENV === 'production' ? 'production' : 'development',
    readiness: async () => {
      const reasons = [
        ...(isOpen ? [] : ['the server is being opened']),
        ...(await subgraphs.notReady()),
        ...((await bus.isReady()) ? [] : ['the bus does not answer']),
      ];
      return { ready: reasons.length === 0, reasons };
    },
  }).catch((error: unknown) => {
    throw 'code' in (error as object) ? portFault(error, port, host) : error;
  });
  parts.defer(() => gateway.stop());

  const graphqlUrl = `${gateway.url}/graphql`;
  const adminCredentials = credentialsOf(firstStart.administrator, env);
  if (firstStart.demo === 'wanted' && config.PARTERRE_DEMO === '1' && adminCredentials) {
    await seedDemo({
      graphqlUrl: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${gateway.port}/graphql`,
      administrator: adminCredentials,
      currency: config.CURRENCY,
      now: new Date(),
    });
    noteFirstStart(dataDir, { ...firstStart, demo: 'done' });
  }
  isOpen = true;
  if (config.AUDIT_SECONDS > 0) {
    const audited = auditedDatabases(databases.urls);
    parts.use(keepAuditing({ everySeconds: config.AUDIT_SECONDS, databases: audited, bus, logger }));
  }

  return {
    url: gateway.url,
    graphqlUrl,
    wsUrl: graphqlUrl.replace(/^http/, 'ws'),
    adminCredentials,
    isDemoAdministrator: firstStart.administrator === 'demo',
    hasDemo: firstStart.demo !== 'unwanted',
    dataDir,
    databases: databases.urls,
    stop: once(parts.move()),
  };
}

/** @throws StartError when others would reach accounts whose passwords the README names */
function refusePublicPasswords(
  config: ServerConfig,
  { administrator, demo }: FirstStart,
  dataDir: string,
  env: Environment,
): void {
  if (config.isLocal || env.PARTERRE_DEMO === '1') return;
  if (administrator !== 'demo' && demo === 'unwanted') return;
  throw new StartError(
    `PARTERRE_DATA_DIR: expected a folder without the demo's accounts, whose passwords everybody knows, where others reach the server (HOST=${config.HOST}), got ${dataDir}; start on a fresh folder, or ask for the demo by PARTERRE_DEMO=1`,
  );
}

function once(parts: AsyncDisposableStack): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  return () => {
    stopped ??= parts.disposeAsync();
    return stopped;
  };
}
