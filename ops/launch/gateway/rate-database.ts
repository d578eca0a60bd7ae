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
  /** Nobody's login waits longer for the database than this, in milliseconds; 250 unless said otherwise. */
  readonly patienceMs?: number;
  /** How often windows that have ended are deleted, in milliseconds; 60,000 unless said otherwise. */
  readonly pruneEveryMs?: number;
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

const PATIENCE_MS = 250;
/** Of the patience: the database is away when it had a statement for so long, and not when that waited for one of our connections. */
const FAIR = 1 / 2;
/** Of the patience: a connection that has said nothing for so long is replaced, when nobody waits for it any more. */
const SILENCE = 8;
const ASK_AGAIN_MS = 1_000;
const PRUNE_EVERY_MS = 60_000;
const PRUNE_BATCH = 1_000;

const unshared = gauge(
  'parterre_gateway_rates_unshared',
  'Whether a gateway that counts rates with others counts by itself, as its database is away.',
);

/**
 * Resolves when the database has been asked once, whether it answers or not. The first question that finds it away waits
 * for `patienceMs`, and no other one until it is back.
 */
export async function openRateDatabase(options: RateDatabaseOptions): Promise<RateDatabase> {
  const { url, logger, patienceMs = PATIENCE_MS, pruneEveryMs = PRUNE_EVERY_MS } = options;
  const silenceMs = patienceMs * SILENCE;
  const pool = openPool(url, silenceMs);
  const closing = new AbortController();
  let isThere = false;
  /** Statements that the database has. */
  let sent = 0;

  /** @throws when the database does not answer, or refuses */
  async function reach(): Promise<void> {
    await prepareRateTable(url, silenceMs);
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
    void recover();
  }

  /** Goes on by itself; a look that is under way when the store is closed ends by its own bounds. */
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
      await pause(pruneEveryMs, closing.signal);
      try {
        while (isThere && !closing.signal.aborted) {
          const { rowCount } = await pool.query(statements.prune, [PRUNE_BATCH]);
          if ((rowCount ?? 0) < PRUNE_BATCH) break;
        }
      } catch (error) {
        logger.debug({ err: error }, 'windows that have ended could not be pruned; trying again');
      }
    }
  }

  await reach().catch(giveUp);
  const pruning = prune();
  return {
    async ask(work) {
      if (!isThere) return null;
      const patience = startPatience(patienceMs);
      /** When the database was given the newest statement; undefined while that waits for a connection. */
      let sentAt: number | undefined;
      const hadNoTime = () =>
        sentAt === undefined ? sent === POOL : performance.now() - sentAt < patienceMs * FAIR;
      const run: RunStatement = async (text, values) => {
        sentAt = undefined;
        const client = await pool.connect();
        if (patience.isOver()) {
          // Memory has decided meanwhile: what is counted here now would be counted twice.
          client.release();
          throw new Error('expected a connection that is free in time, got it too late');
        }
        sentAt = performance.now();
        sent += 1;
        const release = (error?: Error) => {
          sent -= 1;
          client.release(error);
        };
        const asked = client.query(text, [...values]);
        asked.then(() => release(), release);
        return (await asked).rows;
      };
      try {
        return await Promise.race([work(run), patience.ended]);
      } catch (error) {
        const isItsFault = !(patience.isOver() && hadNoTime());
        if (isThere && isItsFault) giveUp(error);
        return null;
      } finally {
        patience.stop();
      }
    },
    async close() {
      closing.abort();
      await pruning;
      await pool.end();
    },
  };
}

function openPool(url: string, silenceMs: number): Pool {
  const pool = new Pool({
    connectionString: url,
    max: POOL,
    // None is closed for being idle: to open another one would cost a login its patience.
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: silenceMs,
    statement_timeout: silenceMs,
    query_timeout: silenceMs,
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

interface Patience {
  /** Rejects when it is over. */
  readonly ended: Promise<never>;
  isOver(): boolean;
  stop(): void;
}

function startPatience(ms: number): Patience {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  let isOver = false;
  const end = () => {
    isOver = true;
    reject(new Error(`expected an answer of the database within ${ms} ms, got none`));
  };
  // A turn later: an answer that came while this process was busy is read first.
  const timer = setTimeout(() => setImmediate(end), ms);
  return { ended, isOver: () => isOver, stop: () => clearTimeout(timer) };
}
