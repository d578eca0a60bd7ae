import type { EventId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { Sql } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { ArtistSums, DaySales, EventPart, Statistics } from '../../application/ports.ts';

interface CountColumns {
  readonly sold: number;
  readonly refunded: number;
}

interface SumColumns extends CountColumns {
  readonly revenue: string;
  readonly currency: CurrencyCode;
}

interface OverviewColumns extends SumColumns {
  readonly event_count: number;
}

interface EventColumns extends SumColumns {
  readonly event_id: EventId;
  readonly starts_at: Date;
}

const salesInPeriod = `
  from sales join events event on event.event_id = sales.event_id and event.currency = sales.currency
  where sales.hour >= $1 and sales.hour < $2`;

/** The same of an organizer's events, each by its own rows: what others sold is not read. */
const salesOfOrganizer = `
  from events event cross join lateral (
    select count(*)::int as hours, sum(sold)::int as sold, sum(refunded)::int as refunded, sum(revenue)::bigint as revenue
    from sales where sales.event_id = event.event_id and sales.hour >= $1 and sales.hour < $2
      and sales.currency = event.currency
  ) sums
  where event.organizer_id = $3 and sums.hours > 0`;

/** In place of the ticket type of tickets from before there were any. */
const noType = "'00000000-0000-0000-0000-000000000000'::uuid";

/** Where a page begins that goes backward: after the cursor, or at the latest of all. */
const cursor = (time: string, id: string) =>
  `coalesce(${time}::timestamptz, 'infinity'), coalesce(${id}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')`;

const salesWithLabels = `
  from sales_by_type sales join events event on event.event_id = sales.event_id and event.currency = sales.currency
  left join labels type on type.event_id = sales.event_id and type.id = sales.ticket_type_id
  left join labels zone on zone.event_id = sales.event_id and zone.id = sales.price_zone_id`;

/** What no fact has named comes last. */
const inOrderOfOffer = 'type.place nulls last, sales.ticket_type_id, zone.place nulls last, price_zone_id';

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

  salesByType: statement<Omit<EventPart, 'revenue'> & { revenue: string }>(
    `select sales.event_id as "eventId", nullif(sales.ticket_type_id, ${noType}) as "ticketTypeId",
            price_zone_id as "priceZoneId", type.place as "ticketTypePlace", zone.place as "priceZonePlace",
            sales.currency, sum(sold)::int as sold,
            sum(refunded)::int as refunded, sum(revenue)::bigint as revenue
     ${salesWithLabels}
     where sales.event_id = any ($1::uuid[])
     group by sales.event_id, sales.currency, sales.ticket_type_id, price_zone_id, type.place, zone.place
     order by sales.event_id, ${inOrderOfOffer}`,
  ),

  // The units are those of date_trunc. A bucket reaches into the period when it begins before its end, and not
  // before the one of its beginning. Materialized, so that a zone is looked up once and not for each row of sales.
  salesOverTime: statement<CountColumns & { number: number; at: Date }>(
    `with request as materialized (
       select number, event_id, unit, coalesce(from_time, '-infinity') as from_time,
              coalesce(to_time, 'infinity') as to_time, known_zone(event.time_zone) as zone
       from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[])
            with ordinality as request (event_id, unit, from_time, to_time, number)
       join events event using (event_id)
     ), chosen as (
       select request.number, event_id, from_time, to_time, coalesce(request.unit, finest.unit) as unit,
              case when coalesce(request.unit, finest.unit) = 'hour' then 'UTC' else zone end as zone
       from request cross join lateral (
         select case
           when count(distinct hour) filter (where hour >= date_trunc('hour', from_time, 'UTC') and hour < to_time) <= $5
             then 'hour'
           when count(distinct day) filter (where day >= date_trunc('day', from_time, zone) and day < to_time) <= $5
             then 'day'
           else 'month' end as unit
         from (
           select date_trunc('hour', quarter, 'UTC') as hour, date_trunc('day', quarter, zone) as day
           from sales_by_type sales where sales.event_id = request.event_id and request.unit is null
         ) buckets
       ) finest
     )
     select chosen.number::int - 1 as number, point.at, point.sold, point.refunded
     from chosen cross join lateral (
       select date_trunc(unit, quarter, zone) as at, sum(sold)::int as sold, sum(refunded)::int as refunded
       from sales_by_type sales
       where sales.event_id = chosen.event_id and quarter >= date_trunc(unit, from_time, zone)
         and date_trunc(unit, quarter, zone) < to_time
       group by at order by at limit $5 + 1
     ) point
     order by chosen.number, point.at`,
  ),

  salesByDay: statement<Omit<DaySales, 'revenue'> & { revenue: string }>(
    `with place as materialized (select known_zone(time_zone) as zone from events where event_id = $1)
     select to_char(quarter at time zone place.zone, 'YYYY-MM-DD') as day,
            nullif(sales.ticket_type_id, ${noType}) as "ticketTypeId", type.label as "ticketType",
            price_zone_id as "priceZoneId", zone.label as "priceZone", sales.currency,
            sum(sold)::int as sold, sum(refunded)::int as refunded, sum(revenue)::bigint as revenue
     ${salesWithLabels}
     cross join place
     where sales.event_id = $1 and quarter >= date_trunc('day', coalesce($2::timestamptz, '-infinity'), place.zone)
       and date_trunc('day', quarter, place.zone) < coalesce($3::timestamptz, 'infinity')
     group by day, sales.currency, sales.ticket_type_id, price_zone_id, type.place, type.label, zone.place, zone.label
     order by day, ${inOrderOfOffer} limit $4`,
  ),

  artistStatistics: statement<ArtistSums>(
    `select count(event.event_id)::int as "eventCount",
            coalesce(sum(visitors.count), 0)::int as "visitorCount"
     from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::uuid[])
          with ordinality as request (artist_id, from_time, to_time, organizer_id, number)
     left join event_artists artist on artist.artist_id = request.artist_id
     left join events event on event.event_id = artist.event_id
       and event.starts_at >= request.from_time and event.starts_at < request.to_time
       and event.organizer_id = coalesce(request.organizer_id, event.organizer_id)
     left join lateral (
       select sum(sold - refunded) as count from sales where sales.event_id = event.event_id
     ) visitors on true
     group by request.number order by request.number`,
  ),

  salesOverview: statement<OverviewColumns>(
    `select event.currency, count(distinct sales.event_id)::int as event_count,
            sum(sold)::int as sold, sum(refunded)::int as refunded, sum(revenue)::bigint as revenue
     ${salesInPeriod} group by event.currency order by event.currency`,
  ),

  salesOverviewOfOrganizer: statement<OverviewColumns>(
    `select event.currency, count(*)::int as event_count, sum(sold)::int as sold,
            sum(refunded)::int as refunded, sum(revenue)::bigint as revenue
     ${salesOfOrganizer} group by event.currency order by event.currency`,
  ),

  eventSales: statement<EventColumns>(
    `select sales.event_id, event.starts_at, event.currency, sum(sold)::int as sold,
            sum(refunded)::int as refunded, sum(revenue)::bigint as revenue
     ${salesInPeriod} and (event.starts_at, event.event_id) < (${cursor('$3', '$4')})
     group by sales.event_id, event.starts_at, event.currency
     order by event.starts_at desc, sales.event_id desc limit $5`,
  ),

  // From the latest show on, until the page is full.
  eventSalesOfOrganizer: statement<EventColumns>(
    `select event.event_id, event.starts_at, event.currency, sold, refunded, revenue
     ${salesOfOrganizer} and (event.starts_at, event.event_id) < (${cursor('$4', '$5')})
     order by event.starts_at desc, event.event_id desc limit $6`,
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

    async salesByType(eventIds) {
      const rows = await database.sql(statements.salesByType, [[...eventIds]]);
      return rows.map((row) => ({ ...row, revenue: BigInt(row.revenue) }));
    },

    async salesOverTime(queries, most) {
      const rows = await database.sql(statements.salesOverTime, [
        queries.map((query) => query.eventId),
        queries.map((query) => query.bucket?.toLowerCase() ?? null),
        queries.map((query) => query.from?.toISOString() ?? null),
        queries.map((query) => query.to?.toISOString() ?? null),
        most,
      ]);
      const points = Map.groupBy(rows, ({ number }) => number);
      return queries.map((_, number) => {
        return (points.get(number) ?? []).map(({ at, sold, refunded }) => ({ at, sold, refunded }));
      });
    },

    async salesByDay({ eventId, from, to }, limit) {
      const rows = await database.sql(statements.salesByDay, [eventId, from, to, limit]);
      return rows.map((row) => ({ ...row, revenue: BigInt(row.revenue) }));
    },

    async artistStatistics(queries) {
      return database.sql(statements.artistStatistics, [
        queries.map((query) => query.artistId),
        queries.map((query) => query.from.toISOString()),
        queries.map((query) => query.to.toISOString()),
        queries.map((query) => query.organizerId),
      ]);
    },

    async salesOverview({ from, to, organizerId }) {
      const rows = organizerId
        ? await database.sql(statements.salesOverviewOfOrganizer, [from, to, organizerId])
        : await database.sql(statements.salesOverview, [from, to]);
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
      const rows = organizerId
        ? await database.sql(statements.eventSalesOfOrganizer, [from, to, organizerId, ...keyset])
        : await database.sql(statements.eventSales, [from, to, ...keyset]);
      return rows.map(({ event_id: eventId, starts_at: startsAt, revenue, ...row }) => {
        return { ...row, eventId, startsAt, revenue: BigInt(revenue) };
      });
    },
  };
}
