import { countDeadLetters } from '../inbox/dead-letters.ts';
import { deadLettersGauge } from '../inbox/dead-letters-gauge.ts';
import type { RoomName } from '../kernel/asker.ts';
import type { Database } from '../postgres/database.ts';
import type { FactConsumer, Job } from './service.ts';

const HOUR_MS = 3_600_000;
const COUNT_MS = 15_000;
const PRUNE_BATCH = 1_000;

/**
 * How long the inbox remembers a fact. A fact comes again within seconds of its first time (a crash, a
 * relay's second try), or, should a group have to begin anew from an older offset, within days.
 */
const INBOX_DAYS = 30;

/** How long a key gives back its first outcome; clients repeat a request within minutes. */
const IDEMPOTENCY_DAYS = 30;

/** What every room does beside its own work: forget what is long over, and count what needs a person. */
export function housekeeping(
  room: RoomName,
  database: Database,
  consumers: readonly FactConsumer[],
): readonly Job[] {
  return [
    {
      name: 'prune-inbox',
      everyMs: HOUR_MS,
      run: () => prune(database, 'inbox', 'applied_at', INBOX_DAYS),
    },
    {
      name: 'prune-idempotency-keys',
      everyMs: HOUR_MS,
      run: () => prune(database, 'idempotency_keys', 'created_at', IDEMPOTENCY_DAYS),
    },
    {
      name: 'count-dead-letters',
      everyMs: COUNT_MS,
      async run() {
        const counts = await countDeadLetters(database);
        for (const { name } of consumers)
          deadLettersGauge.set({ room, consumer: name }, counts.get(name) ?? 0);
        return 0;
      },
    },
  ];
}

/** Deletes one batch of what is older; answers how many, so that the job comes back while there are more. */
async function prune(
  database: Database,
  table: 'inbox' | 'idempotency_keys',
  column: 'applied_at' | 'created_at',
  days: number,
): Promise<number> {
  const rows = await database.sql(
    `delete from ${table} where ctid = any (array(
       select ctid from ${table} where ${column} < now() - $1 * interval '1 day' limit $2
     )) returning 1`,
    [days, PRUNE_BATCH],
  );
  return rows.length;
}
