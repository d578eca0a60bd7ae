import type { NotificationId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Language } from '@parterre/contracts/kernel/language.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { Notification, Notifications } from '../../application/ports.ts';
import type { MailKind } from '../../domain/mail.ts';
import { NotificationRow } from './entities.ts';

interface PageColumns {
  readonly page: number;
  readonly id: NotificationId;
  readonly user_id: UserId;
  readonly kind: MailKind;
  readonly subject: string;
  readonly body: string;
  readonly html: string | null;
  readonly language: Language;
  readonly created_at: Date;
  readonly read_at: Date | null;
}

/** SQL, because many users' pages are one statement, the first reading stays, and mails are deleted in batches. */
export const statements = {
  // Each page is read from its own end of the index.
  pages: statement<PageColumns>(
    `select page.number::int as page, found.id, found.user_id, found.kind, found.subject, found.body,
            found.html, found.language, found.created_at, found.read_at
     from unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::uuid[])
          with ordinality as page (user_id, size, after_time, after_id, number)
     cross join lateral (
       select id, user_id, kind, subject, body, html, language, created_at, read_at from notifications mail
       where mail.user_id = page.user_id
         and (mail.created_at, mail.id) < (coalesce(page.after_time, 'infinity'), coalesce(page.after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
       order by created_at desc, id desc limit page.size
     ) found
     order by page.number, found.created_at desc, found.id desc`,
  ),

  markRead: statement<{ read_at: Date }>(
    'update notifications set read_at = coalesce(read_at, $2) where id = $1 returning read_at',
  ),

  markAllRead: statement<{ id: NotificationId }>(
    `update notifications set read_at = $2 where user_id = $1 and read_at is null
       and ($3::timestamptz is null or (created_at, id) <= ($3, $4::uuid)) returning id`,
  ),

  countUnread: statement<{ user_id: UserId; unread: number }>(
    `select user_id, count(*)::int as unread from notifications
     where user_id = any ($1::uuid[]) and read_at is null group by user_id`,
  ),

  prune: statement<{ id: NotificationId }>(
    `delete from notifications where id = any (array(
       select id from notifications where created_at < $1 limit $2 for update skip locked)) returning id`,
  ),
};

/** Notifications in PostgreSQL. */
export function createPostgresNotifications(database: Database): Notifications {
  return {
    async findMany(ids) {
      const rows = await database.em().find(NotificationRow, { id: { $in: [...ids] } });
      return rows.map((row) => {
        const { id, userId, kind, subject, body, html = null, language, createdAt, readAt = null } = row;
        return { id, userId, kind, subject, body, html, language, createdAt, readAt };
      });
    },

    async pages(pages) {
      const rows = await database.sql(statements.pages, [
        pages.map((page) => page.userId),
        pages.map((page) => page.limit),
        pages.map((page) => page.after?.time.toISOString() ?? null),
        pages.map((page) => page.after?.id ?? null),
      ]);
      const byPage = Map.groupBy(rows, (row) => row.page);
      return pages.map((_, index) => (byPage.get(index + 1) ?? []).map(readNotification));
    },

    async markRead(id, now) {
      const [row] = await database.sql(statements.markRead, [id, now]);
      return row?.read_at ?? now;
    },

    async markAllRead(userId, upTo, now) {
      const bound = [upTo?.createdAt ?? null, upTo?.id ?? null];
      return (await database.sql(statements.markAllRead, [userId, now, ...bound])).length;
    },

    async countUnread(userIds) {
      const rows = await database.sql(statements.countUnread, [userIds]);
      const byUser = new Map(rows.map((row) => [row.user_id, row.unread]));
      return userIds.map((id) => byUser.get(id) ?? 0);
    },

    async prune(before, limit) {
      return (await database.sql(statements.prune, [before, limit])).length;
    },
  };
}

function readNotification(row: PageColumns): Notification {
  const {
    id,
    user_id: userId,
    kind,
    subject,
    body,
    html,
    language,
    created_at: createdAt,
    read_at: readAt,
  } = row;
  return { id, userId, kind, subject, body, html, language, createdAt, readAt };
}
