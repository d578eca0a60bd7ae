import { type SubgraphName, subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { type Environment, readConfig } from '@parterre/platform/config/read-config.ts';
import { openDatabase } from '@parterre/platform/postgres/open-database.ts';
import { z } from 'zod';
import { databaseVariable } from './server-config.ts';
import { services } from './services.ts';
import { StartError } from './start-error.ts';
import { databaseUrl } from './variables.ts';

/**
 * Brings databases up to date, one after another, each in one transaction of its own. Safe to call again, and beside
 * services that start.
 *
 * @param named those to bring up to date; all whose variable is set, when none is named
 * @throws ConfigError, StartError before anything is done; DatabaseUnavailable when one does not answer
 */
export async function migrateDatabases(
  env: Environment,
  named: readonly string[],
  say: (line: string) => void,
): Promise<void> {
  const unknown = named.find((name) => !subgraphNames.some((known) => known === name));
  if (unknown !== undefined) {
    throw new StartError(`expected names of subgraphs, of ${subgraphNames.join(', ')}, got "${unknown}"`);
  }
  const wanted = subgraphNames.filter((name) =>
    named.length > 0 ? named.includes(name) : env[databaseVariable(name)],
  );
  if (wanted.length === 0) {
    throw new StartError('expected a database of a subgraph, such as USERS_DATABASE_URL, got none');
  }
  const shape = z.object(Object.fromEntries(wanted.map((name) => [databaseVariable(name), databaseUrl])));
  const urls = readConfig(shape, env);
  for (const name of wanted) {
    await migrateOne(name, String(urls[databaseVariable(name)]));
    say(`${name}: the database is up to date`);
  }
}

async function migrateOne(name: SubgraphName, url: string): Promise<void> {
  const service = services.find((each) => each.name === name);
  if (!service) throw new Error(`expected the subgraph ${name} to have a service`);
  const database = await openDatabase({ url, entities: [], poolSize: 2 });
  await database.migrate(service.migrations).finally(() => database.close());
}
