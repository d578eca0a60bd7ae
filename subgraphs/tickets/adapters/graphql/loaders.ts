import type { BookingId, EventId, TicketId, UserId } from '@parterre/contracts/kernel/ids.ts';
import DataLoader from 'dataloader';
import type { BookingPage, BookingReads } from '../../application/ports/storage.ts';
import type { BookingLookup } from '../../application/read-bookings.ts';
import type { BookedPlace, Booking } from '../../domain/booking.ts';
import type { Ticket } from '../../domain/ticket.ts';

/** What one request reads, each thing once, many at a time. */
export interface TicketsLoaders extends BookingLookup {
  placesOf(id: BookingId): Promise<BookedPlace[]>;
  ticketsOf(id: BookingId): Promise<Ticket[]>;
  startOf(id: EventId): Promise<Date | null>;
  pageOf(userId: UserId, page: BookingPage): Promise<Booking[]>;
  /** Forgets what it read of a booking, because it may have changed since. */
  forget(id: BookingId): void;
}

/** Fresh loaders for one request. A batch is bounded by what one page of one request can show. */
export function createLoaders(reads: BookingReads): TicketsLoaders {
  const bookings = new DataLoader((ids: readonly BookingId[]) => reads.bookings(ids));
  const tickets = new DataLoader((ids: readonly TicketId[]) => reads.tickets(ids));
  const places = new DataLoader((ids: readonly BookingId[]) => reads.placesOf(ids));
  const ticketsOf = new DataLoader((ids: readonly BookingId[]) => reads.ticketsOf(ids));
  const starts = new DataLoader((ids: readonly EventId[]) => reads.startsOf(ids));
  const pages = new Map<string, DataLoader<UserId, Booking[]>>();

  return {
    booking: (id) => bookings.load(id),
    ticket: (id) => tickets.load(id),
    placesOf: (id) => places.load(id),
    ticketsOf: (id) => ticketsOf.load(id),
    startOf: (id) => starts.load(id),

    pageOf(userId, page) {
      const key = JSON.stringify(page);
      const loader =
        pages.get(key) ?? new DataLoader((userIds: readonly UserId[]) => reads.pagesOf(userIds, page));
      pages.set(key, loader);
      return loader.load(userId);
    },

    forget(id) {
      bookings.clear(id);
      ticketsOf.clear(id);
      tickets.clearAll();
      pages.clear();
    },
  };
}
