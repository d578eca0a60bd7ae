import type { BookingId } from '@parterre/contracts/kernel/ids.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { SqlValue } from '@parterre/platform/postgres/database.ts';
import type { SagaRow } from '@parterre/platform/saga/saga.ts';
import type { BookedPlace, Booking } from '../../domain/booking.ts';
import type { BookingSaga } from '../../domain/booking-saga.ts';
import type { PendingResponse } from '../../domain/pending-response.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { KeyedRequest, Outcome } from './storage.ts';

/** A booking whose price is known, with its places. */
export interface PricedBooking {
  readonly booking: Booking;
  readonly places: readonly BookedPlace[];
}

/** What a booking is once its tickets are written. */
export interface ConfirmedBooking {
  readonly booking: Booking;
  readonly tickets: readonly Ticket[];
}

/**
 * The commits of a booking without a discount, each in one statement: written, and paid where that is at once. The transactions over `Bookings` do everything
 * else, and say why one of these did nothing.
 */
export interface BookingsAtOnce {
  /**
   * Claims the key, with its outcome where it has one already, begins the saga, writes the booking and publishes it; answers
   * the saga's row, which rests, or which the caller is about to run. Null when nothing happened: the key is taken, the booking or its saga is known, or the buyer is blocked.
   */
  book(
    request: KeyedRequest,
    saga: BookingSaga,
    priced: PricedBooking,
    outcome: Outcome | null,
    fact: FactEnvelope,
  ): Promise<SagaRow | null>;

  /**
   * Saves the saga (`save` says what of it), writes tickets, the booking as paid and the outcome that is owed, and publishes
   * it. Null when nothing happened: somebody else has the saga, or the booking is not as it was when it was written.
   */
  confirm(
    save: readonly SqlValue[],
    confirmed: ConfirmedBooking,
    pending: { readonly response: PendingResponse; readonly outcome: Outcome } | null,
    fact: FactEnvelope,
  ): Promise<SagaRow | null>;
}

/**
 * Bookings that a request of this process has just begun and is paying for: nobody has to read them back. Whoever else
 * carries their sagas on finds none here, and reads.
 */
export type BookingsInHand = Map<BookingId, BookingInHand>;

export interface BookingInHand {
  /** Once it is written: a discount is asked for before. */
  priced: PricedBooking | null;
  /** Once its tickets are written. */
  confirmed: ConfirmedBooking | null;
}
