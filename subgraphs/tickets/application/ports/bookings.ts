import type { BookingId, PaymentId, UserId } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { BookedPlace, Booking, BookingStatus, CancellationReason } from '../../domain/booking.ts';
import type { Refund } from '../../domain/refund.ts';
import type { Ticket } from '../../domain/ticket.ts';

/** The bookings with their places and tickets, for those who change them. */
export interface Bookings {
  find(id: BookingId): Promise<Booking | null>;
  /** The booking with its row locked until the transaction ends: whoever decides about a booking comes through here. */
  lock(tx: Transaction, id: BookingId): Promise<Booking | null>;
  /** Writes a new booking. Its places are all of its places for good. */
  add(tx: Transaction, booking: Booking, places: readonly BookedPlace[]): Promise<void>;
  placesOf(tx: Transaction, id: BookingId): Promise<BookedPlace[]>;
  ticketsOf(tx: Transaction, id: BookingId): Promise<Ticket[]>;
  confirm(
    tx: Transaction,
    id: BookingId,
    paymentId: PaymentId | null,
    tickets: readonly Ticket[],
  ): Promise<void>;
  changeStatus(
    tx: Transaction,
    id: BookingId,
    status: BookingStatus,
    reason: CancellationReason | null,
  ): Promise<void>;
  /** The user's bookings that nobody has paid yet. */
  awaitingPaymentOf(tx: Transaction, userId: UserId): Promise<BookingId[]>;
}

/** Refunds and the tickets in them. A ticket is in at most one refund: the database sees to it. */
export interface Refunds {
  /** Writes a refund that has begun; its tickets are REFUNDING from then on. Does nothing when its id is known. */
  begin(
    tx: Transaction,
    bookingId: BookingId,
    refund: Refund,
    cancelsBooking: boolean,
  ): Promise<'begun' | 'known'>;
  read(tx: Transaction, id: Refund['id']): Promise<Omit<Refund, 'percent'>>;
  /**
   * The money and the seats are back: its tickets are REFUNDED. Answers whether this or an earlier refund
   * was the buyer's cancellation of the whole booking.
   */
  finish(tx: Transaction, id: Refund['id']): Promise<{ readonly isCancellation: boolean }>;
  /** The money could not be given back: its tickets are VALID again and may be refunded another time. */
  decline(tx: Transaction, id: Refund['id']): Promise<void>;
}
