import { deterministicId } from '@parterre/platform/kernel/ids.ts';
import type { Database, Sql } from '@parterre/platform/postgres/database.ts';
import type { Mailbox, OutgoingMail, OutgoingMails, Show } from '../../application/ports.ts';
import { MOST_ATTEMPTS } from '../../application/send-mails.ts';

/** Which mails are sent: all of them, those with a link, which can be read nowhere else, or none. */
export type Sent = 'ALL' | 'LINKS' | 'NONE';

/** The mailbox in PostgreSQL. */
export const createMailbox = (sent: Sent): Mailbox => ({
  async put(tx, { factId, userId, mail, at }) {
    await lockAddressOf(tx, userId);
    // The id follows from the fact, so a mail that is written again after a loss is the same mail.
    await tx.sql(
      `insert into notifications (id, fact_id, user_id, recipient, kind, subject, body, created_at, link, due_at)
       values ($1, $2, $3, (select email from recipients where user_id = $3), $4, $5, $6, $7, $8, $9)
       on conflict (fact_id) do nothing`,
      [
        deterministicId('Notification', factId),
        factId,
        userId,
        mail.kind,
        mail.subject,
        mail.body,
        at,
        mail.link ?? null,
        sent === 'ALL' || (sent === 'LINKS' && mail.link) ? at : null,
      ],
    );
  },

  async setRecipient(tx, userId, email) {
    await lockAddressOf(tx, userId);
    await tx.sql('insert into recipients (user_id, email) values ($1, $2) on conflict (user_id) do nothing', [
      userId,
      email,
    ]);
    await tx.sql('update notifications set recipient = $2 where user_id = $1 and recipient is null', [
      userId,
      email,
    ]);
  },

  async setShow(tx, eventId, { timeZone, hallName, venueName, startsAt }, { factId, time }) {
    await tx.sql(
      `insert into places (event_id, time_zone, hall_name, venue_name, starts_at, as_of, fact_id)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (event_id) do update set time_zone = excluded.time_zone, hall_name = excluded.hall_name,
         venue_name = excluded.venue_name, starts_at = excluded.starts_at, as_of = excluded.as_of,
         fact_id = excluded.fact_id
       where (places.as_of, places.fact_id) < (excluded.as_of, excluded.fact_id)`,
      [eventId, timeZone, hallName, venueName, startsAt, time, factId],
    );
  },

  async show(tx, eventId) {
    const [row] = await tx.sql<Show>(
      `select time_zone as "timeZone", hall_name as "hallName", venue_name as "venueName", starts_at as "startsAt"
       from places where event_id = $1`,
      [eventId],
    );
    return row ?? null;
  },
});

/** Mails on their way out, in PostgreSQL. */
export function createOutgoingMails(database: Database): OutgoingMails {
  return {
    async take(limit, now) {
      return database.sql<OutgoingMail>(
        `update notifications set attempts = attempts + 1,
           -- 1 minute, 2, 4 and so on up to a few hours; after the last attempt never.
           due_at = case when attempts + 1 < $3
             then $2::timestamptz + make_interval(mins => (2 ^ attempts)::int) end
         where id in (
           select id from notifications where due_at <= $2 and recipient is not null
           order by due_at limit $1 for update skip locked
         )
         returning id, user_id as "userId", recipient, subject, body, link, attempts as attempt`,
        [limit, now, MOST_ATTEMPTS],
      );
    },

    async done(id, sentAt) {
      await database.sql('update notifications set due_at = null, sent_at = $2 where id = $1', [id, sentAt]);
    },
  };
}

/**
 * A mail and its reader's address may arrive at the same moment, by two consumers: without this lock
 * neither would see the other, and the mail would stay without an address for good.
 */
async function lockAddressOf(tx: Sql, userId: string): Promise<void> {
  await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [userId]);
}
