import { statement } from '@parterre/platform/postgres/statement.ts';
import type { SeatChoices } from '../../application/ports/places.ts';
import type { LaidOutSeat } from '../../domain/best-available.ts';
import type { Point } from '../../domain/seating-plan.ts';
import { queueChoice } from './sale-locks.ts';

/** SQL, because seats come by the ten thousand: their states as one text, the seats of a plan without an entity of each. */
export const statements = {
  free: statement<{ free: string }>(
    `select coalesce(string_agg(
       case when state = 'F' or (state = 'H' and held_until <= clock_timestamp()) then '1' else '0' end,
       '' order by seat_index), '') as free
     from event_seats where event_id = $1`,
  ),

  seatsOf: statement<LaidOutSeat>(
    `select id, row_id as "rowId", price_zone_id as "priceZoneId", x, y, is_accessible or is_companion as "isReserved"
     from seats where plan_id = $1 order by seat_index`,
  ),

  stage: statement<Point>(
    `select stage_x as x, stage_y as y from seating_plans where id = $1 and stage_x is not null`,
  ),
};

/** What a choice of seats looks at, in PostgreSQL. */
export function createPostgresSeatChoices(): SeatChoices {
  return {
    queue: queueChoice,
    async free(tx, eventId) {
      const [row] = await tx.sql(statements.free, [eventId]);
      return [...(row?.free ?? '')].map((sign) => sign === '1');
    },

    async seatsOf(tx, planId) {
      const [stage = null] = await tx.sql(statements.stage, [planId]);
      return { seats: await tx.sql(statements.seatsOf, [planId]), stage };
    },
  };
}
