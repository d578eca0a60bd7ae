import type { OverdueCheck } from '@parterre/platform/operations/service-operations.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';

/** SQL, because rows are counted, up to a number that says enough; by the clock of the database, as holds expire. */
export const statements = {
  late: statement<{ count: number; since: Date | null }>(
    `select count(*)::int as count, min(expires_at) as since from (
       select expires_at from holds
       where status = 'HELD' and expires_at < clock_timestamp() - interval '1 minute'
       order by expires_at limit 10000
     ) late`,
  ),
};

/** Holds that have run out, and still keep their places. */
export function createPostgresOverdueWork(): readonly OverdueCheck<'HOLD_NOT_RELEASED'>[] {
  return [
    async (sql) => {
      const [row] = await sql.sql(statements.late);
      return row?.since ? { kind: 'HOLD_NOT_RELEASED', count: row.count, oldestSince: row.since } : null;
    },
  ];
}
