import type { RefundId, TicketId } from '@parterre/contracts/kernel/ids.ts';
import { formatAmount, type Money, money } from '@parterre/contracts/kernel/money.ts';
import { deterministicId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { type Booking, hasLiveTickets } from './booking.ts';
import { isUnused } from './check-in.ts';
import type { PendingResponse } from './pending-response.ts';
import { type EventNow, refundOf, refundPercentOf } from './refund-policy.ts';
import type { Ticket } from './ticket.ts';
import { refuseLeftAlone, type TypeNeeds } from './type-needs.ts';

/** Tickets of one booking that are given back together, and what is paid back for each. */
export interface Refund {
  readonly id: RefundId;
  readonly amount: Money;
  /** The share of what was paid that the policy gives back, from 1 to 100; what was paid in points follows it. */
  readonly percent: number;
  readonly tickets: readonly { readonly ticketId: TicketId; readonly refunded: Money }[];
}

export type RefundRefusal =
  | 'BOOKING_ENDED'
  | 'INVALID_INPUT'
  | 'TICKET_NOT_FOUND'
  | 'TICKET_ALREADY_REFUNDED'
  | 'TICKET_CHECKED_IN'
  | 'TICKET_TYPE_RULES'
  | 'REFUND_NOT_ALLOWED'
  | 'NOTHING_TO_REFUND';

/** How a refund is asked for, and when. */
export interface RefundCommand {
  readonly now: Date;
  readonly event: EventNow;
  /** Of the ticket types of the event that need another one beside them. */
  readonly typeNeeds: TypeNeeds;
  /** Give the tickets back even where the policy's share of what was paid for one rounds to nothing. */
  readonly acceptNothing: boolean;
}

/** The same refund for the same request: a retry names the refund that its first try may have begun. */
export function refundIdOf(pendingResponse: PendingResponse): RefundId {
  return deterministicId<'Refund'>(pendingResponse.userId, pendingResponse.operation, pendingResponse.key);
}

/** The refund of the wanted tickets at that moment, or why there is none. All or nothing. */
export function planRefund(
  id: RefundId,
  booking: Booking,
  tickets: readonly Ticket[],
  wanted: readonly TicketId[],
  command: RefundCommand,
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
    if (!isUnused(ticket)) return checkedIn(ticket, ['ticketIds']);
    chosen.push(ticket);
  }
  const alone = refuseLeftAlone(tickets, chosen, command.typeNeeds);
  return alone ?? priceRefund(id, booking, chosen, command);
}

/** The refund of all tickets of a booking that are still valid, but for those that have let somebody in. */
export function planWholeRefund(
  id: RefundId,
  booking: Booking,
  tickets: readonly Ticket[],
  command: RefundCommand,
): Refund | Rejection<RefundRefusal> {
  const valid = tickets.filter((ticket) => ticket.status === 'VALID');
  if (!hasLiveTickets(booking.status) || valid.length === 0) {
    return reject('BOOKING_ENDED', 'the booking has no ticket left that could be given back');
  }
  const unused = valid.filter(isUnused);
  const [used] = valid;
  if (unused.length === 0 && used) return checkedIn(used, null);
  const alone = refuseLeftAlone(tickets, unused, command.typeNeeds);
  return alone ? { ...alone, field: null } : priceRefund(id, booking, unused, command);
}

/**
 * The refund of a booking whose event was cancelled: all that was paid for the tickets that are valid, also for those that
 * have let somebody in. Null when there is none. It is named after a ticket, because each is in one such refund at most; a
 * booking may have another one, where its buyer was just giving some back and that was declined.
 */
export function planEventRefund(booking: Booking, tickets: readonly Ticket[]): Refund | null {
  const valid = tickets.filter((ticket) => ticket.status === 'VALID');
  const [first] = valid;
  if (!first) return null;
  const { currency } = booking.event;
  return {
    id: deterministicId<'Refund'>(booking.event.eventId, 'cancelled', first.id),
    amount: money(
      valid.reduce((sum, ticket) => sum + ticket.paid.minor, 0n),
      currency,
    ),
    percent: 100,
    tickets: valid.map(({ id, paid }) => ({ ticketId: id, refunded: paid })),
  };
}

/**
 * What would go back to the wallet if every ticket that may be given back were, at that moment. It may be 0.00, where
 * the policy's share rounds to nothing; null when there is no such ticket, or the policy pays nothing any more.
 */
export function refundableNow(
  booking: Booking,
  tickets: readonly Ticket[],
  at: Pick<RefundCommand, 'now' | 'event'>,
): Money | null {
  const valid = tickets.filter(isUnused);
  const percent = refundPercentOf(booking.event, at.event, at.now);
  if (valid.length === 0 || isRejection(percent)) return null;
  const minor = valid.reduce((sum, ticket) => sum + refundOf(ticket.paid, percent).minor, 0n);
  return money(minor, booking.event.currency);
}

/** A ticket that was paid for, and for which this share gives nothing: it is taken only from who accepts that. */
export function takenForNothing(chosen: readonly Ticket[], percent: number): Ticket | undefined {
  return chosen.find(({ paid }) => paid.minor > 0n && refundOf(paid, percent).minor === 0n);
}

function checkedIn({ id }: Ticket, field: readonly string[] | null): Rejection<'TICKET_CHECKED_IN'> {
  const message = `expected tickets that nobody has entered with, got ${id}, which has let somebody in`;
  return reject('TICKET_CHECKED_IN', message, field);
}

function priceRefund(
  id: RefundId,
  booking: Booking,
  chosen: readonly Ticket[],
  { now, event, acceptNothing }: RefundCommand,
): Refund | Rejection<'REFUND_NOT_ALLOWED' | 'NOTHING_TO_REFUND'> {
  const percent = refundPercentOf(booking.event, event, now);
  if (isRejection(percent)) return percent;
  const tickets = chosen.map((ticket) => ({ ticketId: ticket.id, refunded: refundOf(ticket.paid, percent) }));
  const taken = takenForNothing(chosen, percent);
  if (taken && !acceptNothing) {
    return reject(
      'NOTHING_TO_REFUND',
      `of the ${formatAmount(taken.paid.minor, taken.paid.currency)} paid for ticket ${taken.id} the event's refund policy gives back ${percent} %, which rounds to nothing; the tickets stay valid, unless you ask again with a new key and acceptNothing`,
    );
  }
  const amount = money(
    tickets.reduce((sum, ticket) => sum + ticket.refunded.minor, 0n),
    booking.event.currency,
  );
  return { id, amount, percent, tickets };
}
