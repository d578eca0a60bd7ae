import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { MailRequests, WaitingRequest } from '../../application/ports.ts';
import { MAIL_REQUEST_WINDOW_MS } from '../../domain/tokens.ts';
import { MailRequestRow } from './entities.ts';

/** SQL, because a batch is taken whose rows others leave out, and a request is noted only where a count allows it. */
export const statements = {
  takeWaiting: statement<WaitingRequest>(
    `with waiting as (
       select id from mail_requests where handled_at is null order by id limit $1 for update skip locked
     ), taken as (
       update mail_requests set handled_at = requested_at where id in (select id from waiting)
       returning id, purpose, subject, requested_at
     )
     select subject, requested_at as "requestedAt", (
       select count(*)::int from mail_requests earlier
       where earlier.subject = taken.subject and earlier.purpose = taken.purpose and earlier.id < taken.id
         and earlier.requested_at > taken.requested_at - make_interval(secs => $2)
     ) as earlier
     from taken order by id`,
  ),

  addWithin: statement<{ id: string }>(
    `insert into mail_requests (purpose, subject, requested_at, handled_at)
     select $1, $2, $3::timestamptz, $3::timestamptz
     where (select count(*) from mail_requests
            where purpose = $1 and subject = $2 and requested_at > $5) < $4
     returning id`,
  ),

  prune: statement<{ id: string }>(
    `delete from mail_requests where id = any (array(
       select id from mail_requests where requested_at <= $1 limit $2 for update skip locked
     )) returning id`,
  ),
};

/** Requests for mails in PostgreSQL, one row each. */
export function createPostgresMailRequests(database: Database): MailRequests {
  const windowBefore = (now: Date) => new Date(now.getTime() - MAIL_REQUEST_WINDOW_MS);

  return {
    async add(purpose, subject, now) {
      await database.em().insert(MailRequestRow, { purpose, subject, requestedAt: now });
    },

    async takeWaiting(tx, limit) {
      return tx.sql(statements.takeWaiting, [limit, MAIL_REQUEST_WINDOW_MS / 1000]);
    },

    async addWithin(tx, purpose, subject, most, now) {
      const noted = await tx.sql(statements.addWithin, [purpose, subject, now, most, windowBefore(now)]);
      return noted.length === 1;
    },

    async prune(now, limit) {
      return (await database.sql(statements.prune, [windowBefore(now), limit])).length;
    },
  };
}
