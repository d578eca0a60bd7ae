import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { ensureDatabases, expectToAnswer } from './postgres/databases.ts';
import { durableSettings } from './postgres/settings.ts';
import { supervisePostgres } from './postgres/supervise.ts';
import { type DatabaseOwner, databaseOwners, databaseVariable, type ServerConfig } from './server-config.ts';
import { StartError } from './start-error.ts';

/** The address of each subgraph's own database and of the bus's. */
export type DatabaseUrls = Readonly<Record<DatabaseOwner, string>>;

export interface ServerDatabases {
  readonly urls: DatabaseUrls;
  stop(): Promise<void>;
}

export interface ServerDatabasesOptions {
  readonly config: ServerConfig;
  readonly dataDir: string;
  readonly password: string;
  readonly logger: Logger;
  /** The embedded PostgreSQL is lost for good. */
  readonly giveUp: (reason: string) => void;
}

/**
 * Gives every subgraph a database: the one that its *_DATABASE_URL names, and to all others one of the embedded
 * PostgreSQL, which is started only if somebody needs it.
 *
 * @throws StartError in one line when a given PostgreSQL does not answer, or the embedded one does not start
 */
export async function openServerDatabases(options: ServerDatabasesOptions): Promise<ServerDatabases> {
  const { config, dataDir, password, logger, giveUp } = options;
  const given = databaseOwners.flatMap((owner) => {
    const url = config[databaseVariable(owner)];
    return url ? [{ owner, url }] : [];
  });
  await asStartError(() =>
    Promise.all(given.map(({ owner, url }) => expectToAnswer(databaseVariable(owner), url))),
  );

  const own = databaseOwners.filter((owner) => !given.some((other) => other.owner === owner));
  const server =
    own.length > 0
      ? await asStartError(() =>
          supervisePostgres({ dataDir, password, settings: durableSettings }, logger, giveUp),
        )
      : null;
  if (server) {
    await asStartError(() => ensureDatabases(server.url('postgres'), own)).catch(async (error: unknown) => {
      await server.stop();
      throw error;
    });
  }

  const urlsBy = (ofOwn: (owner: DatabaseOwner) => string | undefined) =>
    Object.fromEntries([
      ...given.map(({ owner, url }) => [owner, url]),
      ...own.map((owner) => [owner, ofOwn(owner)]),
    ]) as DatabaseUrls;
  // Over TCP: who reads it may be another account, as PostgreSQL's own is.
  writeDatabaseUrls(
    dataDir,
    urlsBy((owner) => server?.url(owner)),
  );
  const urls = urlsBy((owner) => server?.socketUrl(owner));
  return { urls, stop: async () => server?.stop() };
}

async function asStartError<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** For whoever wants to look into a running server with psql; the port changes with every start. */
export function writeDatabaseUrls(dataDir: string, urls: Readonly<Record<string, string>>): void {
  writeFileSync(join(dataDir, 'databases.json'), `${JSON.stringify(urls, null, 2)}\n`, { mode: 0o600 });
}
