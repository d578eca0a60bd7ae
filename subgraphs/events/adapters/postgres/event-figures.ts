import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import { type CurrencyCode, money } from '@parterre/contracts/kernel/money.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { EventFigures, PlaceCount } from '../../application/ports/event-figures.ts';

interface RangeColumns {
  readonly eventId: EventId;
  readonly currency: CurrencyCode;
  readonly lowest: string;
  readonly highest: string;
}
interface CountColumns {
  readonly eventId: EventId;
  readonly places: number;
  readonly count: number;
}

/** SQL, because nothing of the rows is wanted but their number and their ends. */
export const statements = {
  priceRanges: statement<RangeColumns>(
    `select e.id as "eventId", e.currency, min(p.price_minor) as lowest, max(p.price_minor) as highest
     from events e
     join event_prices p on p.event_id = e.id
     join price_zones z on z.id = p.price_zone_id and z.has_places
     where e.id = any ($1::uuid[])
     group by e.id`,
  ),

  // What a hold would find: a seat by its own row, standing places by those of their shards, and those of holds that have
  // run out, which are given back to whoever wants them. Event by event, so that no event is looked for among the seats of all.
  freePlaces: statement<CountColumns>(
    `select event.id as "eventId", (seats.places + standing.places)::int as places,
            (seats.free + standing.free + coalesce(lapsed.places, 0))::int as count
     from unnest($1::uuid[]) as event (id)
     cross join lateral (
       select count(*) as places,
              count(*) filter (
                where s.state = 'F' or (s.state = 'H' and s.held_until <= (select clock_timestamp()))) as free
       from event_seats s where s.event_id = event.id) seats
     cross join lateral (
       select coalesce(sum(s.capacity), 0) as places, coalesce(sum(s.capacity - s.taken), 0) as free
       from standing_shards s where s.event_id = event.id) standing
     left join (
       select h.event_id, sum(p.quantity) as places
       from holds h join standing_holds p on p.booking_id = h.booking_id
       where h.status = 'HELD' and h.expires_at <= (select clock_timestamp()) and h.event_id = any ($1::uuid[])
       group by h.event_id) lapsed on lapsed.event_id = event.id`,
  ),

  // A shard counts held and sold places together, so standing places are those of the bookings that are sold.
  soldPlaces: statement<CountColumns>(
    `select event.id as "eventId", (seats.places + standing.places)::int as places, (seats.sold + stand.sold)::int as count
     from unnest($1::uuid[]) as event (id)
     cross join lateral (
       select count(*) as places, count(*) filter (where s.state = 'S') as sold
       from event_seats s where s.event_id = event.id) seats
     cross join lateral (
       select coalesce(sum(s.capacity), 0) as places from standing_shards s where s.event_id = event.id) standing
     cross join lateral (
       select coalesce(sum(p.quantity), 0) as sold
       from standing_holds p join holds h on h.booking_id = p.booking_id
       where p.event_id = event.id and h.status = 'SOLD') stand`,
  ),
};

/** What lists show of events, from the rows as they are. */
export function createPostgresEventFigures(database: Database): EventFigures {
  return {
    async priceRanges(eventIds) {
      const rows = await database.sql(statements.priceRanges, [eventIds]);
      return new Map(
        rows.map(({ eventId, currency, lowest, highest }) => [
          eventId,
          { lowest: money(BigInt(lowest), currency), highest: money(BigInt(highest), currency) },
        ]),
      );
    },

    freePlaces: async (eventIds) => byEvent(await database.sql(statements.freePlaces, [eventIds])),
    soldPlaces: async (eventIds) => byEvent(await database.sql(statements.soldPlaces, [eventIds])),
  };
}

function byEvent(rows: readonly CountColumns[]): ReadonlyMap<string, PlaceCount> {
  return new Map(rows.map(({ eventId, ...count }) => [eventId, count]));
}
