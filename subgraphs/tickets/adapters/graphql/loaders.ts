import type { BookingId, EventId, TicketId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Language } from '@parterre/contracts/kernel/language.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { RequestContext } from '@parterre/platform/service/service.ts';
import DataLoader from 'dataloader';
import type { Application } from '../../application/application.ts';
import type { EventAttendance } from '../../application/ports/event-bookings.ts';
import type { BookingPage } from '../../application/ports/storage.ts';
import type { NamedPlace } from '../../application/present-places.ts';
import type { BookedPlace, Booking } from '../../domain/booking.ts';
import type { EventNow } from '../../domain/refund-policy.ts';
import type { Ticket } from '../../domain/ticket.ts';

/** Places that the events subgraph tells the names of at a time. */
const MOST_PRESENT = 500;
/** Users that the users subgraph tells the nicknames of at a time. */
const MOST_NICKNAMES = 500;

/** What one request reads, each thing once, many at a time. */
export interface Loaders {
  /** A booking as the caller may see it; null, too, for a text that is no identifier. */
  booking(id: string): Promise<Booking | null>;
  ticket(id: string): Promise<Ticket | null>;
  placesOf(id: BookingId): Promise<BookedPlace[]>;
  ticketsOf(id: BookingId): Promise<Ticket[]>;
  eventNow(id: EventId): Promise<EventNow>;
  /** A place as it is called in the hall that its event is in. */
  present(place: NamedPlace): Promise<NamedPlace>;
  /** The printed page of a ticket that the caller was found to see, as base64: each drawn once. */
  page(ticket: Ticket, language: Language): Promise<string>;
  pageOf(userId: UserId, page: BookingPage): Promise<Booking[]>;
  /** Who organizes an event; null while nothing was booked of it. */
  organizerOf(id: EventId): Promise<UserId | null>;
  /** For an organizer of what the user booked; null where there is no such user any more. */
  nicknameOf(id: UserId): Promise<string | null>;
  attendanceOf(id: EventId): Promise<EventAttendance>;
  /** A booking of an event that the caller was found to run. */
  bookingOfEvent(id: BookingId): Promise<Booking | null>;
  /** Forgets what it read of a booking, because it may have changed since. */
  forget(id: BookingId): void;
  /** Takes over what is known of a booking whose event is in the hall it was sold in, so that it is not read. */
  know(id: BookingId, places: readonly BookedPlace[], tickets: readonly Ticket[]): void;
}

/** What the resolvers of this subgraph know of a request. */
export type Context = RequestContext<Loaders>;

/** Fresh loaders for one request of one caller. A batch is bounded by what one page of one request can show. */
export function createLoaders({ queries }: Application, caller: Caller): Loaders {
  const bookings = new DataLoader((ids: readonly BookingId[]) => queries.visibleBookings(ids, { caller }));
  const tickets = new DataLoader((ids: readonly TicketId[]) => queries.visibleTickets(ids, { caller }));
  const places = new DataLoader(queries.placesOf);
  const ticketsOf = new DataLoader(queries.ticketsOf);
  const events = new DataLoader(queries.eventsNow);
  const present = new DataLoader(queries.presentPlaces, {
    cacheKeyFn: ({ eventId, seatId, sectionId }: NamedPlace) => `${eventId} ${seatId} ${sectionId}`,
    maxBatchSize: MOST_PRESENT,
  });
  const printed = new DataLoader((wanted: readonly WantedPage[]) => printPages(queries, wanted), {
    cacheKeyFn: ({ ticket, language }: WantedPage) => `${ticket.id} ${language}`,
  });
  const organizers = new DataLoader(queries.organizersOf);
  const nicknames = new DataLoader(queries.nicknamesOf, { maxBatchSize: MOST_NICKNAMES });
  const attendance = new DataLoader(queries.attendance);
  const bookingsOfEvents = new DataLoader(queries.bookings);
  const pages = new Map<string, DataLoader<UserId, Booking[]>>();

  return {
    booking: async (id) => (isId<'Booking'>(id) ? bookings.load(id) : null),
    ticket: async (id) => (isId<'Ticket'>(id) ? tickets.load(id) : null),
    placesOf: (id) => places.load(id),
    ticketsOf: (id) => ticketsOf.load(id),
    eventNow: (id) => events.load(id),
    present: (place) => present.load(place),
    organizerOf: (id) => organizers.load(id),
    nicknameOf: (id) => nicknames.load(id),
    attendanceOf: (id) => attendance.load(id),
    bookingOfEvent: (id) => bookingsOfEvents.load(id),
    page: (ticket, language) => printed.load({ ticket, language }),

    pageOf(userId, page) {
      const key = JSON.stringify(page);
      const loader =
        pages.get(key) ?? new DataLoader((userIds: readonly UserId[]) => queries.pagesOf(userIds, page));
      pages.set(key, loader);
      return loader.load(userId);
    },

    forget(id) {
      bookings.clear(id);
      bookingsOfEvents.clear(id);
      ticketsOf.clear(id);
      tickets.clearAll();
      attendance.clearAll();
      pages.clear();
    },

    know(id, known, issued) {
      places.prime(id, [...known]);
      ticketsOf.prime(id, [...issued]);
      for (const place of issued) present.prime(place, place);
    },
  };
}

interface WantedPage {
  readonly ticket: Ticket;
  readonly language: Language;
}

/** Those of one event and language together, so that each event is asked for once; one that cannot be printed fails alone. */
async function printPages(
  queries: Application['queries'],
  wanted: readonly WantedPage[],
): Promise<(string | Error)[]> {
  const pages = new Map<WantedPage, string | Error>();
  const groups = Map.groupBy(wanted, ({ ticket, language }) => `${ticket.eventId} ${language}`);
  for (const group of groups.values()) {
    for (const [each, page] of await printGroup(queries, group)) pages.set(each, page);
  }
  return wanted.map((each) => pages.get(each) ?? new Error(`expected a page for ticket ${each.ticket.id}`));
}

async function printGroup(
  { printTickets }: Application['queries'],
  group: readonly WantedPage[],
): Promise<[WantedPage, string | Error][]> {
  const [first] = group;
  if (!first) return [];
  try {
    const printed = await printTickets(
      group.map(({ ticket }) => ticket),
      first.language,
    );
    return printed.map(({ pdf }, index) => [group[index] ?? first, pdf.toString('base64')]);
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    return group.map((each) => [each, failure]);
  }
}
