import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** One table as it was at the moment of a backup. */
export interface TableContents {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

/** The tables of one database: what a backup keeps of it. */
export interface DatabaseContents {
  /** Applied by then, in their order. */
  readonly migrations: readonly string[];
  /** In an order in which references are there before what refers to them. */
  readonly tables: readonly TableContents[];
  readonly sequences: readonly { readonly table: string; readonly column: string; readonly value: string }[];
}

/** MikroORM's own list, which the restore's migrations write anew. */
const MIGRATIONS_TABLE = 'migrations';
const CONNECT_TIMEOUT_MS = 5_000;

export async function connect(
  url: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'parterre-ops',
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  });
  client.on('error', () => {}); // The next statement fails and tells.
  await client.connect();
  return client;
}

export async function tableNames(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  );
  return rows.map(({ name }) => name);
}

const columnsOf = `
  select attname as name from pg_attribute
  where attrelid = $1::text::regclass and attnum > 0 and not attisdropped and attgenerated = ''
  order by attnum`;

/** Writes every table into `folder`, as the transaction of this client sees it. */
export async function writeTables(client: pg.Client, folder: string): Promise<DatabaseContents> {
  const names = (await tableNames(client)).filter((name) => name !== MIGRATIONS_TABLE);
  const tables: TableContents[] = [];
  for (const name of await inOrderOfReferences(client, names)) {
    const { rows: columns } = await client.query<{ name: string }>(columnsOf, [quote(name)]);
    const copy = client.query(
      copyTo(`copy ${quote(name)} (${columns.map((each) => quote(each.name))}) to stdout`),
    );
    await pipeline(
      copy,
      createGzip({ level: 1 }),
      createWriteStream(fileOf(folder, name), { mode: 0o600, flush: true }),
    );
    tables.push({ name, columns: columns.map((each) => each.name), rows: copy.rowCount });
  }
  return { migrations: await appliedMigrations(client), tables, sequences: await readSequences(client) };
}

export async function appliedMigrations(client: pg.Client): Promise<readonly string[]> {
  if (!(await tableNames(client)).includes(MIGRATIONS_TABLE)) return [];
  const { rows } = await client.query<{ name: string }>(`select name from ${MIGRATIONS_TABLE} order by id`);
  return rows.map(({ name }) => name);
}

/**
 * Fills tables that are there, and empty or not, from `folder`, in one transaction. Triggers of ours do not fire: what
 * is written has passed them once.
 */
export async function readTables(
  client: pg.Client,
  folder: string,
  { tables, sequences }: DatabaseContents,
  andThen: readonly string[] = [],
): Promise<void> {
  const names = (await tableNames(client)).filter((name) => name !== MIGRATIONS_TABLE);
  await client.query('begin');
  for (const name of names) await client.query(`alter table ${quote(name)} disable trigger user`);
  await client.query(`truncate ${names.map(quote)}`);
  for (const { name, columns, rows } of tables) {
    const copy = client.query(copyFrom(`copy ${quote(name)} (${columns.map(quote)}) from stdin`));
    await pipeline(createReadStream(fileOf(folder, name)), createGunzip(), copy);
    if (copy.rowCount !== rows) {
      throw new Error(`expected ${rows} rows in ${fileOf(folder, name)}, got ${copy.rowCount}`);
    }
  }
  for (const { table, column, value } of sequences) {
    await client.query('select setval(pg_get_serial_sequence($1, $2), $3)', [quote(table), column, value]);
  }
  for (const statement of andThen) await client.query(statement);
  for (const name of names) await client.query(`alter table ${quote(name)} enable trigger user`);
  await client.query('commit');
  await client.query('analyze');
}

async function readSequences(client: pg.Client): Promise<DatabaseContents['sequences']> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select relname as "table", attname as "column", pg_get_serial_sequence(quote_ident(relname), attname) as sequence
     from pg_class join pg_attribute on attrelid = pg_class.oid
     where relkind = 'r' and relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped
       and relname <> '${MIGRATIONS_TABLE}' and pg_get_serial_sequence(quote_ident(relname), attname) is not null
     order by 1, 2`,
  );
  const sequences: { table: string; column: string; value: string }[] = [];
  for (const { table, column, sequence } of rows) {
    const { rows: values } = await client.query<{ value: string; is_called: boolean }>(
      `select last_value as value, is_called from ${sequence}`,
    );
    if (values[0]?.is_called) sequences.push({ table, column, value: values[0].value });
  }
  return sequences;
}

async function inOrderOfReferences(client: pg.Client, names: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ from: string; to: string }>(
    `select child.relname as "from", parent.relname as "to" from pg_constraint
     join pg_class child on child.oid = conrelid join pg_class parent on parent.oid = confrelid
     where contype = 'f' and conrelid <> confrelid`,
  );
  const ordered: string[] = [];
  const left = new Set(names);
  while (left.size > 0) {
    const free = [...left].filter((name) => !rows.some(({ from, to }) => from === name && left.has(to)));
    if (free.length === 0)
      throw new Error(`expected tables without circles of references, got ${[...left].join(', ')}`);
    for (const name of free) left.delete(name);
    ordered.push(...free);
  }
  return ordered;
}

const quote = (name: string): string => pg.escapeIdentifier(name);
const fileOf = (folder: string, table: string): string => `${folder}/${table}.copy.gz`;
