import type { PriceZoneId, SeatId, SectionId, TicketTypeId } from '@parterre/contracts/kernel/ids.ts';
import { money } from '@parterre/contracts/kernel/money.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { PlacePrices } from '../../application/ports/places.ts';

/** SQL, because a seat of an event has its zone in another table, and no entity of its own. */
export const statements = {
  zonesOfSeats: statement<{ seatId: SeatId; priceZoneId: PriceZoneId }>(
    `select e.seat_id as "seatId", s.price_zone_id as "priceZoneId"
     from event_seats e join seats s on s.id = e.seat_id
     where e.event_id = $1 and e.seat_id = any ($2::uuid[]) order by e.seat_index`,
  ),

  zonesOfSections: statement<{ sectionId: SectionId; priceZoneId: PriceZoneId }>(
    `select id as "sectionId", price_zone_id as "priceZoneId" from sections
     where id = any ($1::uuid[]) and plan_id = $2 and kind = 'STANDING'`,
  ),

  // All that are wanted at one moment: those of before and of after a change are never mixed.
  prices: statement<{ ticketTypeId: TicketTypeId; priceZoneId: PriceZoneId; price_minor: string }>(
    `select ticket_type_id as "ticketTypeId", price_zone_id as "priceZoneId", price_minor from event_prices
     where event_id = $1 and ticket_type_id = any ($2::uuid[]) and price_zone_id = any ($3::uuid[])`,
  ),
};

/** Prices of places in PostgreSQL. */
export function createPostgresPlacePrices(database: Database): PlacePrices {
  return {
    async zonesOfSeats({ id }, seatIds) {
      return seatIds.length === 0 ? [] : database.sql(statements.zonesOfSeats, [id, seatIds]);
    },

    async zonesOfSections({ planId }, sectionIds) {
      if (sectionIds.length === 0) return new Map();
      const rows = await database.sql(statements.zonesOfSections, [sectionIds, planId]);
      return new Map(rows.map(({ sectionId, priceZoneId }) => [sectionId, priceZoneId]));
    },

    async prices({ id, currency }, places) {
      const types = new Set(places.map(({ ticketTypeId }) => ticketTypeId));
      const zones = new Set(places.map(({ priceZoneId }) => priceZoneId));
      const rows = await database.sql(statements.prices, [id, [...types], [...zones]]);
      const cells = rows.map(({ price_minor, ...cell }) => ({
        ...cell,
        price: money(BigInt(price_minor), currency),
      }));
      const priceOf = new Map(cells.map((cell) => [`${cell.ticketTypeId}/${cell.priceZoneId}`, cell.price]));
      return places.map((place) => priceOf.get(`${place.ticketTypeId}/${place.priceZoneId}`) ?? null);
    },
  };
}
