import type { OverdueCheck } from '@parterre/platform/operations/service-operations.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';

type Kind = 'BOOKING_NOT_ENDED' | 'REFUND_NOT_DONE';

/** SQL, because rows are counted, up to a number that says enough; both by partial indexes. */
export const statements = {
  bookings: statement<{ count: number; since: Date | null }>(
    `select count(*)::int as count, min(expires_at) as since from (
       select expires_at from bookings
       where status = 'AWAITING_PAYMENT' and expires_at < $1::timestamptz - interval '1 minute' limit 10000
     ) late`,
  ),

  // Waiting, on its way, or parked: a search for each, because each has a partial index of its own.
  refunds: statement<{ count: number; since: Date | null }>(
    `select count(*)::int as count, min(created_at) as since from (
       select created_at from sagas where wake_at is not null and step = 'waiting'
         and type = 'refund' and created_at < $1::timestamptz - interval '10 minutes'
       union all
       select created_at from sagas where wake_at is not null and step <> 'waiting'
         and type = 'refund' and created_at < $1::timestamptz - interval '10 minutes'
       union all
       select created_at from sagas where parked_at is not null and wake_at is null
         and type = 'refund' and created_at < $1::timestamptz - interval '10 minutes'
       limit 10000
     ) late`,
  ),
};

/** Bookings and refunds that should have come to their end. */
export function createPostgresOverdueWork(): readonly OverdueCheck<Kind>[] {
  return [
    async (sql, now) => {
      const [row] = await sql.sql(statements.bookings, [now]);
      return row?.since ? { kind: 'BOOKING_NOT_ENDED', count: row.count, oldestSince: row.since } : null;
    },
    async (sql, now) => {
      const [row] = await sql.sql(statements.refunds, [now]);
      return row?.since ? { kind: 'REFUND_NOT_DONE', count: row.count, oldestSince: row.since } : null;
    },
  ];
}
