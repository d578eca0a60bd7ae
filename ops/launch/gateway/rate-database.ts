import {
  ImpatientClient,
  KEEPALIVE_AFTER_MS,
  PLANS_FOR_ANY_VALUES,
} from '@parterre/platform/postgres/pools.ts';
import { processName } from '@parterre/platform/postgres/process-name.ts';
import type { Statement } from '@parterre/platform/postgres/statement.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { gauge } from '@parterre/platform/telemetry/metrics.ts';
import { pause } from '@parterre/platform/timing/pause.ts';
import { Pool } from 'pg';
import { prepareRateTable, statements } from './rate-table.ts';

export interface RateDatabaseOptions {
  /** postgres://user:password@host:port/database; the role may create a table there. */
  readonly url: string;
  readonly logger: Logger;
}

/** Runs one statement and answers its rows. */
export type RunStatement = <Row extends object>(
  text: Statement<Row>,
  values: readonly (string | number)[],
) => Promise<readonly Row[]>;

/** A database that may be away, of which nobody waits for long. */
export interface RateDatabase {
  /** What `work` comes to; null when the database is away, or does not answer in time. Never rejects. */
  ask<Result extends object>(work: (run: RunStatement) => Promise<Result>): Promise<Result | null>;
  close(): Promise<void>;
}

/** Statements at a time; each takes a fraction of a millisecond. */
const POOL = 4;
/** Connections that a gateway has open at most for its rates: its pool, and a short one that makes the table. */
export const CONNECTIONS_OF_RATES = POOL + 1;

/** Nobody's login waits longer for the database than this. */
const PATIENCE_MS = 250;
/** Later than anybody waits: a connection that has said nothing by then is replaced. */
const SILENCE_MS = 2_000;
const ASK_AGAIN_MS = 1_000;
const PRUNE_EVERY_MS = 60_000;
const PRUNE_BATCH = 1_000;

const unshared = gauge(
  'parterre_gateway_rates_unshared',
  'Whether a gateway that counts rates with others counts by itself, as its database is away.',
);

/**
 * Resolves when the database has been asked once, whether it answers or not. The first question that finds it away waits
 * for PATIENCE_MS, and no other one until it is back.
 */
export async function openRateDatabase({ url, logger }: RateDatabaseOptions): Promise<RateDatabase> {
  const pool = openPool(url);
  const closing = new AbortController();
  let isThere = false;
  let recovering = Promise.resolve();
  const run: RunStatement = async (text, values) => (await pool.query(text, [...values])).rows;

  /** @throws when the database does not answer, or refuses */
  async function reach(): Promise<void> {
    await prepareRateTable(url);
    // Every connection is opened, or shows that it still lives, before a login waits for it.
    await Promise.all(Array.from({ length: POOL }, () => pool.query('select 1')));
    isThere = true;
    unshared.set(0);
  }

  function giveUp(error: unknown): void {
    isThere = false;
    unshared.set(1);
    logger.warn(
      { err: error },
      'the database of rates does not answer; this gateway counts by itself until it does',
    );
    recovering = recover();
  }

  async function recover(): Promise<void> {
    while (!isThere) {
      await pause(ASK_AGAIN_MS, closing.signal);
      if (closing.signal.aborted) return;
      // Somebody has been warned, and it is asked again.
      await reach().catch(() => undefined);
    }
    logger.info({}, 'the database of rates answers again; gateways count together');
  }

  async function prune(): Promise<void> {
    while (!closing.signal.aborted) {
      await pause(PRUNE_EVERY_MS, closing.signal);
      try {
        while (isThere && !closing.signal.aborted) {
          const { rowCount } = await pool.query(statements.prune, [PRUNE_BATCH]);
          if ((rowCount ?? 0) < PRUNE_BATCH) break;
        }
      } catch (error) {
        logger.debug({ err: error }, 'windows that have ended could not be pruned; trying again in a minute');
      }
    }
  }

  await reach().catch(giveUp);
  const pruning = prune();
  return {
    async ask(work) {
      if (!isThere) return null;
      try {
        return await withinPatience(work(run));
      } catch (error) {
        if (isThere) giveUp(error);
        return null;
      }
    },
    async close() {
      closing.abort();
      await Promise.all([recovering, pruning]);
      await pool.end();
    },
  };
}

function openPool(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: POOL,
    // None is closed for being idle: to open another one would cost a login its patience.
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: SILENCE_MS,
    statement_timeout: SILENCE_MS,
    query_timeout: SILENCE_MS,
    application_name: processName,
    options: PLANS_FOR_ANY_VALUES,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEPALIVE_AFTER_MS,
    Client: ImpatientClient,
  });
  // A lost connection is replaced by the pool, and its statement fails; without a listener it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** @throws when nothing has come in PATIENCE_MS; what was asked goes on, and ends by the bounds of the pool */
async function withinPatience<Result>(asked: Promise<Result>): Promise<Result> {
  const { promise: silence, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Error(`expected an answer of the database within ${PATIENCE_MS} ms, got none`));
  }, PATIENCE_MS);
  try {
    return await Promise.race([asked, silence]);
  } finally {
    clearTimeout(timer);
  }
}
