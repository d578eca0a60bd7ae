import type { BookingId, EventId, SeatId } from '@parterre/contracts/kernel/ids.ts';
import type { RequestedPlaces } from '../../domain/requested-places.ts';
import type { HoldRow, SeatHold } from '../../domain/seat-hold.ts';

/** A row of holds as `holdColumns` selects it. What a tombstone lacks is null in the table (0003). */
export interface StoredHold {
  readonly booking_id: BookingId;
  readonly hold_status: HoldRow['status'];
  readonly event_id: EventId;
  readonly is_over: boolean;
  readonly seat_ids: readonly SeatId[];
  readonly places: number;
  readonly requested: Omit<RequestedPlaces, 'bookingId'>;
  readonly answer: SeatHold;
}

/** The columns of a hold, of the table alias `h`. */
export const holdColumns = `h.booking_id, h.status as hold_status, h.event_id, h.seat_ids, h.places, h.requested,
  h.answer, h.expires_at <= clock_timestamp() as is_over`;

export function readHold(row: StoredHold): HoldRow {
  const { booking_id: bookingId, hold_status: status } = row;
  if (status === 'FORBIDDEN') return { status, bookingId };
  const { event_id: eventId, is_over: isOver, seat_ids: seatIds, places, requested, answer } = row;
  return { status, bookingId, eventId, isOver, seatIds, places, requested, answer };
}
