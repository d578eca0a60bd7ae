import type { BookingId } from '@parterre/contracts/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Booking } from '../domain/booking.ts';
import { asBooked, isOutdated, refundPercentOf } from '../domain/refund-policy.ts';
import type { Ticket } from '../domain/ticket.ts';
import { mayLeaveAlone, type TypeNeeds } from '../domain/type-needs.ts';
import type { Dependencies } from './dependencies.ts';

const NONE: TypeNeeds = new Map();

/** Tickets of one booking that somebody wants to give back, before the booking is locked. */
export interface RefundToCome {
  readonly bookingId: BookingId;
  readonly now: Date;
  mayAct(booking: Booking): boolean;
  /** Whether a ticket is among those that are to go. */
  leaves(ticket: Ticket): boolean;
}

/**
 * Asks the events subgraph for what a refund takes beside the booking, and answers which ticket types need another one beside
 * them. It is asked where it matters, and never within a transaction, in which others would wait for the answer:
 * - where tickets of several types are left, and some of them go;
 * - where less than everything goes back: an event that was moved or cancelled gives everything back from that moment on, and
 *   its fact may be on its way. Then the refund waits for it, since what has gone back by a share is not made up for.
 */
export async function prepareRefund(
  { reads, places }: Pick<Dependencies, 'reads' | 'places'>,
  { bookingId, now, mayAct, leaves }: RefundToCome,
): Promise<TypeNeeds | Rejection<'TRY_AGAIN'>> {
  const [booking] = await reads.bookings([bookingId]);
  if (!booking || !mayAct(booking)) return NONE;
  const { eventId } = booking.event;
  const [[tickets = []], [known = asBooked]] = await Promise.all([
    reads.ticketsOf([bookingId]),
    reads.eventsNow([eventId]),
  ]);
  const percent = refundPercentOf(booking.event, known, now);
  const isShare = tickets.some(leaves) && !isRejection(percent) && percent < 100;
  if (!isShare && !mayLeaveAlone(tickets, leaves)) return NONE;
  const event = await places.eventForRefund(eventId);
  if (event === 'unknown') return reject('TRY_AGAIN', 'the events subgraph does not answer; ask again');
  if (isShare && isOutdated(known, event)) {
    return reject('TRY_AGAIN', 'the event was moved or cancelled a moment ago; ask again in a second');
  }
  return event.typeNeeds;
}
