import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import type { BookingId, TicketId } from '@parterre/contracts/kernel/ids.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { Positioned } from '@parterre/platform/kernel/log-cursor.ts';
import type { Booking } from '../domain/booking.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Dependencies } from './dependencies.ts';

interface SeenBy {
  readonly caller: Caller;
}

/** Bookings as the caller may see them, in their order: null for all but their buyer and an administrator. */
export async function visibleBookings(
  { reads }: Dependencies,
  ids: readonly BookingId[],
  { caller }: SeenBy,
): Promise<(Booking | null)[]> {
  const bookings = await reads.bookings(ids);
  return bookings.map((booking) => (booking && mayActFor(caller, booking.userId) ? booking : null));
}

/** Tickets as the caller may see them, in their order: null for all but their buyer and an administrator. */
export async function visibleTickets(
  { reads }: Dependencies,
  ids: readonly TicketId[],
  { caller }: SeenBy,
): Promise<(Ticket | null)[]> {
  const tickets = await reads.tickets(ids);
  return tickets.map((owned) => (owned && mayActFor(caller, owned.userId) ? owned.ticket : null));
}

/** A booking as somebody may see it, and where the message stands; a booking that cannot be has no place. */
export type BookingMessage = Positioned<Booking | null> | { readonly value: null };

export interface WatchBooking {
  readonly bookingId: string;
  /** Only what this cursor does not hold; null for the booking as it is and everything after. */
  readonly since: string | null;
}

/**
 * A booking as the caller may see it, now and after every change; with `since` only what that cursor does not
 * hold. Null, once, and then the end, where the caller may see none.
 */
export function watchBooking(
  deps: Dependencies,
  { bookingId, since }: WatchBooking,
  seenBy: SeenBy,
): AsyncIterableIterator<BookingMessage, undefined> {
  if (!isId<'Booking'>(bookingId)) return once({ value: null });
  const read = async () => (await visibleBookings(deps, [bookingId], seenBy))[0] ?? null;
  return deps.changes.follow(bookingId, since, read, (booking) => booking === null);
}

async function* once<Value>(value: Value): AsyncGenerator<Value, undefined> {
  yield value;
}
