import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import type { BookingId, TicketId } from '@parterre/contracts/kernel/ids.ts';
import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { MOST_PLACES } from '@parterre/contracts/kernel/places-to-book.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import type { Booking } from '../domain/booking.ts';
import type { PendingResponse } from '../domain/pending-response.ts';
import { planRefund, type Refund, refundIdOf } from '../domain/refund.ts';
import { firstRefundPhase, type RefundSaga } from '../domain/refund-saga.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { TypeNeeds } from '../domain/type-needs.ts';
import type { Dependencies } from './dependencies.ts';
import { type Answer, refused } from './idempotent-request.ts';
import { prepareRefund, type RefundToCome } from './prepare-refund.ts';
import { type BookingInHand, type Decided, withBooking } from './with-booking.ts';

export interface RefundTickets {
  readonly bookingId: string;
  readonly ticketIds: readonly string[];
  readonly idempotencyKey: string;
  /** See RefundCommand. */
  readonly acceptNothing?: boolean;
}

/** Gives tickets of one booking back, for its buyer or an administrator; the money goes to the buyer. */
export async function refundTickets(
  deps: Dependencies,
  { ticketIds, acceptNothing = false, ...command }: RefundTickets,
  context: UserContext,
): Promise<Answer> {
  const { caller, now } = context;
  const wanted = readTicketIds(ticketIds);
  if (isRejection(wanted)) return refused(wanted);
  const mayAct = (booking: Booking) => mayActFor(caller, booking.userId);
  const typeNeeds = neededTypes(deps, { now, mayAct, leaves: ({ id }) => wanted.includes(id) });
  return withBooking(
    deps,
    {
      operation: 'refundTickets',
      ...command,
      input: { ticketIds, ...keyedAs(acceptNothing) },
      mayAct,
      prepare: typeNeeds.read,
      async decide(inHand) {
        const { tx, booking, pendingResponse } = inHand;
        const tickets = await deps.bookings.ticketsOf(tx, booking.id);
        const event = await deps.eventDates.eventNow(tx, booking.event.eventId);
        const terms = { event, now, acceptNothing, typeNeeds: typeNeeds.known() };
        const refund = planRefund(refundIdOf(pendingResponse), booking, tickets, wanted, terms);
        return isRejection(refund) ? refund : beginRefund(deps, inHand, tickets, refund);
      },
    },
    context,
  );
}

/** What ticket types need, read before a booking is locked and known once it is. */
export function neededTypes(
  deps: Pick<Dependencies, 'reads' | 'places'>,
  of: Omit<RefundToCome, 'bookingId'>,
) {
  let needs: TypeNeeds = new Map();
  return {
    async read(bookingId: BookingId): Promise<Rejection<'TRY_AGAIN'> | null> {
      const read = await prepareRefund(deps, { bookingId, ...of });
      if (isRejection(read)) return read;
      needs = read;
      return null;
    },
    known: () => needs,
  };
}

/** Begins the saga of a planned refund; its tickets let nobody in from then on. */
export function beginRefund(
  { refunds, refundSagas }: Dependencies,
  { tx, booking, pendingResponse }: Pick<BookingInHand, 'tx' | 'booking' | 'pendingResponse'>,
  tickets: readonly Ticket[],
  refund: Refund,
): Decided {
  return {
    kind: 'begin',
    async change() {
      const reason = pendingResponse.operation === 'cancelBooking' ? 'BY_BUYER' : null;
      // A refund is named after its key. The key was pruned, the refund is kept for good: it is not begun twice.
      if ((await refunds.begin(tx, booking.id, refund, reason)) === 'known') return comeToItsEnd();
      await refundSagas.begin(tx, refund.id, refundSagaOf(booking, tickets, refund, pendingResponse));
      return null;
    },
    run: () => refundSagas.run(refund.id),
  };
}

/** What it adds to the input that a key stands for: nothing unless it is said, so that older keys stay the same. */
export function keyedAs(acceptNothing: boolean): object {
  return acceptNothing ? { acceptNothing } : {};
}

function comeToItsEnd(): Rejection<'REFUND_DECLINED'> {
  const message =
    'the refund of this key has come to its end before; the tickets stay valid, ask again with a new key';
  return reject('REFUND_DECLINED', message);
}

/** The saga of a planned refund, before its first step. */
export function refundSagaOf(
  booking: Booking,
  tickets: readonly Ticket[],
  refund: Refund,
  pendingResponse: PendingResponse | null,
): RefundSaga {
  const chosen = new Set(refund.tickets.map(({ ticketId }) => ticketId));
  const places = tickets.filter((ticket) => chosen.has(ticket.id));
  const amount = toDecimal(refund.amount);
  return {
    refundId: refund.id,
    bookingId: booking.id,
    eventId: booking.event.eventId,
    amount,
    percent: refund.percent,
    seatIds: places.flatMap(({ seatId }) => seatId ?? []),
    standing: standingIn(places),
    pendingResponse,
    phase: firstRefundPhase(amount),
  };
}

/** The standing places, by section and ticket type. */
function standingIn(places: readonly Ticket[]): RefundSaga['standing'] {
  const standing = places.filter(({ seatId }) => seatId === null);
  const groups = Map.groupBy(standing, ({ sectionId, ticketTypeId }) => `${sectionId}/${ticketTypeId}`);
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { sectionId, ticketTypeId } = first;
    return { sectionId, quantity: 1 + others.length, ...(ticketTypeId === null ? {} : { ticketTypeId }) };
  });
}

/** Tickets that somebody wants to give back: some, each once. */
export function readTicketIds(
  ticketIds: readonly string[],
): readonly TicketId[] | Rejection<'INVALID_INPUT' | 'TICKET_NOT_FOUND'> {
  const field = ['ticketIds'];
  if (ticketIds.length < 1 || ticketIds.length > MOST_PLACES) {
    return reject('INVALID_INPUT', `expected 1 to ${MOST_PLACES} tickets, got ${ticketIds.length}`, field);
  }
  if (new Set(ticketIds).size < ticketIds.length) {
    return reject('INVALID_INPUT', 'expected each ticket once, got one twice', field);
  }
  if (!ticketIds.every(isId<'Ticket'>)) {
    return reject('TICKET_NOT_FOUND', 'the booking has no such ticket', field);
  }
  return ticketIds as readonly TicketId[];
}
