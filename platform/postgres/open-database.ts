import type { AnyEntity, EntitySchema } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/postgresql';
import { CompiledQuery, type Kysely } from 'kysely';
import { type Pool, type TypeOverrides, types } from 'pg';
import type { FactEnvelope } from '../bus/bus.ts';
import { appendFacts, withTraceparent } from '../outbox/append-facts.ts';
import { histogram } from '../telemetry/metrics.ts';
import { isBelowRecordedSpan, withSpan } from '../telemetry/tracing.ts';
import { cancelWithBounds } from './cancel-with-bounds.ts';
import { type ControlConnection, controlConnection } from './control-connection.ts';
import type { Database, Sql, SqlMigration, SqlValue, Transaction } from './database.ts';
import { isCollision, toDatabaseError } from './errors.ts';
import { migrate } from './migrate.ts';
import { OutageNamingDriver } from './outage-naming-driver.ts';
import { platformMigrations } from './platform-migrations.ts';
import {
  BACKGROUND_CONNECTIONS,
  ImpatientClient,
  KEEPALIVE_AFTER_MS,
  PLANS_FOR_ANY_VALUES,
  REQUEST_CONNECTIONS,
  separateBackground,
} from './pools.ts';
import { processName } from './process-name.ts';

export interface OpenDatabaseOptions {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  readonly entities: readonly EntitySchema[];
  /** Connections for requests at most; REQUEST_CONNECTIONS unless said otherwise. */
  readonly poolSize?: number;
  /** Connections for consumers and jobs at most; BACKGROUND_CONNECTIONS unless said otherwise. */
  readonly backgroundPoolSize?: number;
  /** A connection that does not answer a statement for so long is given up, in milliseconds; 12,000 unless said otherwise. */
  readonly silenceMs?: number;
  /** Called after each commit that wrote facts to the outbox. Must not throw. */
  readonly onFactsCommitted?: () => void;
}

export interface OpenDatabase extends Database {
  /**
   * Creates the platform's tables, then runs the subgraph's own migrations; of both only those that are named, where names
   * are given. Safe to call in every replica at once.
   */
  migrate(migrations: readonly SqlMigration[], only?: ReadonlySet<string>): Promise<void>;
  /** Whether a statement can be run at this moment. */
  isReady(): Promise<boolean>;
  /** Lets go of every connection; what runs is finished first. */
  close(): Promise<void>;
}

/** A transaction that collides with another is run this often in all before its error is thrown. */
const TRIES = 3;

/**
 * Bounds on waiting, so that a caller gets a clear DatabaseBusy and the pool is never a pile: for a
 * connection, for a lock, for a statement; and for a transaction that its owner has forgotten.
 */
const bounds = {
  connectionTimeoutMillis: 5_000,
  lock_timeout: 5_000,
  statement_timeout: 10_000,
  idle_in_transaction_session_timeout: 30_000,
};
/** Longer than any statement may take at the server: whoever has said nothing by then says nothing any more. */
const SILENCE_MS = 12_000;

const transactionSeconds = histogram(
  'parterre_transaction_seconds',
  'How long a database transaction took, retries included.',
  ['database', 'outcome'],
);

/**
 * Opens a subgraph's database.
 *
 * @throws DatabaseUnavailable when it does not answer
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenDatabase> {
  const control = controlConnection(options.url);
  const orm = await connect(options, control);
  const kysely = orm.em.getConnection().getClient() as Kysely<unknown>;
  const database = new URL(options.url).pathname.slice(1);
  const traced = { 'db.system.name': 'postgresql', 'db.namespace': database };

  async function runOnce<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const facts: FactEnvelope[] = [];
    // Kysely's callback form, not `em.transactional`: that one never gives its connection back to the pool
    // when `begin` or `rollback` fails on a lost connection, so that an outage would drain the pool for good.
    const result = await kysely
      .transaction()
      .setIsolationLevel('read committed')
      .execute(async (transaction) => {
        const em = orm.em.fork({ useContext: false });
        em.setTransactionContext(transaction);
        try {
          const answer = await work({
            em,
            ...sqlOn(transaction),
            publish: async (...published) => {
              facts.push(...published.map(withTraceparent));
            },
          });
          await em.flush();
          // Last of all: by now the rows that the facts tell of are locked, so two transactions that change
          // one aggregate get their outbox ids in the order in which they commit.
          await appendFacts(sqlOn(transaction), facts);
          return answer;
        } finally {
          em.resetTransactionContext();
        }
      });
    if (facts.length > 0) options.onFactsCommitted?.();
    return result;
  }

  async function measured<Result>(run: () => Promise<Result>): Promise<Result> {
    const startedAt = performance.now();
    let outcome = 'failed';
    try {
      // Its statements have spans of their own (query-span.ts), and a poll that finds nothing has none.
      const result = isBelowRecordedSpan()
        ? await withSpan('transaction', traced, () => withRetries(run))
        : await withRetries(run);
      outcome = 'committed';
      return result;
    } finally {
      transactionSeconds.series({ database, outcome }).observe((performance.now() - startedAt) / 1000);
    }
  }

  const outside = sqlOn(kysely);
  return {
    ...outside,
    transaction: (work) => measured(() => runOnce(work)),
    atOnce: (text, params) =>
      measured(async () => {
        const rows = await outside.sql(text, params);
        if (rows.length > 0) options.onFactsCommitted?.();
        return rows;
      }),
    em: () => orm.em.fork(),
    migrate(migrations, only) {
      const all = [...platformMigrations, ...migrations];
      return migrate(options.url, only ? all.filter(({ name }) => only.has(name)) : all, outside);
    },
    isReady: () =>
      outside.sql('select 1').then(
        () => true,
        () => false,
      ),
    close: async () => {
      await orm.close(true);
      await control.close();
    },
  };
}

async function connect(options: OpenDatabaseOptions, control: ControlConnection): Promise<MikroORM> {
  const orm = await MikroORM.init({
    driver: OutageNamingDriver,
    clientUrl: options.url,
    entities: options.entities as EntitySchema<AnyEntity>[],
    discovery: { warnWhenNoEntities: false },
    // Otherwise its first statement asks the pool for a second connection, whatever the transaction around it holds.
    ensureDatabase: false,
    pool: { min: 0, max: options.poolSize ?? REQUEST_CONNECTIONS },
    driverOptions: {
      ...bounds,
      query_timeout: options.silenceMs ?? SILENCE_MS,
      application_name: processName,
      options: PLANS_FOR_ANY_VALUES,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEPALIVE_AFTER_MS,
      Client: ImpatientClient,
      onPoolCreated(pool: Pool) {
        readTimestampsAsDates(pool);
        separateBackground(pool, options.backgroundPoolSize ?? BACKGROUND_CONNECTIONS);
        cancelWithBounds(pool, control);
      },
    },
    // The server's logger speaks of what matters; MikroORM's own lines would go to the terminal.
    logger: () => {},
  });
  try {
    await orm.em.getConnection().getClient().executeQuery(CompiledQuery.raw('select 1'));
    return orm;
  } catch (error) {
    await orm.close(true);
    await control.close();
    throw toDatabaseError(error);
  }
}

/** MikroORM asks for timestamps as text and parses them itself; it takes a Date as well, and raw rows want one. */
function readTimestampsAsDates(pool: Pool): void {
  const parsers = pool.options.types as TypeOverrides;
  parsers.setTypeParser(types.builtins.TIMESTAMPTZ, types.getTypeParser(types.builtins.TIMESTAMPTZ));
}

function sqlOn(executor: Pick<Kysely<unknown>, 'executeQuery'>): Sql {
  return {
    async sql<Row extends object>(text: string, params: readonly SqlValue[] = []) {
      try {
        const { rows } = await executor.executeQuery<Row>(CompiledQuery.raw(text, [...params]));
        return rows;
      } catch (error) {
        throw toDatabaseError(error);
      }
    },
  };
}

async function withRetries<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      // No pause between tries: PostgreSQL has already let the other transaction win.
      if (attempt === TRIES || !isCollision(error)) throw toDatabaseError(error);
    }
  }
}
