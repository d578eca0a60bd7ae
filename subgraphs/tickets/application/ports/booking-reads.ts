import type { BookingId, EventId, TicketId, UserId } from '@parterre/platform/kernel/ids.ts';
import type { BookedPlace, Booking } from '../../domain/booking.ts';
import type { Ticket } from '../../domain/ticket.ts';

/** A page of one user's bookings, newest first: at most `limit`, older than `after`. */
export interface BookingPage {
  readonly limit: number;
  readonly after: { readonly createdAt: Date; readonly id: BookingId } | null;
}

/**
 * What is seen of bookings: for many at once, one statement each, answers in the order of the questions.
 * Knows nothing of who may see what.
 */
export interface BookingReads {
  bookings(ids: readonly BookingId[]): Promise<(Booking | null)[]>;
  tickets(ids: readonly TicketId[]): Promise<(Ticket | null)[]>;
  placesOf(ids: readonly BookingId[]): Promise<BookedPlace[][]>;
  ticketsOf(ids: readonly BookingId[]): Promise<Ticket[][]>;
  /** When events begin as far as is known; null when nothing has been heard. */
  startsOf(ids: readonly EventId[]): Promise<(Date | null)[]>;
  /** The same page for each user. */
  pagesOf(userIds: readonly UserId[], page: BookingPage): Promise<Booking[][]>;
}
