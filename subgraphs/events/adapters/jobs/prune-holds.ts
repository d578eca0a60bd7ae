import type { Database } from '@parterre/platform/postgres/database.ts';
import type { Job } from '@parterre/platform/service/service.ts';

const HOUR_MS = 3_600_000;
const BATCH = 1_000;
/** A hold that has ended is of no use once nobody asks what became of it. */
const ENDED_KEPT_DAYS = 30;
/**
 * What answers a late or repeated question: that a hold must not be made any more, that a release was done. A
 * saga that a person resumes after months asks again.
 */
const ANSWERS_KEPT_DAYS = 400;

/** Deletes holds that have ended, and what was remembered for questions that come twice. */
export function pruneHolds(database: Database): Job {
  const prune = async (table: 'holds' | 'releases', key: string, isOver: string, days: number) => {
    const rows = await database.sql(
      `delete from ${table} where ${key} = any (array(
         select ${key} from ${table} where ${isOver} and created_at < now() - $1 * interval '1 day'
         limit ${BATCH} for update skip locked
       )) returning 1`,
      [days],
    );
    return rows.length;
  };
  const ended = `status in ('RELEASED', 'EXPIRED')
    and not exists (select from standing_holds p where p.booking_id = holds.booking_id)`;
  return {
    name: 'prune-holds',
    everyMs: HOUR_MS,
    async run() {
      const holds = await prune('holds', 'booking_id', ended, ENDED_KEPT_DAYS);
      const tombstones = await prune('holds', 'booking_id', "status = 'FORBIDDEN'", ANSWERS_KEPT_DAYS);
      const releases = await prune('releases', 'request_id', 'true', ANSWERS_KEPT_DAYS);
      return holds + tombstones + releases;
    },
  };
}
