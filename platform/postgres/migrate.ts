import type { MigrationObject } from '@mikro-orm/core';
import { Migration, Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import type { Sql, SqlMigration } from './database.ts';
import { processName } from './process-name.ts';

/** Any number will do as long as nobody else in this database uses it: "parterre" on a telephone's keys. */
const MIGRATION_LOCK = 72_778_373;
/** Only a start waits for it, and a machine where everything starts is busy. */
const CONNECT_TIMEOUT_MS = 30_000;

/**
 * Brings a database up to date: all pending migrations in one transaction, in the given order. Replicas
 * that start at once wait for one another on an advisory lock, and the later ones find nothing to do.
 *
 * @param open the same database, already open
 */
export async function migrate(url: string, migrations: readonly SqlMigration[], open: Sql): Promise<void> {
  const names = migrations.map((migration) => migration.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`expected every migration to have a name of its own, got "${twice}" twice`);
  // Nearly every start finds everything done. To see that by the migrator takes three connections and an ORM more, for
  // each of seven databases.
  const done = await migrationsIn(open);
  if (names.every((name) => done.has(name))) return;

  // A session lock on a connection of its own: it outlives the migrator's transaction, and is let go by
  // PostgreSQL itself if this process dies.
  const guard = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  await guard.connect();
  // An ORM of its own, because a migration may take its time and the connections of requests may not.
  const orm = await MikroORM.init({
    clientUrl: url,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: 2 },
    driverOptions: { application_name: processName },
    logger: () => {},
  });
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    orm.config.set('migrations', {
      ...orm.config.get('migrations'),
      tableName: 'migrations',
      migrationsList: migrations.map(toMigration),
      snapshot: false,
      silent: true,
      transactional: true,
      allOrNothing: true,
      disableForeignKeys: false,
    });
    await new Migrator(orm.em).up();
  } finally {
    await orm.close(true);
    await guard.end();
  }
}

/** The names of those that have been run; what stands there is committed, and stays. */
async function migrationsIn({ sql }: Sql): Promise<ReadonlySet<string>> {
  const [table] = await sql<{ there: boolean }>(`select to_regclass('migrations') is not null as there`);
  if (!table?.there) return new Set();
  const rows = await sql<{ name: string }>('select name from migrations');
  return new Set(rows.map(({ name }) => name));
}

function toMigration(migration: SqlMigration): MigrationObject {
  class PlainSql extends Migration {
    override up(): void {
      this.addSql('set local statement_timeout = 0');
      this.addSql(migration.up);
    }
  }
  return { name: migration.name, class: PlainSql };
}
