import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { Releases } from '../../application/ports/places.ts';
import { ReleaseRow } from './entities.ts';

/** SQL, because a batch is deleted past whatever others work on. */
export const statements = {
  prune: statement<{ request_id: string }>(
    `delete from releases where request_id = any (array(
       select request_id from releases where created_at < now() - $1 * interval '1 day'
       limit $2 for update skip locked
     )) returning request_id`,
  ),
};

/** Releases in PostgreSQL. */
export function createPostgresReleases(database: Database): Releases {
  return {
    async find(tx, requestId) {
      const release = await tx.em.findOne(ReleaseRow, { requestId });
      return release?.answer ?? null;
    },

    async record(tx, requestId, bookingId, answer) {
      await tx.em.insert(ReleaseRow, { requestId, bookingId, answer });
    },

    async prune(keptDays, limit) {
      const pruned = await database.sql(statements.prune, [keptDays, limit]);
      return pruned.length;
    },
  };
}
