import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import type { BookingId, TicketId } from '@parterre/contracts/kernel/ids.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { Booking } from '../domain/booking.ts';
import type { Ticket } from '../domain/ticket.ts';

/** A way to a booking or a ticket by its identifier: a loader of the request at hand. */
export interface BookingLookup {
  booking(id: BookingId): Promise<Booking | null>;
  ticket(id: TicketId): Promise<Ticket | null>;
}

/** A booking as the caller may see it: null for everybody but its buyer and an administrator. */
export async function visibleBooking(
  lookup: BookingLookup,
  caller: Caller,
  id: string,
): Promise<Booking | null> {
  const booking = isId<'Booking'>(id) ? await lookup.booking(id) : null;
  return booking && mayActFor(caller, booking.userId) ? booking : null;
}

/** A ticket as the caller may see it: null for everybody but its buyer and an administrator. */
export async function visibleTicket(
  lookup: BookingLookup,
  caller: Caller,
  id: string,
): Promise<Ticket | null> {
  const ticket = isId<'Ticket'>(id) ? await lookup.ticket(id) : null;
  return ticket && (await visibleBooking(lookup, caller, ticket.bookingId)) ? ticket : null;
}
