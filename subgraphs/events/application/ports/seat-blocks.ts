import type { EventId, SeatId } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { ChangedSeat } from './holds.ts';

/** Seats that the organizer takes off sale. All or none: null when any of them could not be got at once. */
export interface SeatBlocks {
  /** Blocks free seats; those that are blocked already do not change and are not answered. */
  block(
    tx: Transaction,
    eventId: EventId,
    seatIds: readonly SeatId[],
  ): Promise<readonly ChangedSeat[] | null>;
  /** Frees blocked seats; those that are free already do not change and are not answered. */
  unblock(
    tx: Transaction,
    eventId: EventId,
    seatIds: readonly SeatId[],
  ): Promise<readonly ChangedSeat[] | null>;
}
