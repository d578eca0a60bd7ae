import type { Client } from 'pg';
import type { Bus, FactEnvelope } from '../bus/bus.ts';
import { publishTraced } from '../bus/fact-spans.ts';
import { endsWithItsHolder } from '../postgres/lock-connection.ts';
import { ImpatientClient } from '../postgres/pools.ts';
import { processName } from '../postgres/process-name.ts';
import { statement } from '../postgres/statement.ts';
import type { Logger } from '../telemetry/logger.ts';
import { counter } from '../telemetry/metrics.ts';
import { backoffMs } from '../timing/backoff.ts';
import { pause } from '../timing/pause.ts';
import { createWakeSignal } from '../timing/wake-signal.ts';

export interface RelayOptions {
  readonly subgraph: string;
  /** The subgraph's database, whose outbox is emptied. */
  readonly databaseUrl: string;
  readonly bus: Bus;
  readonly logger: Logger;
  /** Milliseconds between two looks at the outbox when nobody wakes the relay; 500 unless said otherwise. */
  readonly pollMs?: number;
}

export interface Relay {
  /** Facts were committed in this process: publish them now instead of at the next look. */
  wake(): void;
  /** Publishes what is in hand, then stops. */
  stop(): Promise<void>;
}

/** Facts published at one time at most. */
const BATCH = 500;
/** How often the outbox is looked at when nobody wakes the relay: facts of other replicas, or of a dead process. */
const POLL_MS = 500;
/** What is committed so soon after the fact that woke the relay goes with it: with 8 buyers half as many batches. */
const GATHER_MS = 10;
/** An outage of the database or the bus is retried after 100 ms, then 200… up to 5 s, without limit. */
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;
const QUERY_TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 5_000;

/** Any number that nobody else locks in a subgraph's database: "relay" on a telephone's keys. */
const RELAY_LOCK = 73_529;

const published = counter('parterre_facts_published_total', 'Facts that left the outbox for the bus.', [
  'subgraph',
]);

interface OutboxRow {
  readonly id: string;
  readonly fact: FactEnvelope;
}

/** What the bus has taken, and the next look deletes. */
interface Moved {
  ids: readonly string[];
}

/** SQL, because all of it runs over the one connection that holds the lock, which is no entity manager's. */
export const statements = {
  tryLock: statement<{ is_held: boolean }>('select pg_try_advisory_lock($1) as is_held'),

  // These very ids and not "up to the last": a smaller id may have been committed meanwhile. What a statement deletes it
  // still sees, so it is passed over by name.
  moveOn: statement<OutboxRow>(
    `with gone as (delete from outbox where id = any($1::bigint[]))
     select id, fact from outbox where id <> all($1::bigint[]) order by id limit $2`,
  ),

  remove: statement('delete from outbox where id = any($1::bigint[])'),
};

/**
 * Moves facts from a subgraph's outbox to the bus: in the order of their ids, and deleted only after the bus has
 * acknowledged them, so none is lost and the order of a key is kept. A fact may be published twice, after a
 * crash between the two; consumers know it by its id.
 *
 * Of all replicas one is the relay: it holds a session lock over the connection with which it also reads and
 * deletes, so whoever has lost the lock has lost the outbox too. (Several relays that skip one another's
 * locked rows break the order of a key; a relay that remembers the last id instead of deleting misses rows
 * that commit after it: 7,094 of 36,198 when it was tried.)
 */
export function startRelay({ subgraph, databaseUrl, bus, logger, pollMs = POLL_MS }: RelayOptions): Relay {
  const wakeSignal = createWakeSignal();
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = run();

  async function run(): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      try {
        await withConnection(databaseUrl, async (client) => {
          const isHeld = await waitForLock(client, signal);
          if (!isHeld) return;
          await emptyOutbox(client, () => {
            failures = 0;
          });
        });
      } catch (error) {
        failures += 1;
        logger.warn({ subgraph, failures, err: error }, 'facts could not be published; trying again');
        await pause(backoffMs(failures, FIRST_RETRY_MS, LONGEST_RETRY_MS), signal);
      }
    }
  }

  async function emptyOutbox(client: Client, onSuccess: () => void): Promise<void> {
    // Of this connection: on another one somebody else may have been the relay meanwhile.
    const moved: Moved = { ids: [] };
    while (!signal.aborted) {
      const count = await moveBatch(client, moved);
      onSuccess();
      if (count < BATCH && (await wakeSignal.wait(pollMs, signal))) await pause(GATHER_MS, signal);
    }
    // One last look: what was committed before the stop leaves before it, as far as one batch goes.
    await moveBatch(client, moved);
    if (moved.ids.length > 0) await client.query(statements.remove, [moved.ids]);
  }

  /**
   * Publishes what lies there now. What was published before is deleted by the statement that looks: a moment later than it
   * could be, so that a crash within that moment publishes it again, for one round trip a batch instead of two.
   */
  async function moveBatch(client: Client, moved: Moved): Promise<number> {
    const rows = await look(client, moved);
    if (rows.length === 0) return 0;
    await publishTraced(
      bus,
      rows.map((row) => row.fact),
    );
    moved.ids = rows.map((row) => row.id);
    published.inc({ subgraph }, rows.length);
    return rows.length;
  }

  async function look(client: Client, moved: Moved): Promise<readonly OutboxRow[]> {
    const { rows } = await client.query<OutboxRow>(statements.moveOn, [moved.ids, BATCH]);
    moved.ids = [];
    return rows;
  }

  return {
    wake: wakeSignal.ring,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** True when the lock is held, false when the signal came first. */
async function waitForLock(client: Client, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    const { rows } = await client.query<{ is_held: boolean }>(statements.tryLock, [RELAY_LOCK]);
    if (rows[0]?.is_held) return true;
    await pause(POLL_MS, signal);
  }
  return false;
}

async function withConnection(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new ImpatientClient({
    connectionString: url,
    // Held as long as the process lives: others can tell by it whether what it was at is free.
    application_name: processName,
    // A delete need not wait for the disk: one that is lost in a crash means that facts are published again,
    // as they may. With 8 buyers a paid booking took 13.4 disk writes, and 9.6 without these and the mails.
    options: `-c synchronous_commit=off ${endsWithItsHolder}`,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
  });
  // The next statement fails and tells; without a listener a lost connection would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
