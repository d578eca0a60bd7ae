import { deterministicId, type RefundId, type TicketId } from '@parterre/platform/kernel/ids.ts';
import { type Money, money } from '@parterre/platform/kernel/money.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { type Booking, hasLiveTickets } from './booking.ts';
import type { OwedAnswer } from './owed-answer.ts';
import { refundOf, refundPercentOf } from './refund-policy.ts';
import type { Ticket } from './ticket.ts';

/** Tickets of one booking that are given back together, and what is paid back for each. */
export interface Refund {
  readonly id: RefundId;
  readonly amount: Money;
  readonly tickets: readonly { readonly ticketId: TicketId; readonly refunded: Money }[];
}

/** When it is asked for, and when the event begins as far as is known; null: as the booking says. */
export interface RefundMoment {
  readonly start: Date | null;
  readonly now: Date;
}

export type RefundRefusal =
  | 'BOOKING_ENDED'
  | 'INVALID_INPUT'
  | 'TICKET_NOT_FOUND'
  | 'TICKET_ALREADY_REFUNDED'
  | 'REFUND_NOT_ALLOWED';

/** The same refund for the same request: a retry names the refund that its first try may have begun. */
export function refundIdOf(owes: OwedAnswer): RefundId {
  return deterministicId<'Refund'>(owes.userId, owes.operation, owes.key);
}

/** The refund of the wanted tickets at that moment, or why there is none. All or nothing. */
export function planRefund(
  id: RefundId,
  booking: Booking,
  tickets: readonly Ticket[],
  wanted: readonly TicketId[],
  at: RefundMoment,
): Refund | Rejection<RefundRefusal> {
  const chosen: Ticket[] = [];
  for (const ticketId of wanted) {
    const ticket = tickets.find((each) => each.id === ticketId);
    if (!ticket) {
      return reject('TICKET_NOT_FOUND', `the booking has no ticket ${ticketId}`, ['ticketIds']);
    }
    if (ticket.status !== 'VALID') {
      const message = `expected tickets that are valid, got ${ticketId}, which is ${ticket.status}`;
      return reject('TICKET_ALREADY_REFUNDED', message, ['ticketIds']);
    }
    chosen.push(ticket);
  }
  return priceRefund(id, booking, chosen, at);
}

/** The refund of all tickets of a booking that are still valid. */
export function planWholeRefund(
  id: RefundId,
  booking: Booking,
  tickets: readonly Ticket[],
  at: RefundMoment,
): Refund | Rejection<RefundRefusal> {
  const valid = tickets.filter((ticket) => ticket.status === 'VALID');
  if (!hasLiveTickets(booking.status) || valid.length === 0) {
    return reject('BOOKING_ENDED', 'the booking has no ticket left that could be given back');
  }
  return priceRefund(id, booking, valid, at);
}

function priceRefund(
  id: RefundId,
  booking: Booking,
  chosen: readonly Ticket[],
  at: RefundMoment,
): Refund | Rejection<'REFUND_NOT_ALLOWED'> {
  const percent = refundPercentOf(booking.event, at.start, at.now);
  if (isRejection(percent)) return percent;
  const tickets = chosen.map((ticket) => ({ ticketId: ticket.id, refunded: refundOf(ticket.paid, percent) }));
  const amount = money(
    tickets.reduce((sum, ticket) => sum + ticket.refunded.minor, 0n),
    booking.event.currency,
  );
  return { id, amount, tickets };
}
