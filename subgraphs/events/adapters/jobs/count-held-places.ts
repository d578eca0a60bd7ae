import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { Job } from '@parterre/platform/service/service.ts';
import { gauge } from '@parterre/platform/telemetry/metrics.ts';

const held = gauge(
  'parterre_places_held',
  'Seats and standing places that buyers hold and have not paid for.',
);

/** SQL, because nothing of the rows is wanted but their sum, over the index of open holds. */
export const statements = {
  heldInAll: statement<{ places: number }>(
    `select coalesce(sum(places), 0)::int as places from holds
     where status = 'HELD' and expires_at > clock_timestamp()`,
  ),
};

/** Tells metrics how much is held, from the tables. */
export function countHeldPlaces(database: Database): Job {
  return {
    name: 'count-held-places',
    everyMs: 5_000,
    async run() {
      const [row] = await database.sql(statements.heldInAll);
      held.set(row?.places ?? 0);
      return 0;
    },
  };
}
