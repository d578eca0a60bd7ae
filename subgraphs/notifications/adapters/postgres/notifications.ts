import type { NotificationId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import type { Job } from '@parterre/platform/service/service.ts';
import type { Notification, Notifications } from '../../application/ports.ts';
import type { MailKind } from '../../domain/mail.ts';
import { NotificationEntity, toNotification } from './notification-entity.ts';

const HOUR_MS = 3_600_000;
const PRUNE_BATCH = 1_000;
/** Longer than the bus keeps the fact that a mail tells of: it is not written a second time. */
const KEPT_DAYS = 400;

/** Deletes mails that are long over, read or not. */
export function pruneNotifications(database: Database): Job {
  return {
    name: 'prune-notifications',
    everyMs: HOUR_MS,
    async run() {
      const rows = await database.sql(
        `delete from notifications where id = any (array(
           select id from notifications where created_at < now() - $1 * interval '1 day'
           limit $2 for update skip locked)) returning 1`,
        [KEPT_DAYS, PRUNE_BATCH],
      );
      return rows.length;
    },
  };
}

/** Notifications in PostgreSQL. */
export function createNotifications(database: Database): Notifications {
  return {
    async findMany(ids) {
      const rows = await database.em().find(NotificationEntity, { id: { $in: [...ids] } });
      return rows.map(toNotification);
    },

    async pages(pages) {
      // One statement for many users' pages: each is read from its own end of the index.
      const rows = await database.sql<PageRow>(
        `select page.number::int as page, found.*
         from unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::uuid[])
              with ordinality as page (user_id, size, after_time, after_id, number)
         cross join lateral (
           select id, user_id, kind, subject, body, created_at, read_at from notifications mail
           where mail.user_id = page.user_id
             and (page.after_time is null or (mail.created_at, mail.id) < (page.after_time, page.after_id))
           order by created_at desc, id desc limit page.size
         ) found
         order by page.number, found.created_at desc, found.id desc`,
        [
          pages.map((page) => page.userId),
          pages.map((page) => page.limit),
          pages.map((page) => page.after?.time.toISOString() ?? null),
          pages.map((page) => page.after?.id ?? null),
        ],
      );
      const byPage = Map.groupBy(rows, (row) => row.page);
      return pages.map((_, index) => (byPage.get(index + 1) ?? []).map(readRow));
    },

    async markRead(id, now) {
      const [row] = await database.sql<{ read_at: Date }>(
        'update notifications set read_at = coalesce(read_at, $2) where id = $1 returning read_at',
        [id, now],
      );
      return row?.read_at ?? now;
    },
  };
}

interface PageRow {
  readonly page: number;
  readonly id: NotificationId;
  readonly user_id: UserId;
  readonly kind: MailKind;
  readonly subject: string;
  readonly body: string;
  readonly created_at: Date;
  readonly read_at: Date | null;
}

function readRow(row: PageRow): Notification {
  const { id, kind, subject, body } = row;
  return { id, userId: row.user_id, kind, subject, body, createdAt: row.created_at, readAt: row.read_at };
}
