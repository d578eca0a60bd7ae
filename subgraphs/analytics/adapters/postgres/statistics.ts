import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { Sql } from '@parterre/platform/postgres/database.ts';
import type { EventSums, SalesPoint, Statistics } from '../../application/ports.ts';
import { createOverview } from './overview.ts';

/** So many points of sales over time at most; then the next coarser unit is taken. */
const MAX_POINTS = 500;

/** Sums read from PostgreSQL. */
export function createStatistics(database: Sql): Statistics {
  return {
    ...createOverview(database),

    async ofEvents(eventIds) {
      const rows = await database.sql<EventRow>(
        `select event.event_id, event.organizer_id, event.capacity, event.currency,
                coalesce(sum(sales.sold), 0)::int as sold, coalesce(sum(sales.refunded), 0)::int as refunded,
                coalesce(sum(sales.revenue), 0)::bigint as revenue
         from events event
         left join sales on sales.event_id = event.event_id and sales.currency = event.currency
         where event.event_id = any ($1::uuid[])
         group by event.event_id`,
        [[...eventIds]],
      );
      return rows.map(toEventSums);
    },

    async overTime(eventIds) {
      const rows = await database.sql<PointRow>(
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
        [[...eventIds], MAX_POINTS],
      );
      return rows.map(({ event_id, ...point }): SalesPoint => ({ ...point, eventId: event_id }));
    },

    async ofArtists(commands) {
      return database.sql<{ eventCount: number; visitorCount: number }>(
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
        [
          commands.map((command) => command.artistId),
          commands.map((command) => command.from.toISOString()),
          commands.map((command) => command.to.toISOString()),
        ],
      );
    },
  };
}

interface EventRow {
  readonly event_id: string;
  readonly organizer_id: string;
  readonly capacity: number;
  readonly currency: CurrencyCode;
  readonly sold: number;
  readonly refunded: number;
  readonly revenue: string;
}

function toEventSums({ event_id, organizer_id, revenue, ...row }: EventRow): EventSums {
  return { ...row, eventId: event_id, organizerId: organizer_id, revenue: BigInt(revenue) };
}

interface PointRow {
  readonly event_id: string;
  readonly at: Date;
  readonly sold: number;
  readonly refunded: number;
}
