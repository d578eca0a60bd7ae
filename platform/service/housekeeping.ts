import { LONGEST_KEPT_DAYS } from '../bus/bus.ts';
import { keysToRetry } from '../inbox/dead-letters.ts';
import { replayDeadLetters } from '../inbox/replay-dead-letters.ts';
import type { Database } from '../postgres/database.ts';
import { type Statement, statement } from '../postgres/statement.ts';
import type { FactConsumer, Job } from './service.ts';

const HOUR_MS = 3_600_000;
const PRUNE_BATCH = 1_000;
const RETRY_POLL_MS = 1_000;
const RETRY_BATCH = 100;

/**
 * How long the inbox remembers a fact: longer than the bus keeps any, so that a group that is rewound to the
 * first fact kept applies none twice.
 */
export const INBOX_DAYS = LONGEST_KEPT_DAYS + 10;

/** How long a key gives back its first outcome; clients repeat a request within minutes. */
const IDEMPOTENCY_DAYS = 30;

/** SQL, because what is over is deleted a batch at a time, found by where it stands (`ctid`). */
export const statements = {
  pruneInbox: statement(
    `delete from inbox where ctid = any (array(
       select ctid from inbox where applied_at < now() - interval '${INBOX_DAYS} days' limit $1
     )) returning 1`,
  ),

  // A key without an outcome is still owed one, by a saga that is open or parked, however old it is.
  pruneIdempotencyKeys: statement(
    `delete from idempotency_keys where ctid = any (array(
       select ctid from idempotency_keys
       where outcome is not null and created_at < now() - interval '${IDEMPOTENCY_DAYS} days' limit $1
     )) returning 1`,
  ),
};

/** What every subgraph does beside its own work: forget what is long over, and try again what may have healed. */
export function housekeeping(database: Database, consumers: readonly FactConsumer[]): readonly Job[] {
  return [
    {
      name: 'prune-inbox',
      everyMs: HOUR_MS,
      run: () => prune(database, statements.pruneInbox),
    },
    retryDeadLetters(database, consumers),
    {
      name: 'prune-idempotency-keys',
      everyMs: HOUR_MS,
      run: () => prune(database, statements.pruneIdempotencyKeys),
    },
  ];
}

/**
 * Tries dead letters again when their time has come, with those that wait behind them: consumers beside one another, each
 * its own one after another. They are looked for together, because there are hardly ever any: fifteen consumers that look
 * for themselves are fifteen statements a second of a server that nobody asks anything.
 */
function retryDeadLetters(database: Database, consumers: readonly FactConsumer[]): Job {
  const names = consumers.map(({ name }) => name);
  return {
    name: 'retry-dead-letters',
    everyMs: RETRY_POLL_MS,
    async run({ now }) {
      const due = await keysToRetry(database, names, now, RETRY_BATCH);
      const replays = consumers.map(async (consumer) => {
        for (const key of due.get(consumer.name) ?? []) await replayDeadLetters(database, consumer, key, now);
      });
      // All of them first: whoever comes back must not meet those of this look.
      for (const replayed of await Promise.allSettled(replays)) {
        if (replayed.status === 'rejected') throw replayed.reason;
      }
      // Those that failed again have a later time; more than a batch is taken up at the next look.
      return 0;
    },
  };
}

/** Deletes one batch of what is over; answers how many, so that the job comes back while there are more. */
async function prune(database: Database, pruning: Statement): Promise<number> {
  const rows = await database.sql(pruning, [PRUNE_BATCH]);
  return rows.length;
}
