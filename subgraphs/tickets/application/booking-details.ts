import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import type { Booking } from '../domain/booking.ts';
import type { Ticket } from '../domain/ticket.ts';

/** What every fact about a booking says of it. */
export function bookingDetails({ id, userId, event }: Booking) {
  return {
    bookingId: id,
    userId,
    eventId: event.eventId,
    eventTitle: event.title,
    startsAt: event.startsAt.toISOString(),
  };
}

/** What facts say of a ticket. */
export function ticketDetails({ id, seatId, sectionId, priceZoneId, price, paid }: Ticket) {
  return { ticketId: id, seatId, sectionId, priceZoneId, price: toDecimal(price), paid: toDecimal(paid) };
}
