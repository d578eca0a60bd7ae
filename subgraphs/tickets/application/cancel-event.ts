import { fact } from '@parterre/contracts/facts/fact.ts';
import { BookedEventCancelled, EventCancellationProgressed } from '@parterre/contracts/facts/tickets.ts';
import type { BookingId, EventId } from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { FactContext, JobContext } from '@parterre/platform/service/use-case.ts';
import { canTurnBack } from '../domain/booking-saga.ts';
import { evolve } from '../domain/booking-saga-evolution.ts';
import { type EventCancellation, isSameProgress, progressOf } from '../domain/event-cancellation.ts';
import { planEventRefund, type Refund } from '../domain/refund.ts';
import type { Dependencies } from './dependencies.ts';
import type { CancelledEvent } from './ports/cancellations.ts';
import { refundSagaOf } from './refund-tickets.ts';

/** Events that one run of the job looks at, each for one batch of everything. */
const EVENTS_AT_A_TIME = 100;
/** Buyers told in one transaction, and unpaid bookings turned round in one. */
const A_BATCH = 200;
/** Refunds that run side by side: each is some statements here and two questions to others. */
const REFUNDS_AT_A_TIME = 20;
/**
 * When so many refunds of an event get no answer, no further ones are begun: whoever does not answer is not helped by
 * more questions, and other sagas wait for their next try behind these.
 */
const MOST_RETRIED = 100;

/**
 * An event was cancelled. Its bookings are many, so this only writes it down; `settleCancelledEvents` does the rest.
 *
 * Nothing of the event is sold any more when its fact comes, so every booking that may ever have tickets stands in the
 * database by now, at least unpaid. What comes later is a hold that becomes a booking: it cannot be paid.
 */
export async function beginEventCancellation(
  deps: Dependencies,
  event: CancelledEvent,
  { tx, now }: FactContext,
): Promise<void> {
  if ((await deps.cancellations.begin(tx, event)) === 'known') return;
  await publishProgress(deps, tx, event.eventId, now);
}

/**
 * Works through the bookings of cancelled events: tells all buyers, ends what is not paid, and pays everything back for
 * the rest, some bookings of each event at a time. Answers how much it did. A refund is a saga of its own, so what is
 * begun goes on after a crash and is paid once; what has not begun is found again.
 */
export async function settleCancelledEvents(deps: Dependencies, { now }: JobContext): Promise<number> {
  const open = await deps.cancellations.takeOpen(EVENTS_AT_A_TIME);
  const running = open.filter(({ isDone }) => !isDone);
  let done = 0;
  for (const event of running) done += await tellBuyers(deps, event, now);
  for (const { eventId } of open) done += await turnBackUnpaid(deps, eventId);
  for (const { eventId } of running) {
    done += await refundPaid(deps, eventId);
    await deps.database.transaction((tx) => publishProgress(deps, tx, eventId, now));
  }
  for (const { eventId, isDone } of open) if (isDone) await deps.cancellations.close(eventId);
  return done;
}

/** Of every event, and before any money moves, which may take long: who has a ticket must not come. */
async function tellBuyers(
  deps: Dependencies,
  event: Pick<EventCancellation, 'eventId' | 'reason'>,
  now: Date,
): Promise<number> {
  for (let told = 0; ; ) {
    const batch = await tellSome(deps, event, now);
    told += batch;
    if (batch < A_BATCH) return told;
  }
}

function tellSome(
  { database, cancellations }: Dependencies,
  { eventId, reason }: Pick<EventCancellation, 'eventId' | 'reason'>,
  now: Date,
): Promise<number> {
  return database.transaction(async (tx) => {
    const told = await cancellations.takeUntold(tx, eventId, { limit: A_BATCH, now });
    await tx.publish(
      ...told.map(({ startsAt, ...booking }) =>
        fact(BookedEventCancelled, { ...booking, startsAt: startsAt.toISOString(), reason }, now),
      ),
    );
    return told.length;
  });
}

/**
 * Turns the sagas of unpaid bookings round; the driver's job gives their seats back. A payment under way is let finish:
 * if it fails, the booking ends, if it succeeds, it is paid back.
 */
function turnBackUnpaid(
  { database, cancellations, bookingSagas }: Dependencies,
  eventId: EventId,
): Promise<number> {
  return database.transaction(async (tx) => {
    const unpaid = await cancellations.unpaid(tx, eventId, A_BATCH);
    for (const id of unpaid) {
      const saga = await bookingSagas.lock(tx, id);
      if (!saga || !canTurnBack(saga.phase) || saga.cancelReason) continue;
      const reason = 'EVENT_CANCELLED';
      await bookingSagas.hand(tx, id, evolve(saga, { type: 'CancellationRequested', reason, owes: null }));
    }
    return unpaid.length;
  });
}

async function refundPaid(deps: Dependencies, eventId: EventId): Promise<number> {
  const { retried } = await deps.database.transaction((tx) => deps.cancellations.count(tx, eventId));
  if (retried >= MOST_RETRIED) return 0;
  const paid = await deps.cancellations.paid(eventId, REFUNDS_AT_A_TIME);
  const begun = await Promise.all(paid.map((id) => refundBooking(deps, id)));
  return begun.filter(Boolean).length;
}

/** Begins the refund of all that is left of a booking and runs it; false when another process was faster. */
async function refundBooking(deps: Dependencies, bookingId: BookingId): Promise<boolean> {
  const refund = await deps.database.transaction((tx) => beginEventRefund(deps, tx, bookingId));
  if (refund) await deps.refundSagas.run(refund.id);
  return refund !== null;
}

async function beginEventRefund(
  { bookings, refunds, refundSagas }: Dependencies,
  tx: Transaction,
  bookingId: BookingId,
): Promise<Refund | null> {
  const booking = await bookings.lock(tx, bookingId);
  if (!booking) throw new Error(`expected the booking ${bookingId}, got none`);
  const tickets = await bookings.ticketsOf(tx, bookingId);
  const refund = planEventRefund(booking, tickets);
  if (!refund) return null;
  if ((await refunds.begin(tx, bookingId, refund, 'EVENT_CANCELLED')) === 'known') return null;
  await refundSagas.begin(tx, refund.id, refundSagaOf(booking, tickets, refund, null));
  return refund;
}

/** Publishes how far an event is, when that has changed. Another process that is at it publishes for both. */
async function publishProgress(
  { cancellations }: Dependencies,
  tx: Transaction,
  eventId: EventId,
  now: Date,
): Promise<void> {
  if (!(await cancellations.lock(tx, eventId))) return;
  const { retried: _, ...counts } = await cancellations.count(tx, eventId);
  const progress = progressOf(counts);
  const before = await cancellations.progressIn(tx, eventId);
  if (isSameProgress(before, progress)) return;
  await cancellations.setProgress(tx, eventId, progress);
  await tx.publish(fact(EventCancellationProgressed, { eventId, ...progress }, now));
}
