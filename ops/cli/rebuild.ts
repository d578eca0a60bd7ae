import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import { openDatabase } from '@parterre/platform/postgres/open-database.ts';
import type { Rebuilt, ServiceDefinition } from '@parterre/platform/service/service.ts';
import { services } from '../launch/services.ts';
import type { Installation, Subgraph } from './installation.ts';
import { type Answer, Refused, UsageError } from './output.ts';
import { appliedMigrations, connect } from './tables.ts';

/**
 * Makes all that a subgraph sums up anew from the first fact that it keeps, and tells whether it was as it is now. A
 * server that runs goes on reading the old rows meanwhile, and lets facts wait.
 *
 * @throws Refused when this version does not know the tables or the rows that are there
 */
export async function rebuild(installation: Installation, name: string): Promise<Answer> {
  const subgraph = subgraphNames.find((each) => each === name);
  const service = services.find((each) => each.name === name);
  if (!subgraph || !service?.rebuild) {
    const known = services.filter((each) => each.rebuild).map((each) => each.name);
    throw new UsageError(`expected a subgraph that can be rebuilt, of ${known.join(', ')}, got "${name}"`);
  }
  await expectOwnMigrations(installation, subgraph, service);
  const database = await openDatabase({
    url: installation.urls[subgraph],
    entities: service.entities,
    poolSize: 2,
  });
  try {
    const rebuilt = await service.rebuild(database);
    if (isRejection(rebuilt)) throw new Refused(`${rebuilt.message}; use the version that made them`);
    return toAnswer(subgraph, rebuilt);
  } finally {
    await database.close();
  }
}

function toAnswer(subgraph: Subgraph, { facts, comparison }: Rebuilt): Answer {
  const json = { subgraph, facts, comparison };
  if (comparison === null) {
    const line = `${subgraph}: made anew of ${facts} facts; older rules had made what was there, so nothing is compared`;
    return { json, lines: [line] };
  }
  const { rows, differences, first } = comparison;
  if (first === null) {
    return {
      json,
      lines: [`${subgraph}: ${rows} rows made anew of ${facts} facts, all equal to those before`],
    };
  }
  return {
    json,
    lines: [
      `${subgraph}: ${rows} rows made anew of ${facts} facts; differences to those before: ${differences}. The first:`,
      `${first.row}`,
      `  was ${first.before ?? 'not there'}`,
      `  is  ${first.after ?? 'not there'}`,
    ],
    exitCode: 1,
  };
}

/** Only a start brings tables up to date: this must not do it below a server that runs. */
async function expectOwnMigrations(
  installation: Installation,
  subgraph: Subgraph,
  { migrations }: ServiceDefinition,
): Promise<void> {
  const client = await connect(installation.urls[subgraph]);
  try {
    const applied = new Set(await appliedMigrations(client));
    const missing = migrations.find(({ name }) => !applied.has(name));
    if (missing) {
      throw new Refused(
        `expected the database of ${subgraph} to have the migration ${missing.name}, and it has not; start this version once`,
      );
    }
  } finally {
    await client.end();
  }
}
