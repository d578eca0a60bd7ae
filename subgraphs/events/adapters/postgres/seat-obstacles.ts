import type { EventId, SeatId } from '@parterre/contracts/kernel/ids.ts';
import type { Sql } from '@parterre/platform/postgres/database.ts';
import type { SeatObstacles } from '../../application/ports/storage.ts';
import type { SeatCode } from '../../domain/seat-state.ts';

/**
 * Looks up why seats could not be got. Reads what is committed and decides nothing: whoever asks has already
 * been refused by the statement that counts.
 */
export async function seatObstacles(
  sql: Sql,
  eventId: EventId,
  seatIds: readonly SeatId[],
  fine: readonly SeatCode[],
): Promise<SeatObstacles> {
  const rows = await sql.sql<{ seatId: SeatId; name: string; is_fine: boolean }>(
    `select e.seat_id as "seatId",
            c.label || ', row ' || r.label || ', seat ' || s.label as name,
            e.state::text = any ($3::text[]) or (e.state = 'H' and e.held_until <= clock_timestamp()) as is_fine
     from event_seats e
     join seats s on s.id = e.seat_id
     join plan_rows r on r.id = s.row_id
     join sections c on c.id = s.section_id
     where e.event_id = $1 and e.seat_id = any ($2::uuid[]) order by e.seat_index`,
    [eventId, seatIds, fine],
  );
  const known = new Set(rows.map((row) => row.seatId));
  return {
    unknown: seatIds.filter((id) => !known.has(id)),
    taken: rows.filter((row) => !row.is_fine).map(({ seatId, name }) => ({ seatId, name })),
    contended: rows.filter((row) => row.is_fine).map((row) => row.seatId),
  };
}
