import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { type DatabaseOwner, databaseOwners, databaseVariable, type HouseConfig } from './house-config.ts';
import { ensureDatabases, expectToAnswer } from './postgres/databases.ts';
import { keepPostgres } from './postgres/keep.ts';
import { durableSettings } from './postgres/settings.ts';
import { StartError } from './start-error.ts';

/** The address of each room's own database and of the bus's. */
export type DatabaseUrls = Readonly<Record<DatabaseOwner, string>>;

export interface HouseDatabases {
  readonly urls: DatabaseUrls;
  stop(): Promise<void>;
}

export interface HouseDatabasesOptions {
  readonly config: HouseConfig;
  readonly dataDir: string;
  readonly password: string;
  readonly logger: Logger;
  /** The embedded PostgreSQL is lost for good. */
  readonly giveUp: (reason: string) => void;
}

/**
 * Gives every room a database: the one that its *_DATABASE_URL names, and to all others one of the embedded
 * PostgreSQL, which is started only if somebody needs it.
 *
 * @throws StartError in one line when a given PostgreSQL does not answer, or the embedded one does not start
 */
export async function openHouseDatabases(options: HouseDatabasesOptions): Promise<HouseDatabases> {
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
          keepPostgres({ dataDir, password, settings: durableSettings }, logger, giveUp),
        )
      : null;
  if (server) {
    await asStartError(() => ensureDatabases(server.url('postgres'), own)).catch(async (error: unknown) => {
      await server.stop();
      throw error;
    });
  }

  const urls = Object.fromEntries([
    ...given.map(({ owner, url }) => [owner, url]),
    ...own.map((owner) => [owner, server?.url(owner)]),
  ]) as DatabaseUrls;
  // For whoever wants to look into a running house with psql; the port changes with every start.
  writeFileSync(join(dataDir, 'databases.json'), `${JSON.stringify(urls, null, 2)}\n`, { mode: 0o600 });
  return { urls, stop: async () => server?.stop() };
}

async function asStartError<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
