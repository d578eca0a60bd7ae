import type { SeatId } from '@parterre/contracts/kernel/ids.ts';
import type { SeatObstacles } from '../../application/ports/places.ts';

/** A seat of an event that somebody asked for. */
export interface ObstacleColumns {
  readonly seatId: SeatId;
  readonly name: string;
  readonly is_fine: boolean;
}

/** By what was found of the seats that were asked for. */
export function readObstacles(asked: readonly SeatId[], rows: readonly ObstacleColumns[]): SeatObstacles {
  const known = new Set(rows.map((row) => row.seatId));
  return {
    unknown: asked.filter((id) => !known.has(id)),
    taken: rows.filter((row) => !row.is_fine).map(({ seatId, name }) => ({ seatId, name })),
    contended: rows.filter((row) => row.is_fine).map((row) => row.seatId),
  };
}
