import type { EventId, SeatId } from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { ChangedSeat, Seats } from '../../application/ports/places.ts';
import { type ObstacleColumns, readObstacles } from './seat-obstacles.ts';

/** Seats of an event ($1) that are named ($2), and whether their states are among those in `fine`. */
export const obstacleRows = (fine: string) => `select e.seat_id as "seatId",
            c.label || ', row ' || r.label || ', seat ' || s.label as name,
            e.state::text = any (${fine}) or (e.state = 'H' and e.held_until <= clock_timestamp()) as is_fine
     from event_seats e
     join seats s on s.id = e.seat_id
     join plan_rows r on r.id = s.row_id
     join sections c on c.id = s.section_id
     where e.event_id = $1 and e.seat_id = any ($2::uuid[]) order by e.seat_index`;

/** SQL, because seats are locked, counted and changed in one statement, as they are for a hold (holds.ts). */
export const statements = {
  change: statement<{ got: number; changed: ChangedSeat[] }>(
    `with wanted as materialized (
       select seat_id, state from event_seats
       where event_id = $1 and seat_id = any ($2::uuid[])
         and (state in ('F', 'B') or (state = 'H' and held_until <= clock_timestamp()))
       order by seat_index
       for update skip locked
     ), changed as (
       update event_seats set state = $3::"char", booking_id = null, held_until = null, version = version + 1
       where event_id = $1 and seat_id in (select seat_id from wanted where state <> $3::"char")
         and (select count(*) from wanted) = $4
       returning seat_id, seat_index, version
     )
     select (select count(*)::int from wanted) as got,
            coalesce((select json_agg(json_build_object(
              'seatId', seat_id, 'index', seat_index, 'version', version) order by seat_index)
              from changed), '[]') as changed`,
  ),

  // Reads what is committed and decides nothing: whoever asks has already been refused by the statement that counts.
  obstacles: statement<ObstacleColumns>(obstacleRows('$3::text[]')),
};

/** Seats of events in PostgreSQL, as their organizers block them. */
export function createPostgresSeats(): Seats {
  return {
    block: (tx, eventId, seatIds) => changeAll(tx, eventId, seatIds, 'B'),
    unblock: (tx, eventId, seatIds) => changeAll(tx, eventId, seatIds, 'F'),

    async obstacles(tx, eventId, seatIds, fine) {
      return readObstacles(seatIds, await tx.sql(statements.obstacles, [eventId, seatIds, fine]));
    },
  };
}

async function changeAll(
  tx: Transaction,
  eventId: EventId,
  seatIds: readonly SeatId[],
  state: 'B' | 'F',
): Promise<readonly ChangedSeat[] | null> {
  const [row] = await tx.sql(statements.change, [eventId, seatIds, state, seatIds.length]);
  return row && row.got === seatIds.length ? row.changed : null;
}
