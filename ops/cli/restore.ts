import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { prepareLog } from '@parterre/platform/bus/embedded/log-store.ts';
import type { Environment } from '@parterre/platform/config/read-config.ts';
import { listConsumerPositions } from '@parterre/platform/inbox/consumer-positions.ts';
import { openDatabase } from '@parterre/platform/postgres/open-database.ts';
import { platformMigrations } from '@parterre/platform/postgres/platform-migrations.ts';
import { openDataDir } from '../launch/data-folder.ts';
import { lockFolder } from '../launch/folder-lock.ts';
import { ensureDatabases } from '../launch/postgres/databases.ts';
import { startPostgres } from '../launch/postgres/server.ts';
import { durableSettings } from '../launch/postgres/settings.ts';
import { keepSecrets, newSecrets } from '../launch/secrets.ts';
import { type DatabaseOwner, databaseOwners, databaseVariable } from '../launch/server-config.ts';
import { services } from '../launch/services.ts';
import { keptFiles, type Manifest, readManifest } from './backup.ts';
import { openInstallation, type Subgraph } from './installation.ts';
import { type Answer, Refused, UsageError } from './output.ts';
import { connect, readTables, tableNames } from './tables.ts';

/**
 * Makes an installation of a backup: in a new data folder, and in the databases that the *_DATABASE_URL variables
 * name, which have to be empty. An embedded one is made beside its place and moved there when it is whole.
 *
 * @throws Refused when something is there already, or the backup is of a newer version
 */
export async function restore(env: Environment, from: string, dataDirOption?: string): Promise<Answer> {
  const folder = resolve(from);
  const manifest = readManifest(folder);
  expectKnownMigrations(manifest);
  if (!manifest.databases.bus) {
    throw new Refused(
      'expected a backup with its bus, got one of an installation whose bus is Apache Kafka: what was on its way is there. ' +
        'Restore its subgraphs one by one with --only, while the cluster is stopped',
    );
  }
  const dataDir = resolve(dataDirOption ?? env.PARTERRE_DATA_DIR ?? '.data');
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0) {
    throw new Refused(
      `expected a new data folder, got ${dataDir}, which holds something; set PARTERRE_DATA_DIR to another`,
    );
  }
  const given = databaseOwners.filter((owner) => env[databaseVariable(owner)]);
  for (const owner of given) await expectEmpty(owner, env[databaseVariable(owner)] ?? '');

  const unfinished = openDataDir(`${dataDir}.restoring`);
  await usingFolder(unfinished, async (embedded) => {
    for (const file of keptFiles) {
      if (existsSync(join(folder, file))) copyFileSync(join(folder, file), join(unfinished, file));
    }
    const own = databaseOwners.filter((owner) => !given.includes(owner));
    const urlOf = own.length > 0 ? await embedded(own) : () => '';
    for (const owner of databaseOwners) {
      await fill(owner, env[databaseVariable(owner)] ?? urlOf(owner), folder, manifest);
    }
  });
  mkdirSync(resolve(dataDir, '..'), { recursive: true });
  rmSync(dataDir, { recursive: true, force: true });
  renameSync(unfinished, dataDir);
  return {
    json: { dataDir, takenAt: manifest.takenAt },
    lines: [`restored as of ${manifest.takenAt}, in ${dataDir}; start it with PARTERRE_DATA_DIR=${dataDir}`],
  };
}

/**
 * Takes one subgraph back to a backup, in an installation that does not run. Its consumers' positions come with it, so
 * what the others have told since comes again; what it has done by itself since then is lost.
 *
 * @throws Refused while the installation runs, and without `force` for a subgraph that is not made of facts alone
 */
export async function restoreOne(
  env: Environment,
  from: string,
  name: string,
  { dataDir, force }: { readonly dataDir?: string; readonly force: boolean },
): Promise<Answer> {
  const subgraph = services.find((service) => service.name === name)?.name as Subgraph | undefined;
  if (!subgraph)
    throw new UsageError(
      `--only: expected a subgraph, one of ${services.map((each) => each.name).join(', ')}`,
    );
  const folder = resolve(from);
  const manifest = readManifest(folder);
  expectKnownMigrations(manifest);
  const installation = await openInstallation(env, dataDir);
  try {
    if (installation.isRunning) throw new Refused('expected the installation to be stopped; it runs');
    await expectNobodyElse(subgraph, installation.urls[subgraph]);
    const consumers = await listConsumerPositions(await installation.database(subgraph));
    const isDerived = consumers.length > 0 && consumers.every((each) => each.isReplayable);
    if (!isDerived && !force) {
      throw new Refused(
        `${subgraph} is not made of facts alone: what it has answered since ${manifest.takenAt} would be lost, and ` +
          'others would still know of it. Restore the whole backup, or say --force and run the audit afterwards',
      );
    }
    const client = await connect(installation.urls[subgraph]);
    await client.query('drop schema public cascade');
    await client.query('create schema public');
    await client.end();
    await fill(subgraph, installation.urls[subgraph], folder, manifest);
  } finally {
    await installation.close();
  }
  return {
    json: { subgraph, takenAt: manifest.takenAt },
    lines: [
      `${subgraph} is as of ${manifest.takenAt}; it catches up with the others when the installation runs`,
    ],
  };
}

function migrationsOf(owner: DatabaseOwner) {
  const service = services.find(({ name }) => name === owner);
  return service ? [...platformMigrations, ...service.migrations] : [];
}

function expectKnownMigrations({ databases, takenAt }: Manifest): void {
  for (const owner of databaseOwners) {
    const known = new Set(migrationsOf(owner).map(({ name }) => name));
    const unknown = databases[owner]?.migrations.find((name) => !known.has(name));
    if (unknown) {
      throw new Refused(
        `expected a backup of this version or an older one, got one of ${takenAt} whose ${owner} has the migration ` +
          `${unknown}; restore it with the version that made it`,
      );
    }
  }
}

/** Makes the tables as they were when the backup was taken; the next start brings them up to date. */
async function fill(owner: DatabaseOwner, url: string, folder: string, manifest: Manifest): Promise<void> {
  const contents = manifest.databases[owner];
  if (!contents) throw new Refused(`expected the backup to have the ${owner} database, and it has none`);
  const service = services.find(({ name }) => name === owner);
  if (service) {
    const database = await openDatabase({ url, entities: [], poolSize: 2 });
    await database.migrate(service.migrations, new Set(contents.migrations)).finally(() => database.close());
  } else {
    await prepareLog(url);
  }
  const client = await connect(url);
  try {
    await readTables(client, join(folder, owner), contents, service ? [] : [NEW_EPOCH]);
  } finally {
    await client.end();
  }
}

/** The log goes on from here another way than it once did: whoever remembers a position of it begins anew. */
const NEW_EPOCH = "update log_identity set epoch = left(replace(gen_random_uuid()::text, '-', ''), 12)";

/** Locks a folder, starts its PostgreSQL if that is asked for, and ends both. */
async function usingFolder(
  dataDir: string,
  work: (
    start: (owners: readonly DatabaseOwner[]) => Promise<(owner: DatabaseOwner) => string>,
  ) => Promise<void>,
): Promise<void> {
  await using parts = new AsyncDisposableStack();
  const lock = lockFolder(dataDir, 'npm run ops');
  parts.defer(() => lock.release());
  await work(async (owners) => {
    const { postgresPassword } = keepSecrets(dataDir, await newSecrets());
    const server = await startPostgres({ dataDir, password: postgresPassword, settings: durableSettings });
    parts.defer(() => server.stop());
    await ensureDatabases(server.url('postgres'), owners);
    return (owner) => server.url(owner);
  });
}

async function expectEmpty(owner: DatabaseOwner, url: string): Promise<void> {
  const client = await connect(url);
  const names = await tableNames(client).finally(() => client.end());
  if (names.length > 0) {
    throw new Refused(
      `${databaseVariable(owner)}: expected an empty database, got one with the table ${names[0]}`,
    );
  }
}

async function expectNobodyElse(owner: DatabaseOwner, url: string): Promise<void> {
  const client = await connect(url);
  const { rows } = await client
    .query<{ name: string }>(
      `select application_name as name from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    )
    .finally(() => client.end());
  if (rows.length > 0) {
    throw new Refused(
      `expected nobody to use the ${owner} database, found "${rows[0]?.name}"; stop the installation`,
    );
  }
}
