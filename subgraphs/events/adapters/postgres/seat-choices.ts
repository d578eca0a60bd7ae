import { statement } from '@parterre/platform/postgres/statement.ts';
import type { SeatChoices } from '../../application/ports/places.ts';
import { queueChoice } from './sale-locks.ts';

/** SQL, because the states of a whole hall are one text that PostgreSQL writes, not one row a seat. */
export const statements = {
  free: statement<{ free: string }>(
    `select coalesce(string_agg(
       case when state = 'F' or (state = 'H' and held_until <= clock_timestamp()) then '1' else '0' end,
       '' order by seat_index), '') as free
     from event_seats where event_id = $1`,
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
  };
}
