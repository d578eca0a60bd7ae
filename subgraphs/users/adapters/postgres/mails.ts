import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { MailRequests, PasswordResets, WaitingRequest } from '../../application/ports.ts';
import { MAIL_REQUEST_WINDOW_MS } from '../../domain/tokens.ts';

/** Password resets in PostgreSQL. */
export const passwordResets: PasswordResets = {
  async add(sql, { hash, userId, expiresAt }) {
    await sql.sql('insert into password_resets (hash, user_id, expires_at) values ($1, $2, $3)', [
      hash,
      userId,
      expiresAt,
    ]);
  },

  async userOf(sql, hash, now) {
    const [row] = await sql.sql<{ user_id: UserId }>(
      'select user_id from password_resets where hash = $1 and expires_at > $2',
      [hash, now],
    );
    return row?.user_id ?? null;
  },

  async clear(tx, userId) {
    await tx.sql('delete from password_resets where user_id = $1', [userId]);
  },
};

/** Requests for mails in PostgreSQL, one row each; the sweep forgets them after the window. */
export const mailRequests: MailRequests = {
  async add(sql, purpose, subject, now) {
    await sql.sql('insert into mail_requests (purpose, subject, requested_at) values ($1, $2, $3)', [
      purpose,
      subject,
      now,
    ]);
  },

  async takeWaiting(tx, limit) {
    return tx.sql<WaitingRequest>(
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
      [limit, MAIL_REQUEST_WINDOW_MS / 1000],
    );
  },

  async addWithin(tx, purpose, subject, most, now) {
    const rows = await tx.sql(
      `insert into mail_requests (purpose, subject, requested_at, handled_at)
       select $1, $2, $3::timestamptz, $3::timestamptz
       where (select count(*) from mail_requests
              where purpose = $1 and subject = $2 and requested_at > $5) < $4
       returning id`,
      [purpose, subject, now, most, new Date(now.getTime() - MAIL_REQUEST_WINDOW_MS)],
    );
    return rows.length === 1;
  },
};
