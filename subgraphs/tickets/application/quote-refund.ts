import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import { type Money, money, toDecimal } from '@parterre/contracts/kernel/money.ts';
import { isId, newId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection } from '@parterre/platform/kernel/rejection.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import type { Booking } from '../domain/booking.ts';
import { planRefund, type Refund, type RefundRefusal, takenForNothing } from '../domain/refund.ts';
import { asBooked, shareHoldsUntil } from '../domain/refund-policy.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Dependencies } from './dependencies.ts';
import { prepareRefund } from './prepare-refund.ts';
import { readTicketIds } from './refund-tickets.ts';

export interface RefundQuote {
  readonly refunded: Money;
  /** Whether they are given back only by who accepts that there is nothing for one of them. */
  readonly wantsAcceptNothing: boolean;
  /** Of the points that had paid for the tickets. */
  readonly points: number;
  /** Null where nothing goes back, and where it does for good. */
  readonly until: Date | null;
  /** Why the tickets cannot be given back. */
  readonly rejections: readonly Rejection<RefundRefusal | 'TRY_AGAIN'>[];
}

/**
 * What tickets of a booking would give back at this moment, by the function that plans refunds; null for who may not give
 * them back.
 */
export async function quoteRefund(
  deps: Dependencies,
  { bookingId, ticketIds }: { readonly bookingId: string; readonly ticketIds: readonly string[] },
  { caller, now }: UserContext,
): Promise<RefundQuote | null> {
  const [booking] = isId<'Booking'>(bookingId) ? await deps.reads.bookings([bookingId]) : [];
  if (!booking || !mayActFor(caller, booking.userId)) return null;
  const wanted = readTicketIds(ticketIds);
  if (isRejection(wanted)) return nothing(booking, wanted);
  const [[tickets = []], [event = asBooked]] = await Promise.all([
    deps.reads.ticketsOf([booking.id]),
    deps.reads.eventsNow([booking.event.eventId]),
  ]);
  const typeNeeds = await prepareRefund(deps, {
    bookingId: booking.id,
    now,
    mayAct: () => true,
    leaves: ({ id }) => wanted.includes(id),
  });
  if (isRejection(typeNeeds)) return nothing(booking, typeNeeds);
  const terms = { event, now, acceptNothing: true, typeNeeds };
  const refund = planRefund(newId<'Refund'>(), booking, tickets, wanted, terms);
  if (isRejection(refund)) return nothing(booking, refund);
  const chosen = ticketsOf(refund, tickets);
  return {
    refunded: refund.amount,
    wantsAcceptNothing: takenForNothing(chosen, refund.percent) !== undefined,
    points: await pointsOf(deps, booking, chosen, refund.percent),
    until: shareHoldsUntil(booking.event, event, now),
    rejections: [],
  };
}

function nothing(booking: Booking, rejection: RefundQuote['rejections'][number]): RefundQuote {
  const refunded = money(0n, booking.event.currency);
  return { refunded, wantsAcceptNothing: false, points: 0, until: null, rejections: [rejection] };
}

function ticketsOf(refund: Refund, tickets: readonly Ticket[]): Ticket[] {
  const given = new Set(refund.tickets.map(({ ticketId }) => ticketId));
  return tickets.filter(({ id }) => given.has(id));
}

/** Loyalty is asked only where something was taken off the tickets. */
async function pointsOf(
  { discounts }: Dependencies,
  { id: bookingId, event: { currency } }: Booking,
  chosen: readonly Ticket[],
  percent: number,
): Promise<number> {
  const discountMinor = chosen.reduce((sum, { price, paid }) => sum + price.minor - paid.minor, 0n);
  if (discountMinor === 0n) return 0;
  const isKnown = chosen.every(({ points }) => points !== null);
  const pointsMinor = chosen.reduce((sum, { points }) => sum + (points?.minor ?? 0n), 0n);
  return discounts.refundedPoints({
    bookingId,
    discount: toDecimal(money(discountMinor, currency)),
    points: isKnown ? toDecimal(money(pointsMinor, currency)) : null,
    percent,
  });
}
