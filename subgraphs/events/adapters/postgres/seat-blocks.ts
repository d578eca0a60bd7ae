import type { EventId, SeatId } from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { ChangedSeat, SeatBlocks } from '../../application/ports/storage.ts';

/** Blocks in PostgreSQL: the same one statement as a hold, with other states. */
export const seatBlocks: SeatBlocks = {
  block: (tx, eventId, seatIds) => changeAll(tx, eventId, seatIds, 'B'),
  unblock: (tx, eventId, seatIds) => changeAll(tx, eventId, seatIds, 'F'),
};

async function changeAll(
  tx: Transaction,
  eventId: EventId,
  seatIds: readonly SeatId[],
  state: 'B' | 'F',
): Promise<readonly ChangedSeat[] | null> {
  const [row] = await tx.sql<{ got: number; changed: ChangedSeat[] }>(
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
    [eventId, seatIds, state, seatIds.length],
  );
  return row && row.got === seatIds.length ? row.changed : null;
}
