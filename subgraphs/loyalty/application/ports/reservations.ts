import type { BookingId } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Reservation } from '../../domain/reservation.ts';

/** Discounts set aside for bookings. */
export interface Reservations {
  find(tx: Transaction, bookingId: BookingId): Promise<Reservation | null>;

  /** False when the booking has one: then nothing happens. */
  insert(tx: Transaction, reservation: Reservation, now: Date): Promise<boolean>;

  /** Ends a reservation that was RESERVED until now. Throws when it was not. */
  end(tx: Transaction, bookingId: BookingId, state: 'COMMITTED' | 'RELEASED'): Promise<void>;

  /** Adds to what refunds came to: of the discount, and points returned. */
  addRefund(
    tx: Transaction,
    bookingId: BookingId,
    refund: { readonly discountMinor: bigint; readonly points: number },
  ): Promise<void>;
}
