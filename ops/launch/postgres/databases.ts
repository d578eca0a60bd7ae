import pg from 'pg';

const NAME = /^[a-z_]+$/;

/** Makes the databases that are not there yet. Names are the server's own: lower-case letters. */
export async function ensureDatabases(adminUrl: string, names: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database');
    const present = new Set(rows.map(({ datname }) => datname));
    for (const name of names.filter((wanted) => !present.has(wanted))) {
      if (!NAME.test(name)) throw new Error(`expected a database name of lower-case letters, got "${name}"`);
      // By its files: a copy that goes through the log takes four times the processor time, and leaves its pages, 7 MB for
      // each database, in the shared buffers.
      await client.query(`create database "${name}" strategy file_copy`);
    }
  } finally {
    await client.end();
  }
}

/**
 * Whether a PostgreSQL answers at this address.
 * @throws Error with one line that names the variable, never the password
 */
export async function expectToAnswer(variable: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 30_000 });
  client.on('error', () => {}); // What breaks here also rejects `connect`.
  const { host, pathname } = new URL(url);
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const why =
      error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : String(error);
    throw new Error(`${variable}: expected a PostgreSQL that answers at ${host}${pathname}, got: ${why}`);
  }
}
