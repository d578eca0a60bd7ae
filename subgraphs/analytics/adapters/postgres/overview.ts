import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { Sql, SqlValue } from '@parterre/platform/postgres/database.ts';
import type { EventOverview, Statistics } from '../../application/ports.ts';
import type { Period } from '../../domain/period.ts';

/** What an organizer, or all of them together, sold over a period. */
export function createOverview(database: Sql): Pick<Statistics, 'overview' | 'overviewByEvent'> {
  return {
    async overview(period, organizerId) {
      const rows = await database.sql<TotalRow>(
        `select event.currency, count(distinct sales.event_id)::int as event_count,
                sum(sold)::int as sold, sum(refunded)::int as refunded, sum(revenue)::bigint as revenue
         ${salesInPeriod} group by event.currency order by event.currency`,
        parameters(period, organizerId),
      );
      const total = (of: (row: TotalRow) => number) => rows.reduce((sum, row) => sum + of(row), 0);
      return {
        eventCount: total((row) => row.event_count),
        sold: total((row) => row.sold),
        refunded: total((row) => row.refunded),
        revenue: rows.map(({ revenue, currency }) => ({ minor: BigInt(revenue), currency })),
      };
    },

    async overviewByEvent(period, organizerId, { limit, after }) {
      const rows = await database.sql<EventOverviewRow>(
        `select sales.event_id, event.starts_at, event.currency, sum(sold)::int as sold,
                sum(refunded)::int as refunded, sum(revenue)::bigint as revenue
         ${salesInPeriod}
           and ($4::timestamptz is null or (event.starts_at, event.event_id) < ($4::timestamptz, $5::uuid))
         group by sales.event_id, event.starts_at, event.currency
         order by event.starts_at desc, sales.event_id desc limit $6`,
        [...parameters(period, organizerId), after?.time ?? null, after?.id ?? null, limit],
      );
      return rows.map(
        ({ event_id, starts_at, revenue, ...row }): EventOverview => ({
          ...row,
          eventId: event_id,
          startsAt: starts_at,
          revenue: BigInt(revenue),
        }),
      );
    },
  };
}

const salesInPeriod = `
  from sales join events event on event.event_id = sales.event_id and event.currency = sales.currency
  where sales.hour >= $1 and sales.hour < $2 and ($3::uuid is null or event.organizer_id = $3::uuid)`;

function parameters({ from, to }: Period, organizerId: string | null): SqlValue[] {
  return [from, to, organizerId];
}

interface TotalRow {
  readonly currency: CurrencyCode;
  readonly event_count: number;
  readonly sold: number;
  readonly refunded: number;
  readonly revenue: string;
}

interface EventOverviewRow {
  readonly event_id: string;
  readonly starts_at: Date;
  readonly currency: CurrencyCode;
  readonly sold: number;
  readonly refunded: number;
  readonly revenue: string;
}
