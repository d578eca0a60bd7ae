import type { EventId, HallId } from '@parterre/contracts/kernel/ids.ts';
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

/** When and where an event takes place, as far as it is known. */
export interface Show {
  readonly startsAt: Date;
  /** Null in what was heard before it was remembered. */
  readonly hallId: HallId | null;
}

/** Longer than anybody is kept waiting who is in already. */
const LONGEST_WAIT_MS = 6 * 3_600_000;

/**
 * Whether an event that is moved is another show for who had entered: it begins so much later or earlier that nobody stays
 * for it, or elsewhere. Then everybody enters again, and may give the ticket back as everybody else whose event is moved.
 */
export function isAnotherShow(before: Show, after: Show): boolean {
  const isElsewhere = before.hallId !== null && after.hallId !== null && before.hallId !== after.hallId;
  return isElsewhere || Math.abs(after.startsAt.getTime() - before.startsAt.getTime()) > LONGEST_WAIT_MS;
}

/** Whether a ticket may be given back: it is valid, and nobody has entered with it. */
export function isUnused(ticket: Ticket): boolean {
  return ticket.status === 'VALID' && ticket.checkedIn === null;
}
