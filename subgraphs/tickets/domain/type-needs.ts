import type { TicketTypeId } from '@parterre/contracts/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Ticket } from './ticket.ts';

/** What a ticket type needs beside it in a booking, and what both are called. */
export interface TypeNeed {
  readonly label: string;
  readonly neededId: TicketTypeId;
  readonly neededLabel: string;
}

/** By the type that has the need; a type that may stand alone is left out. */
export type TypeNeeds = ReadonlyMap<string, TypeNeed>;

/** Whether giving these tickets back can leave one without the type that it needs. */
export function mayLeaveAlone(tickets: readonly Ticket[], leaves: (ticket: Ticket) => boolean): boolean {
  const valid = tickets.filter(({ status }) => status === 'VALID');
  const types = new Set(valid.map(({ ticketTypeId }) => ticketTypeId));
  return types.size > 1 && !valid.every(leaves);
}

/**
 * Refuses to take away the last ticket that others of the booking need beside them: a child's ticket at a child's price is
 * not to be had by giving back the adult's. What stood alone before may stay so.
 */
export function refuseLeftAlone(
  tickets: readonly Ticket[],
  given: readonly Ticket[],
  needs: TypeNeeds,
): Rejection<'TICKET_TYPE_RULES'> | undefined {
  const gone = new Set(given.map(({ id }) => id));
  const staying = tickets.filter(({ id, status }) => status === 'VALID' && !gone.has(id));
  for (const { ticketTypeId } of staying) {
    const need = needs.get(ticketTypeId ?? '');
    const isNeeded = (ticket: Ticket) => ticket.ticketTypeId === need?.neededId;
    if (!need || staying.some(isNeeded) || !given.some(isNeeded)) continue;
    const message = `expected "${need.neededLabel}" to stay beside "${need.label}", got the last one without it; give both back`;
    return reject('TICKET_TYPE_RULES', message, ['ticketIds']);
  }
  return undefined;
}
