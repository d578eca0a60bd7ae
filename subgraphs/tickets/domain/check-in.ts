import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Ticket } from './ticket.ts';

export type CheckInRefusal = 'WRONG_EVENT' | 'ALREADY_CHECKED_IN' | 'TICKET_ALREADY_REFUNDED';

/**
 * Why a ticket lets nobody in; null when it does.
 *
 * @param door the event that one enters there; null where any event of the organizer will do
 */
export function refuseCheckIn(ticket: Ticket, door: EventId | null): Rejection<CheckInRefusal> | null {
  if (door !== null && ticket.eventId !== door) {
    return reject('WRONG_EVENT', 'expected a ticket for this event, got one for another', ['code']);
  }
  if (ticket.status !== 'VALID') {
    return reject('TICKET_ALREADY_REFUNDED', `expected a valid ticket, got one that is ${ticket.status}`, [
      'code',
    ]);
  }
  if (ticket.checkedIn) {
    const since = ticket.checkedIn.at.toISOString();
    return reject('ALREADY_CHECKED_IN', `this ticket has let somebody in at ${since}`, ['code']);
  }
  return null;
}

/** Whether a ticket may be given back: it is valid, and nobody has entered with it. */
export function isUnused(ticket: Ticket): boolean {
  return ticket.status === 'VALID' && ticket.checkedIn === null;
}
