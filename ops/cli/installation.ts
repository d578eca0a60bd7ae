import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import type { Bus } from '@parterre/platform/bus/bus.ts';
import { openEmbeddedBus } from '@parterre/platform/bus/embedded/embedded-bus.ts';
import { type Environment, readConfig } from '@parterre/platform/config/read-config.ts';
import { type OpenDatabase, openDatabase } from '@parterre/platform/postgres/open-database.ts';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { z } from 'zod';
import { ensureOwnDatabases } from '../cluster/databases.ts';
import { isCluster, readClusterState } from '../cluster/state-file.ts';
import type { DatabaseUrls } from '../launch/databases.ts';
import { kafkaVariables, readKafkaConfig } from '../launch/distributed/kafka-config.ts';
import { openServiceBus } from '../launch/distributed/open-bus.ts';
import { lockFolder } from '../launch/folder-lock.ts';
import { startPostgres } from '../launch/postgres/server.ts';
import { durableSettings } from '../launch/postgres/settings.ts';
import { keepSecrets, newSecrets } from '../launch/secrets.ts';
import { databaseOwners, databaseVariable } from '../launch/server-config.ts';
import { StartError } from '../launch/start-error.ts';

export type Subgraph = (typeof subgraphNames)[number];
/** The bus has no database where it is Apache Kafka. */
export type InstallationUrls = Omit<DatabaseUrls, 'bus'> & Partial<DatabaseUrls>;

/** An installation of Parterre by its databases, whether it runs or not. */
export interface Installation {
  readonly urls: InstallationUrls;
  /** The folder of an embedded installation; null when all databases are elsewhere. */
  readonly dataDir: string | null;
  /** Whether a server runs on the data folder; null when nobody can tell, because all databases are elsewhere. */
  readonly isRunning: boolean | null;
  /** Opened when it is first asked for. */
  database(subgraph: Subgraph): Promise<OpenDatabase>;
  bus(): Promise<Bus>;
  close(): Promise<void>;
}

const urlsShape = z.partialRecord(z.enum(databaseOwners), z.string());

/**
 * Finds the databases of an installation: by the *_DATABASE_URL variables, and the others in the data folder. Of an
 * embedded installation that does not run, it starts PostgreSQL until it is closed, and keeps the folder locked.
 *
 * @throws StartError in one line when there is no installation, or its databases do not answer
 */
export async function openInstallation(env: Environment, dataDirOption?: string): Promise<Installation> {
  await using parts = new AsyncDisposableStack();
  const given = Object.fromEntries(
    databaseOwners.flatMap((owner) => {
      const url = env[databaseVariable(owner)];
      return url ? [[owner, url]] : [];
    }),
  );
  const owners = env.KAFKA_BROKERS ? subgraphNames : databaseOwners;
  const missing = owners.filter((owner) => !given[owner]);
  const dataDir =
    missing.length > 0 ? expectDataDir(dataDirOption ?? env.PARTERRE_DATA_DIR ?? '.data') : null;
  const embedded = dataDir ? await embeddedDatabases(dataDir, parts) : null;
  const urls = { ...embedded?.urls, ...given } as InstallationUrls;
  const kafka = env.KAFKA_BROKERS ? env : kafkaOf(dataDir);
  const absent = (kafka ? subgraphNames : databaseOwners).find((owner) => !urls[owner]);
  if (absent) throw new StartError(`expected ${databaseVariable(absent)} to be set`);

  const databases = new Map<Subgraph, Promise<OpenDatabase>>();
  let bus: Promise<Bus> | undefined;
  parts.defer(async () => {
    for (const opening of databases.values()) await (await opening.catch(() => undefined))?.close();
  });
  parts.defer(async () => (await bus?.catch(() => undefined))?.close());
  const all = parts.move();
  return {
    urls,
    dataDir,
    isRunning: embedded?.isRunning ?? null,
    database(subgraph) {
      const known = databases.get(subgraph);
      if (known) return known;
      const opening = openDatabase({ url: urls[subgraph], entities: [], poolSize: 2 });
      databases.set(subgraph, opening);
      return opening;
    },
    bus() {
      bus ??= kafka
        ? openKafka(kafka)
        : openEmbeddedBus({ url: urls.bus ?? '', logger: silentLogger, poolSize: 2 });
      return bus;
    },
    close: () => all.disposeAsync(),
  };
}

/** The brokers of a cluster that keeps its data in this folder; null for an installation without any. */
function kafkaOf(dataDir: string | null): Environment | null {
  if (!dataDir || !isCluster(dataDir)) return null;
  return { KAFKA_BROKERS: readClusterState(dataDir).brokers.join(',') };
}

function openKafka(env: Environment): Promise<Bus> {
  const config = readKafkaConfig(readConfig(z.object(kafkaVariables), env));
  return openServiceBus('ops', config, silentLogger, () => undefined);
}

function expectDataDir(path: string): string {
  const folder = resolve(path);
  if (!existsSync(join(folder, 'secrets.json'))) {
    throw new StartError(
      `expected an installation in ${folder}, found none; set PARTERRE_DATA_DIR to its folder, ` +
        'or the *_DATABASE_URL variables to its databases',
    );
  }
  return folder;
}

async function embeddedDatabases(
  dataDir: string,
  parts: AsyncDisposableStack,
): Promise<{ readonly urls: Partial<DatabaseUrls>; readonly isRunning: boolean }> {
  const file = join(dataDir, 'databases.json');
  try {
    const lock = lockFolder(dataDir, 'npm run ops');
    parts.defer(() => lock.release());
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    // Whoever has the folder has written down where its databases are.
    return { urls: urlsShape.parse(JSON.parse(readFileSync(file, 'utf8'))), isRunning: true };
  }
  const { postgresPassword } = keepSecrets(dataDir, await newSecrets());
  const server = await startPostgres({
    dataDir,
    password: postgresPassword,
    settings: durableSettings,
  }).catch((error: unknown) => {
    throw new StartError(error instanceof Error ? error.message : String(error), { cause: error });
  });
  parts.defer(() => server.stop());
  if (isCluster(dataDir)) {
    const urlOf = await ensureOwnDatabases(server.url, postgresPassword);
    return { urls: Object.fromEntries(subgraphNames.map((name) => [name, urlOf(name)])), isRunning: false };
  }
  const urls = Object.fromEntries(databaseOwners.map((owner) => [owner, server.url(owner)]));
  return { urls, isRunning: false };
}
