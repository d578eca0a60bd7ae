import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { logStatements, prepareLog } from '@parterre/platform/bus/embedded/log-store.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { createTestDatabase, type TestDatabaseOptions } from '@parterre/platform/testing/test-database.ts';
import { prepareRateTable, statements as rateStatements } from '../../ops/launch/gateway/rate-table.ts';
import { services } from '../../ops/launch/services.ts';

const subgraphs = new URL('../../subgraphs/', import.meta.url);
const folderOf = (subgraph: string) => new URL(`${subgraph}/adapters/postgres/`, subgraphs);
const filesOf = (subgraph: string) =>
  readdirSync(folderOf(subgraph)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

const platform = new URL('../../platform/', import.meta.url);
const platformFiles = readdirSync(platform, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .sort();
const platformText = (file: string) => readFileSync(new URL(file, platform), 'utf8');

/** Long enough for a table on a busy machine. */
const PATIENCE_MS = 30_000;
const itsOwnDatabase = "asks the bus's own database, which has no migrated tables";
const noTable = 'asks PostgreSQL itself, and no table';
const finishedByOthers = 'has parts of statements that others finish, and are prepared as theirs';
const forTests = 'serves tests, with databases and tables of its own';
/** The files of the platform that have SQL beside `statements`, and why. */
const besideStatements: Readonly<Record<string, string>> = {
  'bus/embedded/embedded-bus.ts': itsOwnDatabase,
  'bus/embedded/group-lock.ts': itsOwnDatabase,
  'bus/embedded/log-store.ts': itsOwnDatabase,
  'inbox/apply-fact.ts': finishedByOthers,
  'postgres/control-connection.ts': noTable,
  'postgres/migrate.ts': "asks PostgreSQL itself, and the migrator's own table",
  'postgres/open-database.ts': noTable,
  'postgres/query-span.ts': 'has no statement: it says in two words what others do',
  'saga/saga-store.ts': finishedByOthers,
  'testing/note-service.ts': forTests,
  'testing/order-saga.ts': forTests,
  'testing/test-database.ts': forTests,
  'testing/test-service.ts': forTests,
};

/** Statements that read a table whole, or all seats of an event, and may. */
const readWhole: Readonly<Record<string, readonly string[]>> = {
  // Where there is nothing the planner reads once what it looks up by its index otherwise.
  events: ['seating-plans.zoneOutlines: seats', 'seating-plans.zoneOutlines: sections'],
  // A job, now and then.
  notifications: ['live-bookings.prune: live_bookings'],
  // A person asks, by `npm run ops`.
  platform: ['saga/saga-store.listOpen: sagas'],
  // It has one row.
  bus: ['epoch: log_identity'],
};

/** Statements that skip what lies before a page row by row, and may. */
const skipRows: Readonly<Record<string, readonly string[]>> = {
  // Of sums, which are made of all rows whatever is shown of them.
  analytics: ['statistics.eventSales: events'],
  // Of what is unread alone, by an index that has no more than that.
  notifications: ['notifications.markAllRead: notifications'],
};

/** A text that begins as SQL does. */
const sqlText =
  /['"`]\s*(select\s|insert into\s|update \w+ set\s|delete from\s|with \w+ as\s|(create|alter|drop|lock|truncate) \w+\s|set local\s)/i;

/** Every statement in plain SQL of these files of a folder, as `file.name`. */
async function statementsOf(folder: URL, files: readonly string[]): Promise<[string, string][]> {
  const modules = files.map(async (file) => {
    const { statements = {} } = await import(fileURLToPath(new URL(file, folder)));
    return Object.entries<string>(statements).map(([name, text]): [string, string] => [
      `${file.slice(0, -3)}.${name}`,
      text,
    ]);
  });
  return (await Promise.all(modules)).flat();
}

/** What PostgreSQL says against the statements when it prepares them in the database of a test. */
async function faultsOf(
  statements: readonly [string, string][],
  options?: TestDatabaseOptions,
): Promise<string[]> {
  const test = await createTestDatabase(options);
  const faults: string[] = [];
  try {
    for (const [index, [place, text]] of statements.entries()) {
      await test.database
        .sql(`prepare statement_${index} as ${text}`)
        .catch((error: Error) => faults.push(`${place}: ${error.message}`));
    }
  } finally {
    await test.drop();
  }
  return faults;
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Filter?: string;
  readonly Plans?: readonly PlanNode[];
}

/**
 * Of tables that may use every index, those nodes of a plan for any values that are as asked, as `file.name: table`. The
 * tables are empty, so what it would cost says nothing.
 */
async function tablesRead(
  statements: readonly [string, string][],
  isAsked: (node: PlanNode) => boolean,
  options?: TestDatabaseOptions,
): Promise<string[]> {
  const test = await createTestDatabase(options);
  try {
    return await test.database.transaction((tx) => tablesReadIn(tx, statements, isAsked));
  } finally {
    await test.drop();
  }
}

async function tablesReadIn(
  tx: Transaction,
  statements: readonly [string, string][],
  isAsked: (node: PlanNode) => boolean,
): Promise<string[]> {
  await tx.sql('set local enable_seqscan = off');
  const found: string[] = [];
  for (const [place, text] of statements) {
    const [row] = await tx.sql<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
      `explain (generic_plan, format json) ${text}`,
    );
    const nodes = allNodes(row?.['QUERY PLAN'][0]?.Plan);
    const asked = nodes.filter((node) => isAsked(node)).map((node) => node['Relation Name']);
    found.push(...[...new Set(asked)].map((table) => `${place}: ${table}`));
  }
  return found;
}

function allNodes(node: PlanNode | undefined): readonly PlanNode[] {
  return node ? [node, ...(node.Plans ?? []).flatMap(allNodes)] : [];
}

/** A table that is read from one end to the other; of an event's seats, those that are read by the event alone. */
function isWhole({ 'Node Type': type, 'Relation Name': table, 'Index Cond': condition }: PlanNode): boolean {
  if (type === 'Seq Scan') return true;
  return table === 'event_seats' && /^\(event_id = [^()]*\)$/.test(condition?.replace(/\w+\./g, '') ?? '');
}

/** What comes after a page is found by looking at each row: "where it begins, or nowhere" is nothing that an index has. */
function isSkipping({ Filter: filter = '' }: PlanNode): boolean {
  return /\((\$\d+|page\.\w+) IS NULL\) OR \((ROW\([^)]*\)|[\w.]+) [<>]/.test(filter);
}

describe('the statements in plain SQL', () => {
  it.each(services.map((service) => [service.name, service] as const))(
    'of %s can all be prepared in its migrated database',
    async (name, service) => {
      const statements = await statementsOf(folderOf(name), filesOf(name));
      expect(await faultsOf(statements, service)).toEqual([]);
      expect(statements.length).toBeGreaterThan(0);
    },
  );

  it.each(services.map((service) => [service.name, service] as const))(
    'of %s read no table whole, but those that are known by name',
    async (name, service) => {
      const statements = await statementsOf(folderOf(name), filesOf(name));
      expect(await tablesRead(statements, isWhole, service)).toEqual(readWhole[name] ?? []);
    },
  );

  it.each(services.map((service) => [service.name, service] as const))(
    'of %s find a page by where it begins, but those that are known by name',
    async (name, service) => {
      const statements = await statementsOf(folderOf(name), filesOf(name));
      expect(await tablesRead(statements, isSkipping, service)).toEqual(skipRows[name] ?? []);
    },
  );

  it.each(services.map(({ name }) => name))('of %s stand where they are prepared', (name) => {
    const inline = filesOf(name).filter((file) =>
      /\.sql(<[^(]*>)?\(\s*['"`]/.test(readFileSync(new URL(file, folderOf(name)), 'utf8')),
    );
    expect(inline).toEqual([]);
  });

  it('of the platform can all be prepared where its tables are and no others', async () => {
    const files = platformFiles.filter((file) => platformText(file).includes('export const statements ='));
    const statements = await statementsOf(platform, files);
    expect(await faultsOf(statements)).toEqual([]);
    expect(statements.length).toBeGreaterThan(0);
  });

  it('of the platform read no table whole, but those that are known by name', async () => {
    const files = platformFiles.filter((file) => platformText(file).includes('export const statements ='));
    expect(await tablesRead(await statementsOf(platform, files), isWhole)).toEqual(readWhole.platform);
  });

  it('of the embedded bus read no table of the log whole', async () => {
    const test = await createTestDatabase();
    try {
      await prepareLog(test.url);
      const whole = await test.database.transaction((tx) =>
        tablesReadIn(tx, Object.entries(logStatements), isWhole),
      );
      expect(whole).toEqual(readWhole.bus);
    } finally {
      await test.drop();
    }
  });

  it('of the rates of gateways read no table whole', async () => {
    const test = await createTestDatabase();
    try {
      await prepareRateTable(test.url, PATIENCE_MS);
      const whole = await test.database.transaction((tx) =>
        tablesReadIn(tx, Object.entries(rateStatements), isWhole),
      );
      expect(whole).toEqual([]);
    } finally {
      await test.drop();
    }
  });

  it('of the platform stand where they are prepared, but in files that are known by name', () => {
    const inline = platformFiles.filter((file) =>
      sqlText.test(platformText(file).replace(/^export const statements = \{\n[\s\S]*?^\};\n/m, '')),
    );
    expect(inline).toEqual(Object.keys(besideStatements));
  });
});
