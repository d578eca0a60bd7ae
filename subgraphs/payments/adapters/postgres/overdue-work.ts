import type { OverdueCheck } from '@parterre/platform/operations/service-operations.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';

/** SQL, because rows are counted, up to a number that says enough; by the index of those that are pending. */
export const statements = {
  late: statement<{ count: number; since: Date | null }>(
    `select count(*)::int as count, min(created_at) as since from (
       select created_at from top_ups
       where state = 'PENDING' and created_at < $1::timestamptz - interval '26 hours' limit 10000
     ) late`,
  ),
};

/** Top-ups of which nobody knows what became of them. */
export function createPostgresOverdueWork(): readonly OverdueCheck<'TOP_UP_NOT_SETTLED'>[] {
  return [
    async (sql, now) => {
      const [row] = await sql.sql(statements.late, [now]);
      return row?.since ? { kind: 'TOP_UP_NOT_SETTLED', count: row.count, oldestSince: row.since } : null;
    },
  ];
}
