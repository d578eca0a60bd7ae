import type { EventId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { Sql } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { ArtistSums, Statistics } from '../../application/ports.ts';

/** So many points of sales over time at most; then the next coarser unit is taken. */
const MAX_POINTS = 500;

interface CountColumns {
  readonly sold: number;
  readonly refunded: number;
}

interface SumColumns extends CountColumns {
  readonly revenue: string;
  readonly currency: CurrencyCode;
}

const salesInPeriod = `
  from sales join events event on event.event_id = sales.event_id and event.currency = sales.currency
  where sales.hour >= $1 and sales.hour < $2 and ($3::uuid is null or event.organizer_id = $3::uuid)`;

/** SQL, because each answer is one statement that sums where the rows are; there is no object to load and change. */
export const statements = {
  eventStatistics: statement<SumColumns & { event_id: EventId; organizer_id: UserId; capacity: number }>(
    `select event.event_id, event.organizer_id, event.capacity, event.currency,
            coalesce(sum(sales.sold), 0)::int as sold, coalesce(sum(sales.refunded), 0)::int as refunded,
            coalesce(sum(sales.revenue), 0)::bigint as revenue
     from events event
     left join sales on sales.event_id = event.event_id and sales.currency = event.currency
     where event.event_id = any ($1::uuid[])
     group by event.event_id`,
  ),

  salesOverTime: statement<CountColumns & { event_id: EventId; at: Date }>(
    `with unit as (
       select event_id, case
         when count(distinct hour) <= $2 then 'hour'
         when count(distinct date_trunc('day', hour, 'UTC')) <= $2 then 'day'
         else 'month' end as name
       from sales where event_id = any ($1::uuid[]) group by event_id
     )
     select event_id, date_trunc(unit.name, sales.hour, 'UTC') as at,
            sum(sold)::int as sold, sum(refunded)::int as refunded
     from sales join unit using (event_id)
     group by event_id, at order by event_id, at`,
  ),

  artistStatistics: statement<ArtistSums>(
    `select count(event.event_id)::int as "eventCount",
            coalesce(sum(visitors.count), 0)::int as "visitorCount"
     from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[])
          with ordinality as request (artist_id, from_time, to_time, number)
     left join event_artists artist on artist.artist_id = request.artist_id
     left join events event on event.event_id = artist.event_id
       and event.starts_at >= request.from_time and event.starts_at < request.to_time
     left join lateral (
       select sum(sold - refunded) as count from sales where sales.event_id = event.event_id
     ) visitors on true
     group by request.number order by request.number`,
  ),

  salesOverview: statement<SumColumns & { event_count: number }>(
    `select event.currency, count(distinct sales.event_id)::int as event_count,
            sum(sold)::int as sold, sum(refunded)::int as refunded, sum(revenue)::bigint as revenue
     ${salesInPeriod} group by event.currency order by event.currency`,
  ),

  eventSales: statement<SumColumns & { event_id: EventId; starts_at: Date }>(
    `select sales.event_id, event.starts_at, event.currency, sum(sold)::int as sold,
            sum(refunded)::int as refunded, sum(revenue)::bigint as revenue
     ${salesInPeriod}
       and ($4::timestamptz is null or (event.starts_at, event.event_id) < ($4::timestamptz, $5::uuid))
     group by sales.event_id, event.starts_at, event.currency
     order by event.starts_at desc, sales.event_id desc limit $6`,
  ),
};

/** Sums read from PostgreSQL. */
export function createPostgresStatistics(database: Sql): Statistics {
  return {
    async eventStatistics(eventIds) {
      const rows = await database.sql(statements.eventStatistics, [[...eventIds]]);
      return rows.map(({ event_id: eventId, organizer_id: organizerId, revenue, ...row }) => {
        return { ...row, eventId, organizerId, revenue: BigInt(revenue) };
      });
    },

    async salesOverTime(eventIds) {
      const rows = await database.sql(statements.salesOverTime, [[...eventIds], MAX_POINTS]);
      return rows.map(({ event_id: eventId, ...point }) => ({ ...point, eventId }));
    },

    async artistStatistics(queries) {
      return database.sql(statements.artistStatistics, [
        queries.map((query) => query.artistId),
        queries.map((query) => query.from.toISOString()),
        queries.map((query) => query.to.toISOString()),
      ]);
    },

    async salesOverview({ from, to, organizerId }) {
      const rows = await database.sql(statements.salesOverview, [from, to, organizerId]);
      const total = (of: 'event_count' | 'sold' | 'refunded') => rows.reduce((sum, row) => sum + row[of], 0);
      return {
        eventCount: total('event_count'),
        sold: total('sold'),
        refunded: total('refunded'),
        revenue: rows.map(({ revenue, currency }) => ({ minor: BigInt(revenue), currency })),
      };
    },

    async eventSales({ from, to, organizerId }, { limit, after }) {
      const keyset = [after?.time ?? null, after?.id ?? null, limit];
      const rows = await database.sql(statements.eventSales, [from, to, organizerId, ...keyset]);
      return rows.map(({ event_id: eventId, starts_at: startsAt, revenue, ...row }) => {
        return { ...row, eventId, startsAt, revenue: BigInt(revenue) };
      });
    },
  };
}
