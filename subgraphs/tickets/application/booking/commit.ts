import { fact } from '@parterre/contracts/facts/fact.ts';
import { BookingCancelled, BookingConfirmed, BookingCreated } from '@parterre/contracts/facts/tickets.ts';
import type { BookingId, PaymentId } from '@parterre/contracts/kernel/ids.ts';
import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { exhaustive } from '@parterre/platform/kernel/exhaustive.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { type Booking, totalOf } from '../../domain/booking.ts';
import { type BookingDraft, bookingOf } from '../../domain/booking-draft.ts';
import type { BookingSaga, Ending } from '../../domain/booking-saga.ts';
import type { BookingEvent } from '../../domain/booking-saga-evolution.ts';
import type { ReservedDiscount } from '../../domain/discount-shares.ts';
import type { PendingResponse, StoredRejection } from '../../domain/pending-response.ts';
import { issueTickets, type Ticket } from '../../domain/ticket.ts';
import type { SagaDependencies } from '../dependencies.ts';
import type { PricedBooking } from '../ports/at-once.ts';

/**
 * Writes down what a change of phase means for the booking, its tickets, its facts and the request that is
 * owed an answer, in the transaction that stores the saga.
 */
export async function commitBooking(
  deps: SagaDependencies,
  tx: Transaction,
  before: BookingSaga,
  after: BookingSaga,
  event: BookingEvent,
): Promise<void> {
  const { bookingId, phase } = after;
  if (before.phase.name === 'pricing' && event.type === 'DiscountReserved' && phase.name !== 'compensating') {
    const priced = await recordBooking(deps, tx, before.phase.draft, event.reserved, deps.clock.now());
    // Should this not be committed, the run ends, and with it what its request has in hand.
    const mine = deps.inHand.get(bookingId);
    if (mine) mine.priced = priced;
  }
  switch (phase.name) {
    case 'awaiting': {
      const rejection = event.type === 'PaymentDeclined' ? event.rejection : null;
      return answer(deps, tx, before.pendingResponse, bookingId, rejection);
    }
    case 'confirmed':
      await confirm(deps, tx, bookingId, phase.paymentId);
      return answer(deps, tx, after.pendingResponse, bookingId, null);
    case 'ended': {
      const booking = await end(deps, tx, bookingId, phase.ending);
      return answer(deps, tx, after.pendingResponse, booking && bookingId, phase.ending.rejection);
    }
    case 'pricing':
    case 'paying':
    case 'compensating':
      return;
    default:
      return exhaustive(phase);
  }
}

/** Writes down a booking whose price is known now, publishes it, and answers it. */
export async function recordBooking(
  { bookings }: Pick<SagaDependencies, 'bookings'>,
  tx: Transaction,
  draft: BookingDraft,
  reserved: ReservedDiscount | null,
  now: Date,
): Promise<PricedBooking> {
  const priced = bookingOf(draft, reserved, now);
  await bookings.add(tx, priced.booking, priced.places);
  await tx.publish(createdFact(priced, now));
  return priced;
}

export function createdFact({ booking, places }: PricedBooking, now: Date) {
  return fact(
    BookingCreated,
    {
      ...bookingDetails(booking),
      total: toDecimal(totalOf(booking)),
      ticketCount: places.length,
      expiresAt: booking.expiresAt.toISOString(),
    },
    now,
  );
}

async function confirm(
  { bookings, clock, ticketCodes }: SagaDependencies,
  tx: Transaction,
  bookingId: BookingId,
  paymentId: PaymentId | null,
): Promise<void> {
  const booking = await lockBooking(bookings, tx, bookingId);
  const tickets = issueTickets(booking, await bookings.placesOf(tx, bookingId), ticketCodes.sign);
  await bookings.confirm(tx, bookingId, paymentId, tickets);
  await tx.publish(confirmedFact(booking, tickets, clock.now()));
}

export function confirmedFact(booking: Booking, tickets: readonly Ticket[], now: Date) {
  return fact(
    BookingConfirmed,
    {
      ...bookingDetails(booking),
      subtotal: toDecimal(booking.subtotal),
      discount: toDecimal(booking.discount),
      total: toDecimal(totalOf(booking)),
      tickets: tickets.map(ticketDetails),
    },
    now,
  );
}

/** Ends a booking without tickets; null when its price was refused, so that it never stood. */
async function end(
  { bookings, clock }: SagaDependencies,
  tx: Transaction,
  bookingId: BookingId,
  { reason }: Ending,
): Promise<Booking | null> {
  const booking = await bookings.lock(tx, bookingId);
  if (!booking) return null;
  await bookings.changeStatus(tx, bookingId, reason === 'EXPIRED' ? 'EXPIRED' : 'CANCELLED', reason);
  await tx.publish(fact(BookingCancelled, { ...bookingDetails(booking), reason }, clock.now()));
  return booking;
}

async function lockBooking(
  bookings: SagaDependencies['bookings'],
  tx: Transaction,
  id: BookingId,
): Promise<Booking> {
  const booking = await bookings.lock(tx, id);
  if (!booking) throw new Error(`expected booking ${id} to stand before it is confirmed`);
  return booking;
}

async function answer(
  { keys }: SagaDependencies,
  tx: Transaction,
  pending: PendingResponse | null,
  bookingId: BookingId | null,
  rejection: StoredRejection | null,
): Promise<void> {
  if (pending) await keys.complete(tx, pending, { bookingId, rejection, refunded: null });
}

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
export function ticketDetails({
  id,
  seatId,
  sectionId,
  priceZoneId,
  ticketTypeId,
  price,
  paid,
  points,
}: Ticket) {
  return {
    ticketId: id,
    seatId,
    sectionId,
    priceZoneId,
    ...(ticketTypeId === null ? {} : { ticketTypeId }),
    price: toDecimal(price),
    paid: toDecimal(paid),
    ...(points ? { pointsPaid: toDecimal(points) } : {}),
  };
}
