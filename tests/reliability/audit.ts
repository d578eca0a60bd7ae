import { readFileSync } from 'node:fs';
import pg from 'pg';

/** The rooms' databases as one: each room's tables in a schema of the room's name. */
const rooms = ['users', 'events', 'tickets', 'payments', 'loyalty', 'analytics', 'notifications'] as const;
type AuditedRoom = (typeof rooms)[number];

/** A broken promise: which one, and the first rows that break it. */
export interface Breach {
  readonly invariant: string;
  readonly rows: readonly object[];
}

/**
 * Reads the books of the whole house and answers every breach of an invariant. The rooms' databases are
 * joined through postgres_fdw in a scratch database of the same server; nothing of theirs is changed.
 */
export async function audit(databases: Readonly<Record<string, string>>): Promise<Breach[]> {
  const auditor = await openAuditDatabase(databases);
  try {
    const breaches: Breach[] = [];
    for (const { title, query } of invariants()) {
      const { rows } = await auditor.query<object>(query);
      if (rows.length > 0) breaches.push({ invariant: title, rows: rows.slice(0, 5) });
    }
    return breaches;
  } finally {
    await auditor.end();
  }
}

/** The statements of invariants.sql: a heading "-- 1. …" and a query that must find nothing. */
function invariants(): { title: string; query: string }[] {
  const text = readFileSync(new URL('./invariants.sql', import.meta.url), 'utf8');
  return [...text.matchAll(/^-- (\d+[a-z]?\. .*)\n([\s\S]*?;)\s*$/gm)].map((match) => ({
    title: match[1] ?? '',
    query: match[2] ?? '',
  }));
}

async function openAuditDatabase(databases: Readonly<Record<string, string>>): Promise<pg.Client> {
  const anyDatabase = addressOf(databases, 'tickets');
  const server = await connect(anyDatabase.toString());
  await server.query('drop database if exists audit with (force)');
  await server.query('create database audit');
  await server.end();

  const address = new URL(anyDatabase);
  address.pathname = '/audit';
  const auditor = await connect(address.toString());
  await auditor.query('create extension postgres_fdw');
  for (const room of rooms) await attach(auditor, room, addressOf(databases, room));
  return auditor;
}

function addressOf(databases: Readonly<Record<string, string>>, room: AuditedRoom): URL {
  const address = databases[room];
  if (!address) throw new Error(`expected the address of the ${room} database`);
  return new URL(address);
}

async function attach(auditor: pg.Client, room: AuditedRoom, url: URL): Promise<void> {
  const name = pg.escapeIdentifier(room);
  const option = (value: string) => pg.escapeLiteral(decodeURIComponent(value));
  const host = url.searchParams.get('host') ?? url.hostname;
  await auditor.query(
    `create server ${name} foreign data wrapper postgres_fdw
       options (host ${option(host)}, port ${option(url.port || '5432')}, dbname ${option(url.pathname.slice(1))})`,
  );
  await auditor.query(
    `create user mapping for current_user server ${name} options (user ${option(url.username)}, password ${option(url.password)})`,
  );
  await auditor.query(`create schema ${name}`);
  await auditor.query(`import foreign schema public from server ${name} into ${name}`);
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
