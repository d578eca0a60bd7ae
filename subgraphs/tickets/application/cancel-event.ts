import { fact } from '@parterre/contracts/facts/fact.ts';
import { BookedEventCancelled, EventCancellationProgressed } from '@parterre/contracts/facts/tickets.ts';
import type { BookingId, EventId } from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { FactContext, JobContext } from '@parterre/platform/service/use-case.ts';
import { canTurnBack } from '../domain/booking-saga.ts';
import { evolve } from '../domain/booking-saga-evolution.ts';
import { isSameProgress, progressOf } from '../domain/event-cancellation.ts';
import { planEventRefund, type Refund } from '../domain/refund.ts';
import type { Dependencies } from './dependencies.ts';
import type { CancellationState, CancelledEvent, OpenCancellation } from './ports/cancellations.ts';
import { refundSagaOf } from './refund-tickets.ts';

/** Events of one run that tells buyers, each with all of its bookings. */
const EVENTS_TOLD_AT_A_TIME = 100;
/** Buyers told in one transaction, and unpaid bookings turned round in one. */
const A_BATCH = 200;
/** Events of one run that refunds, one after another: others have their turn in the next. */
const EVENTS_REFUNDED_AT_A_TIME = 10;
/** Refunds that run side by side: each is some statements here and two questions to others. */
const REFUNDS_AT_A_TIME = 20;
/**
 * When so many refunds of an event get no answer, no further ones are begun: whoever does not answer is not helped by
 * more questions, and other sagas wait for their next try behind these. So many are begun in one run at the most.
 */
const MOST_RETRIED = 100;
/** Where nothing was found to do, what comes is a late booking, or what a person has resumed: it may wait for so long. */
const LOOK_AGAIN_MS = 10_000;
/** And so long where bookings come to their end by themselves, whose progress is looked at. */
const FOLLOW_MS = 2_000;

/**
 * An event was cancelled. Its bookings are many, so this only writes it down; `tellCancelledBuyers` and
 * `refundCancelledEvents` do the rest.
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
 * Tells all buyers of cancelled events, and ends what is not paid; answers how many events it looked at. It does not wait
 * for refunds: who has a ticket must not come, and money may take long.
 */
export async function tellCancelledBuyers(deps: Dependencies, { now }: JobContext): Promise<number> {
  const { cancellations } = deps;
  const due = await cancellations.takeDue('tell', EVENTS_TOLD_AT_A_TIME, turn(now));
  for (const event of due) {
    const found = (await tellBuyers(deps, event, now)) + (await turnBackUnpaid(deps, event.eventId));
    if (found > 0) await cancellations.setDue('tell', event.eventId, now);
    if (event.isDone) await cancellations.close(event.eventId);
  }
  return due.length;
}

/**
 * Pays everything back for the bookings of cancelled events whose buyers were told, some of each event at a time; answers
 * how many events it looked at. A refund is a saga of its own, so what is begun goes on after a crash and is paid once;
 * what has not begun is found again.
 */
export async function refundCancelledEvents(deps: Dependencies, { now }: JobContext): Promise<number> {
  const { cancellations, database } = deps;
  const due = await cancellations.takeDue('refund', EVENTS_REFUNDED_AT_A_TIME, turn(now));
  for (const { eventId } of due) {
    const counts = await database.transaction((tx) => publishProgress(deps, tx, eventId, now));
    if (counts?.isDone) continue;
    const begun = counts ? await refundPaid(deps, eventId, MOST_RETRIED - counts.retried) : 0;
    if (begun > 0) await cancellations.setDue('refund', eventId, now);
    else if (!counts || counts.moving > 0)
      await cancellations.setDue('refund', eventId, after(now, FOLLOW_MS));
  }
  return due.length;
}

/** Who takes an event keeps it from others until then, and sets it due at once where there was something to do. */
function turn(now: Date) {
  return { now, next: after(now, LOOK_AGAIN_MS) };
}

function after(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}

async function tellBuyers(deps: Dependencies, event: OpenCancellation, now: Date): Promise<number> {
  for (let told = 0; ; ) {
    const batch = await tellSome(deps, event, now);
    told += batch;
    if (batch < A_BATCH) return told;
  }
}

function tellSome(
  { database, cancellations }: Dependencies,
  { eventId, reason, minimumGuests }: OpenCancellation,
  now: Date,
): Promise<number> {
  return database.transaction(async (tx) => {
    const cause = { reason, ...(minimumGuests === null ? {} : { minimumGuests }) };
    const told = await cancellations.takeUntold(tx, eventId, { limit: A_BATCH, now });
    await tx.publish(
      ...told.map(({ startsAt, ...booking }) =>
        fact(BookedEventCancelled, { ...booking, startsAt: startsAt.toISOString(), ...cause }, now),
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
      await bookingSagas.hand(
        tx,
        id,
        evolve(saga, { type: 'CancellationRequested', reason, pendingResponse: null }),
      );
    }
    return unpaid.length;
  });
}

/** Begins at most so many refunds; fewer where all that ran side by side got no answer. Answers how many. */
async function refundPaid(deps: Dependencies, eventId: EventId, most: number): Promise<number> {
  for (let begun = 0; ; ) {
    const limit = Math.min(REFUNDS_AT_A_TIME, most - begun);
    const paid = limit > 0 ? await deps.cancellations.paid(eventId, limit) : [];
    const ends = await Promise.all(paid.map((id) => refundBooking(deps, id)));
    begun += ends.filter((end) => end !== 'known').length;
    if (paid.length < REFUNDS_AT_A_TIME || !ends.includes('rests')) return begun;
  }
}

/** Begins the refund of all that is left of a booking and runs it; known when another process was faster. */
async function refundBooking(
  deps: Dependencies,
  bookingId: BookingId,
): Promise<'rests' | 'broken-off' | 'known'> {
  const refund = await deps.database.transaction((tx) => beginEventRefund(deps, tx, bookingId));
  return refund ? deps.refundSagas.run(refund.id) : 'known';
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

/**
 * Publishes how far an event is, when that has changed, and answers it. Null: another process is at it, and publishes for
 * both.
 */
async function publishProgress(
  { cancellations }: Dependencies,
  tx: Transaction,
  eventId: EventId,
  now: Date,
): Promise<CancellationState | null> {
  if (!(await cancellations.lock(tx, eventId))) return null;
  const counts = await cancellations.count(tx, eventId);
  const progress = progressOf(counts);
  const before = await cancellations.progressIn(tx, eventId);
  if (isSameProgress(before, progress)) return counts;
  await cancellations.setProgress(tx, eventId, progress);
  await tx.publish(fact(EventCancellationProgressed, { eventId, ...progress }, now));
  return counts;
}
