import type { Booking } from '../domain/booking.ts';
import type { BookingSearch } from '../domain/booking-search.ts';
import type { Dependencies } from './dependencies.ts';
import type { EventBookingPage } from './ports/event-bookings.ts';

export interface SearchBookings extends Omit<EventBookingPage, 'search'> {
  /** Null for all. */
  readonly search: BookingSearch | null;
}

/**
 * A page of bookings of events as who runs them sees it. That somebody has a nickname shows by bookings alone: one whom
 * nobody has and one who booked nothing there are the same.
 */
export async function searchBookings(
  { eventBookings, buyers }: Dependencies,
  { search, ...page }: SearchBookings,
): Promise<Booking[]> {
  if (search === null) return eventBookings.page({ ...page, search: null });
  const { ids, code, nickname } = search;
  const buyerId = nickname === null ? null : await buyers.withNickname(nickname);
  if (ids === null && code === null && buyerId === null) return [];
  return eventBookings.page({ ...page, search: { ids, code, buyerId } });
}
