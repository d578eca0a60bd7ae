import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDatabases } from '../../ops/launch/postgres/databases.ts';
import { startPostgres } from '../../ops/launch/postgres/server.ts';
import { durableSettings } from '../../ops/launch/postgres/settings.ts';
import { databaseOwners, databaseVariable } from '../../ops/launch/server-config.ts';

/** A PostgreSQL with every database that a server needs; it outlives the servers, and ends with the test's process. */
export interface PostgresBeside {
  /** USERS_DATABASE_URL and its kin. */
  readonly variables: Readonly<Record<string, string>>;
  /** Stops it and throws its data away. */
  demolish(): Promise<void>;
}

export async function startPostgresBeside(): Promise<PostgresBeside> {
  const dataDir = await mkdtemp(join(tmpdir(), 'parterre-postgres-'));
  const postgres = await startPostgres({
    dataDir,
    password: 'it stands beside the servers',
    settings: durableSettings,
  });
  await ensureDatabases(postgres.url('postgres'), databaseOwners);
  return {
    variables: Object.fromEntries(
      databaseOwners.map((owner) => [databaseVariable(owner), postgres.url(owner)]),
    ),
    async demolish() {
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}
