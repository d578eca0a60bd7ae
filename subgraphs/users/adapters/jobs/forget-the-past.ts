import type { Database } from '@parterre/platform/postgres/database.ts';
import type { Job } from '@parterre/platform/service/service.ts';
import { windowStart } from '../../domain/sign-in-limit.ts';

const EVERY_MS = 10 * 60_000;
const BATCH = 1_000;

/** Deletes sessions whose last refresh token has expired, and failed sign-ins older than the window. */
export function forgetThePast(database: Database): Job {
  return {
    name: 'forget-the-past',
    everyMs: EVERY_MS,
    async run(now) {
      const sessions = await database.sql(
        `delete from sessions where id in (
           select id from sessions where expires_at <= $1 limit ${BATCH} for update skip locked
         ) returning id`,
        [now],
      );
      const failures = await database.sql(
        `delete from failed_sign_ins where ctid = any (array(
           select ctid from failed_sign_ins where failed_at <= $1 limit ${BATCH} for update skip locked
         )) returning 1`,
        [windowStart(now)],
      );
      return sessions.length + failures.length;
    },
  };
}
