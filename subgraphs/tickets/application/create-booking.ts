import type { BookingId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import { hasLiveTickets } from '../domain/booking.ts';
import { type BookingDraft, bookingOf } from '../domain/booking-draft.ts';
import { type BookingSaga, beginBookingSaga } from '../domain/booking-saga.ts';
import { buyerBlocked } from '../domain/booking-saga-evolution.ts';
import { bookingIdOf, type StoredRejection } from '../domain/pending-response.ts';
import { createdFact, recordBooking } from './booking/commit.ts';
import { runInHand } from './booking/in-hand.ts';
import type { Dependencies } from './dependencies.ts';
import { type Answer, type Begun, refused } from './idempotent-request.ts';
import type { KeyedRequest, Outcome } from './ports/storage.ts';
import type { HeldSeats, HoldRefusal, ReleaseRequest } from './ports/subgraphs.ts';
import { type BookingCommand, type BookingCommandInput, readBookingCommand } from './read-booking-command.ts';

/** Places that a buyer may hold at one time, in all events together, whose mail address is not confirmed. */
const MOST_HELD_UNCONFIRMED = 2;

/**
 * Books places for a user. The hold comes first and needs no row before it: the booking's identifier follows
 * from the user's key, so a retry holds the same places again, and a hold that nobody comes back for ends
 * by itself. The booking, its saga, its fact and the key's outcome are one transaction. When a discount is
 * wanted, the saga stands before loyalty is asked, because a reservation does not end by itself. Prices are
 * those of the hold, which tells them again to a retry, whatever they have become since; where their sum is not
 * what the buyer was shown, the saga gives the places back. That
 * transaction also asks whether the buyer is blocked: a block that comes later finds the saga and ends it.
 */
export async function createBooking(
  deps: Dependencies,
  input: BookingCommandInput,
  { caller, now }: UserContext,
): Promise<Answer> {
  const command = readBookingCommand(input);
  if (isRejection(command)) return refused(command);
  const request: KeyedRequest = {
    userId: caller.userId,
    operation: 'createBooking',
    key: input.idempotencyKey,
    input: command,
  };
  return deps.idempotently(request, () => begin(deps, request, command, now), deps.bookingLine);
}

async function begin(
  deps: Dependencies,
  request: KeyedRequest,
  command: BookingCommand,
  now: Date,
): Promise<Begun> {
  const { eventId, seatIds, seatTypes, standing, bestAvailable } = command;
  const bookingId = bookingIdOf(request);
  const mostHeldInAll = await limitOf(deps, request.userId);
  if (mostHeldInAll === 'unknown') {
    const rejection = reject('TRY_AGAIN', 'the users subgraph does not answer; ask again with the same key');
    return { kind: 'try-again', rejection };
  }
  const held = await observed(deps, bookingId, 'holdSeats', () =>
    deps.seatHolds.hold({
      bookingId,
      userId: request.userId,
      eventId,
      seatIds,
      ...(seatTypes && { seatTypes }),
      standing,
      ...(bestAvailable && { bestAvailable }),
      mostHeldInAll,
    }),
  );
  if (isRejection(held)) return refuseHold(deps, request, held);
  const given = { request, held, now, ...sagaOf(deps, request, command, held) };
  const { isPast, ...begun }: Booked = await observed(
    deps,
    bookingId,
    'createBooking',
    async () => (await bookAtOnce(deps, given)) ?? deps.database.transaction((tx) => book(deps, tx, given)),
  );
  if (isPast) {
    // Not under the booking's own name, by which its places were given back when it ended.
    await releaseOrphanedHold(deps, held, newId());
  } else if (begun.kind === 'reused' || (begun.kind === 'done' && begun.outcome.bookingId === null)) {
    if (!(await deps.bookingSagas.exists(bookingId))) await releaseOrphanedHold(deps, held, bookingId);
  }
  return begun;
}

/** How many places the buyer may hold in all, by the state of the mail address as it is now. */
async function limitOf(deps: Dependencies, userId: UserId): Promise<number | null | 'unknown'> {
  if (!deps.requiresConfirmedEmail) return null;
  const isConfirmed = await deps.buyers.isEmailConfirmed(userId);
  if (isConfirmed === 'unknown') return 'unknown';
  return isConfirmed ? null : MOST_HELD_UNCONFIRMED;
}

/** What is known once the places are held. */
interface HeldRequest {
  readonly request: KeyedRequest;
  readonly held: HeldSeats;
  readonly now: Date;
  readonly draft: BookingDraft;
  readonly saga: BookingSaga;
}

/** `isPast`: of a booking that came to its end long ago, and has nothing to do with what was just held. */
type Booked = Begun & { readonly isPast?: boolean };

function sagaOf(
  { paymentAttemptsMax }: Dependencies,
  { userId, operation, key }: KeyedRequest,
  { promoCode, spendPoints, payNow, expectedTotal }: BookingCommand,
  held: HeldSeats,
): Pick<HeldRequest, 'draft' | 'saga'> {
  const draft: BookingDraft = {
    ...held,
    userId,
    promoCode,
    spendPoints,
    ...(expectedTotal && { expectedTotal }),
  };
  return { draft, saga: beginBookingSaga(draft, { userId, operation, key }, payNow, paymentAttemptsMax) };
}

/** A booking whose price is known is written by one statement, unless something is in the way. */
async function bookAtOnce(
  deps: Dependencies,
  { request, draft, saga, now }: HeldRequest,
): Promise<Booked | null> {
  const { phase, bookingId } = saga;
  if (phase.name !== 'paying' && phase.name !== 'awaiting') return null;
  const priced = bookingOf(draft, null, now);
  const { booking, places } = priced;
  const outcome: Outcome | null =
    phase.name === 'awaiting' ? { bookingId, rejection: null, refunded: null } : null;
  const row = await deps.bookingsAtOnce.book(request, saga, priced, outcome, createdFact(priced, now));
  if (!row) return null;
  if (phase.name === 'paying')
    return { kind: 'started', bookingId, run: () => runInHand(deps, bookingId, { row, priced }) };
  const answer: Answer = { booking, rejection: null, refunded: null, shown: { places, tickets: [] } };
  return { kind: 'started', bookingId, run: async () => answer };
}

async function book(
  deps: Dependencies,
  tx: Transaction,
  { request, draft, saga, now }: HeldRequest,
): Promise<Booked> {
  // First of all, as the one statement does: whoever has claimed a key must not wait for a block that waits for others.
  const isBlocked = await deps.blockedUsers.includes(tx, request.userId);
  const claim = await deps.keys.claim(tx, request);
  if (claim.kind !== 'new') return claim;
  const known = await deps.bookings.lock(tx, bookingIdOf(request));
  if (known) {
    // The key was pruned, its booking is kept for good: the first outcome again, and no second booking.
    const outcome: Outcome = { bookingId: known.id, rejection: null, refunded: null };
    const isPast = known.status !== 'AWAITING_PAYMENT' && !hasLiveTickets(known.status);
    return { ...(await settled(deps, tx, request, outcome)), isPast };
  }
  if (isBlocked) return refuse(deps, tx, request, buyerBlocked());
  if ((await deps.bookingSagas.begin(tx, saga.bookingId, saga)) === 'known') {
    return { ...(await pastRefusal(deps, tx, request)), isPast: true };
  }
  const started: Begun = {
    kind: 'started',
    bookingId: saga.bookingId,
    run: () => runInHand(deps, saga.bookingId, null),
  };
  if (saga.phase.name === 'pricing' || saga.phase.name === 'compensating') return started;
  await recordBooking(deps, tx, draft, null, now);
  if (saga.phase.name === 'paying') return started;
  return settled(deps, tx, request, { bookingId: saga.bookingId, rejection: null, refunded: null });
}

/** The key was pruned before its saga, which ended without a booking: the first refusal again. */
async function pastRefusal(deps: Dependencies, tx: Transaction, request: KeyedRequest): Promise<Begun> {
  const bookingId = bookingIdOf(request);
  const saga = await deps.bookingSagas.lock(tx, bookingId);
  if (saga?.phase.name !== 'ended')
    throw new Error(`expected the saga ${bookingId}, which owes no key, to be over`);
  const ended = {
    code: 'HOLD_ENDED',
    message: 'the booking came to nothing; book again with a new key',
    field: null,
  };
  return refuse(deps, tx, request, saga.phase.ending.rejection ?? ended);
}

/** A refused hold is the outcome of its key, unless asking again may change it. */
async function refuseHold(
  deps: Dependencies,
  request: KeyedRequest,
  refusal: Rejection<HoldRefusal>,
): Promise<Begun> {
  if (refusal.code === 'TRY_AGAIN') return { kind: 'try-again', rejection: refusal };
  // The events subgraph knows this booking by other places: the same key, with another input, at the same moment.
  if (refusal.code === 'HOLD_CONFLICT') return { kind: 'reused' };
  const { code, message, field } = refusal;
  const rejection = code === 'TOO_MANY_SEATS_IN_ALL' ? emailNotConfirmed() : { code, message, field };
  const outcome: Outcome = { bookingId: null, rejection, refunded: null };
  if (await deps.keys.refuseAtOnce(request, outcome)) return { kind: 'done', outcome };
  return deps.database.transaction(async (tx) => {
    const claim = await deps.keys.claim(tx, request);
    return claim.kind === 'new' ? settled(deps, tx, request, outcome) : claim;
  });
}

/** What a buyer is told who wants to hold more than an address allows that is not confirmed. */
function emailNotConfirmed(): StoredRejection {
  const message = `expected a confirmed mail address for more than ${MOST_HELD_UNCONFIRMED} places at one time; open the link in your mail, or ask for another, then book with a new key`;
  return { code: 'EMAIL_NOT_CONFIRMED', message, field: ['seatIds'] };
}

/** Writes down, as the outcome of the key, that there is no booking. */
async function refuse(
  deps: Dependencies,
  tx: Transaction,
  request: KeyedRequest,
  rejection: StoredRejection,
): Promise<Begun> {
  return settled(deps, tx, request, { bookingId: null, rejection, refunded: null });
}

async function settled(
  deps: Dependencies,
  tx: Transaction,
  request: KeyedRequest,
  outcome: Outcome,
): Promise<Begun> {
  await deps.keys.complete(tx, request, outcome);
  return { kind: 'done', outcome };
}

/**
 * The buyer is blocked, or two requests with one key raced and the one that was refused wrote the outcome, or the
 * key's booking is long over: a hold that was made belongs to no booking. It would end by itself; giving it back now
 * only spares the next buyer the wait.
 */
async function releaseOrphanedHold(
  deps: Dependencies,
  { bookingId, eventId }: HeldSeats,
  requestId: ReleaseRequest['requestId'],
): Promise<void> {
  try {
    await deps.seatHolds.release({ bookingId, eventId, requestId, reason: 'BOOKING_CANCELLED' });
  } catch (error) {
    deps.logger.warn({ error, bookingId }, 'an orphaned hold is left to end by itself');
  }
}

async function observed<Result>(
  { steps }: Dependencies,
  sagaId: BookingId,
  step: string,
  work: () => Promise<Result>,
): Promise<Result> {
  await steps.reached({ saga: 'booking', sagaId, step, moment: 'before' });
  const result = await work();
  await steps.reached({ saga: 'booking', sagaId, step, moment: 'after' });
  return result;
}
