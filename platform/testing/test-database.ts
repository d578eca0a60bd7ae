import { createHash } from 'node:crypto';
import type { EntitySchema } from '@mikro-orm/core';
import { Client } from 'pg';
import { newId } from '../kernel/ids.ts';
import type { SqlMigration } from '../postgres/database.ts';
import { type OpenDatabase, openDatabase } from '../postgres/open-database.ts';
import { platformMigrations } from '../postgres/platform-migrations.ts';

export interface TestDatabaseOptions {
  readonly entities?: readonly EntitySchema[];
  readonly migrations?: readonly SqlMigration[];
  readonly poolSize?: number;
  readonly onFactsCommitted?: () => void;
}

export interface TestDatabase {
  readonly database: OpenDatabase;
  readonly url: string;
  /** Ends every connection to the database and lets nobody in until the returned function is called. */
  interrupt(): Promise<() => Promise<void>>;
  /** Closes the database and drops it. */
  drop(): Promise<void>;
}

/**
 * A fresh, migrated database in the PostgreSQL that runs for the tests (TEST_POSTGRES_URL). The migrations
 * run once per set of them: later databases are copies of a template, which takes some 30 ms.
 */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const template = await migratedTemplate(options.migrations ?? []);
  const { name, url } = await createEmptyDatabase(template);
  const database = await openDatabase({
    url,
    entities: options.entities ?? [],
    poolSize: options.poolSize,
    onFactsCommitted: options.onFactsCommitted,
  });
  return {
    database,
    url,
    interrupt: () => interruptDatabase(name),
    async drop() {
      await database.close();
      await dropDatabase(name);
    },
  };
}

/** A database with nothing in it, or a copy of `template`. */
export async function createEmptyDatabase(template = 'template1'): Promise<{ name: string; url: string }> {
  const name = `test_${newId().replaceAll('-', '')}`;
  // By its files, since a copy that goes through the log takes four times as much of a processor.
  await asAdmin((admin) => admin.query(`create database ${name} template ${template} strategy file_copy`));
  return { name, url: urlOf(name) };
}

export async function dropDatabase(name: string): Promise<void> {
  await asAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`));
}

/**
 * What a PostgreSQL that was stopped looks like from outside, for one database alone: running statements
 * fail, new connections are refused, until the returned function is called.
 */
export async function interruptDatabase(name: string): Promise<() => Promise<void>> {
  await asAdmin(async (admin) => {
    await admin.query(`alter database ${name} allow_connections false`);
    await admin.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1', [
      name,
    ]);
  });
  return async () => {
    await asAdmin((admin) => admin.query(`alter database ${name} allow_connections true`));
  };
}

/** The name of a template database in which these migrations have run. */
async function migratedTemplate(migrations: readonly SqlMigration[]): Promise<string> {
  const hash = createHash('sha256')
    .update(JSON.stringify([platformMigrations, migrations]))
    .digest('hex');
  const name = `template_${hash.slice(0, 24)}`;
  await asAdmin(async (admin) => {
    // Several test files may want the same template at once: the first one makes it, the others wait.
    await admin.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return;
    const unfinished = `${name}_unfinished`;
    await admin.query(`drop database if exists ${unfinished} with (force)`);
    await admin.query(`create database ${unfinished}`);
    const database = await openDatabase({ url: urlOf(unfinished), entities: [] });
    try {
      await database.migrate(migrations);
    } finally {
      await database.close();
    }
    // Only a finished template gets the name, so a failed migration is not taken for a done one.
    await admin.query(`alter database ${unfinished} rename to ${name}`);
  });
  return name;
}

async function asAdmin<Result>(work: (admin: Client) => Promise<Result>): Promise<Result> {
  const admin = new Client({ connectionString: urlOf('postgres') });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function urlOf(database: string): string {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server) {
    throw new Error(
      'expected TEST_POSTGRES_URL to name a PostgreSQL; run this test in the "integration" project of jest',
    );
  }
  return new URL(`/${database}`, server).href;
}
