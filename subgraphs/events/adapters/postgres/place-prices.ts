import type { PriceZoneId, SeatId, SectionId } from '@parterre/contracts/kernel/ids.ts';
import { money } from '@parterre/contracts/kernel/money.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { PlacePrices } from '../../application/ports/places.ts';

interface PriceColumns {
  readonly priceZoneId: PriceZoneId;
  readonly price_minor: string;
}

/** SQL, because a seat of an event has its price in one table and its zone in another, and no entity of its own. */
export const statements = {
  ofSeats: statement<PriceColumns & { seatId: SeatId }>(
    `select e.seat_id as "seatId", s.price_zone_id as "priceZoneId", e.price_minor
     from event_seats e join seats s on s.id = e.seat_id
     where e.event_id = $1 and e.seat_id = any ($2::uuid[]) order by e.seat_index`,
  ),

  ofSections: statement<PriceColumns & { sectionId: SectionId }>(
    `select s.id as "sectionId", p.price_zone_id as "priceZoneId", p.price_minor
     from sections s
     join ticket_types t on t.event_id = $1 and t.place = 0
     join event_prices p on p.event_id = $1 and p.ticket_type_id = t.id and p.price_zone_id = s.price_zone_id
     where s.id = any ($2::uuid[]) and s.plan_id = $3 and s.kind = 'STANDING'`,
  ),
};

/** Prices of places in PostgreSQL. */
export function createPostgresPlacePrices(database: Database): PlacePrices {
  return {
    async ofSeats({ id, currency }, seatIds) {
      if (seatIds.length === 0) return [];
      const rows = await database.sql(statements.ofSeats, [id, seatIds]);
      return rows.map(({ seatId, priceZoneId, price_minor }) => ({
        seatId,
        priceZoneId,
        price: money(BigInt(price_minor), currency),
      }));
    },

    async ofSections({ id, planId, currency }, sectionIds) {
      if (sectionIds.length === 0) return new Map();
      const rows = await database.sql(statements.ofSections, [id, sectionIds, planId]);
      return new Map(
        rows.map(({ sectionId, priceZoneId, price_minor }) => [
          sectionId,
          { priceZoneId, price: money(BigInt(price_minor), currency) },
        ]),
      );
    },
  };
}
