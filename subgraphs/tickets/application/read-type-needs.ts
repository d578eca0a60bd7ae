import type { BookingId } from '@parterre/contracts/kernel/ids.ts';
import type { Booking } from '../domain/booking.ts';
import type { Ticket } from '../domain/ticket.ts';
import { mayLeaveAlone, type TypeNeeds } from '../domain/type-needs.ts';
import type { Dependencies } from './dependencies.ts';

const NONE: TypeNeeds = new Map();

/**
 * Which ticket types of a booking need another one beside them; 'unknown' when the events subgraph does not answer. It is asked
 * only where it matters: of a booking that the caller may act on, with tickets of several types of which some are to stay. Never
 * within a transaction, in which others would wait for the answer.
 */
export async function readTypeNeeds(
  { reads, places }: Pick<Dependencies, 'reads' | 'places'>,
  {
    bookingId,
    mayAct,
    leaves,
  }: {
    readonly bookingId: BookingId;
    mayAct(booking: Booking): boolean;
    /** Whether a ticket is among those that are to go. */
    leaves(ticket: Ticket): boolean;
  },
): Promise<TypeNeeds | 'unknown'> {
  const [booking] = await reads.bookings([bookingId]);
  if (!booking || !mayAct(booking)) return NONE;
  const [tickets = []] = await reads.ticketsOf([bookingId]);
  return mayLeaveAlone(tickets, leaves) ? places.typeNeeds(booking.event.eventId) : NONE;
}
