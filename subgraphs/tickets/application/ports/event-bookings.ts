import type { BookingId, EventId, TicketId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Booking, BookingStatus } from '../../domain/booking.ts';
import type { BookingSearch } from '../../domain/booking-search.ts';
import type { OwnedTicket } from './storage.ts';

/** What is looked for: bookings that one of these leads to. */
export interface BookingsFoundBy extends Pick<BookingSearch, 'ids' | 'code'> {
  readonly buyerId: UserId | null;
}

/** Which of the bookings, newest first: at most `limit`, older than `after`. */
export interface EventBookingPage {
  /** Only of this event; null for all. */
  readonly eventId: EventId | null;
  /** Only of events of this organizer; null for all. */
  readonly organizerId: UserId | null;
  /** Null for all. */
  readonly search: BookingsFoundBy | null;
  /** Only those that have one of these statuses; null for all. */
  readonly statuses: readonly BookingStatus[] | null;
  readonly limit: number;
  readonly after: { readonly time: Date; readonly id: BookingId } | null;
}

/** Which of an event's valid tickets, the oldest first. */
export interface AttendeePage {
  readonly eventId: EventId;
  /** Null for both. */
  readonly isCheckedIn: boolean | null;
  readonly limit: number;
  readonly after: TicketId | null;
}

/** How many may come to an event, and how many have. */
export interface EventAttendance {
  readonly valid: number;
  readonly checkedIn: number;
}

/** What is seen of the bookings of events, by those who run them. Knows nothing of who may see what. */
export interface EventBookings {
  /** Who organizes each event, by its bookings; null where it has none. In the order of the question. */
  organizersOf(eventIds: readonly EventId[]): Promise<(UserId | null)[]>;
  /** A page of one event's bookings, or of those that a search finds. */
  page(page: EventBookingPage): Promise<Booking[]>;
  attendees(page: AttendeePage): Promise<OwnedTicket[]>;
  /** In the order of the question. */
  attendance(eventIds: readonly EventId[]): Promise<EventAttendance[]>;
}
