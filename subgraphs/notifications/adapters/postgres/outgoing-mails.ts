import type { BookingId, NotificationId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Language } from '@parterre/contracts/kernel/language.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { OutgoingMails } from '../../application/ports.ts';
import { MOST_ATTEMPTS } from '../../application/send-mails.ts';
import type { LinkPurpose, MailKind } from '../../domain/mail.ts';
import { NotificationRow } from './entities.ts';

interface TakenColumns {
  readonly id: NotificationId;
  readonly user_id: UserId;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly html: string | null;
  readonly kind: MailKind;
  readonly language: Language;
  readonly booking_id: BookingId | null;
  readonly link: LinkPurpose | null;
  readonly attempts: number;
}

/** SQL, because several replicas take mails at once, each some that no other has. */
export const statements = {
  take: statement<TakenColumns>(
    `update notifications set attempts = attempts + 1,
       -- 1 minute, 3, 9 and so on up to 6 hours; after the last attempt never.
       due_at = case when attempts + 1 < $3
         then $2::timestamptz + make_interval(mins => least(360, 3 ^ attempts)::int) end
     where id in (
       select id from notifications where due_at <= $2 and recipient is not null
       order by due_at limit $1 for update skip locked
     )
     returning id, user_id, recipient, kind, subject, body, html, language, booking_id, link, attempts`,
  ),
};

/** Mails on their way out, in PostgreSQL. */
export function createPostgresOutgoingMails(database: Database): OutgoingMails {
  return {
    async take(limit, now) {
      const rows = await database.sql(statements.take, [limit, now, MOST_ATTEMPTS]);
      return rows.map(
        ({
          user_id: userId,
          booking_id: bookingId,
          attempts: attempt,
          subject,
          body: text,
          html,
          ...mail
        }) => ({
          ...mail,
          userId,
          bookingId,
          attempt,
          mail: { subject, text, html },
        }),
      );
    },

    async done(id, sentAt) {
      await database.em().nativeUpdate(NotificationRow, { id }, { dueAt: null, sentAt });
    },
  };
}
