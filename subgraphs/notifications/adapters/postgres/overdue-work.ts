import type { OverdueCheck } from '@parterre/platform/operations/service-operations.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';

/** SQL, because rows are counted, up to a number that says enough; by the index of those that are due. */
export const statements = {
  late: statement<{ count: number; since: Date | null }>(
    `select count(*)::int as count, min(created_at) as since from (
       select created_at from notifications
       where due_at is not null and recipient is not null
         and created_at < $1::timestamptz - interval '5 minutes' limit 10000
     ) late`,
  ),
};

/** Mails that were written a while ago and are still on their way. */
export function createPostgresOverdueWork(): readonly OverdueCheck<'MAIL_NOT_SENT'>[] {
  return [
    async (sql, now) => {
      const [row] = await sql.sql(statements.late, [now]);
      return row?.since ? { kind: 'MAIL_NOT_SENT', count: row.count, oldestSince: row.since } : null;
    },
  ];
}
