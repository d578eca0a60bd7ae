import type { BookingId } from '@parterre/contracts/kernel/ids.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import type { Booking } from '../domain/booking.ts';
import type { BookingSaga } from '../domain/booking-saga.ts';
import type { KeyedOperation, PendingResponse } from '../domain/pending-response.ts';
import type { Dependencies } from './dependencies.ts';
import { type Answer, type Begun, refused, refuseKey } from './idempotent-request.ts';
import type { KeyedRequest, Outcome, SagaRun } from './ports/storage.ts';

/** A mutation of one booking. */
export interface BookingMutation {
  readonly operation: KeyedOperation;
  readonly bookingId: string;
  readonly idempotencyKey: string;
  /** What else the key stands for. */
  readonly input?: object;
  /** Whether the caller may do this to the booking; one that is not the caller's answers as if it did not exist. */
  mayAct(booking: Booking): boolean;
  /**
   * Asks other subgraphs for what the decision takes, before anything is locked; null once it is known. A rejection is no outcome
   * of the key: the same request may be asked again.
   */
  prepare?(bookingId: BookingId): Promise<Rejection<'TRY_AGAIN'> | null>;
  decide(inHand: BookingInHand): Promise<Decided>;
}

/** A booking with its row and its saga's row locked: what is decided now, nobody decides beside it. */
export interface BookingInHand {
  readonly tx: Transaction;
  readonly booking: Booking;
  /** Null when the booking has long come to its end: a saga that is done is kept for a month. */
  readonly saga: BookingSaga | null;
  readonly pendingResponse: PendingResponse;
}

export type Decided =
  | Rejection
  /** Nothing is begun for this request: what is under way goes first. */
  | { readonly kind: 'later'; run?(): Promise<SagaRun> }
  /** `change` writes what begins into the transaction, or says why it cannot; `run` carries it on after the commit. */
  | { readonly kind: 'begin'; change(): Promise<Rejection | null>; run(): Promise<SagaRun> };

/** Decides a mutation of a booking once for its key. Rejections are outcomes of the key, too. */
export async function withBooking(
  deps: Dependencies,
  { operation, bookingId, idempotencyKey, input, mayAct, prepare, decide }: BookingMutation,
  { caller }: UserContext,
): Promise<Answer> {
  const fault = refuseKey(idempotencyKey);
  if (fault) return refused(fault);
  if (!isId<'Booking'>(bookingId)) return refused(notFound());
  const pendingResponse: PendingResponse = { userId: caller.userId, operation, key: idempotencyKey };
  const request: KeyedRequest = { ...pendingResponse, input: { bookingId, ...input } };

  return deps.idempotently(request, async () => {
    const fault = await prepare?.(bookingId);
    if (fault) return { kind: 'try-again', rejection: fault };
    return deps.database.transaction(async (tx): Promise<Begun> => {
      // The saga's row before the booking's, as the driver locks them.
      const saga = await deps.bookingSagas.lock(tx, bookingId);
      const booking = await deps.bookings.lock(tx, bookingId);
      const decided =
        booking && mayAct(booking) ? await decide({ tx, booking, saga, pendingResponse }) : notFound();
      if (!isRejection(decided) && decided.kind === 'later') return { ...decided, bookingId };
      // Only now, because a key that is taken must not be left without an outcome.
      const claim = await deps.keys.claim(tx, request);
      if (claim.kind !== 'new') return claim;
      if (isRejection(decided)) return settle(deps, tx, request, bookingId, decided);
      const refusal = await decided.change();
      if (refusal) return settle(deps, tx, request, bookingId, refusal);
      return { kind: 'started', bookingId, run: decided.run };
    });
  });
}

/** The saga of a booking that has not come to its end. @throws Error when there is none: such a one is never pruned */
export function openSaga(saga: BookingSaga | null): BookingSaga {
  if (saga) return saga;
  throw new Error('expected a booking that is not at its end to have a saga, got none');
}

async function settle(
  { keys }: Dependencies,
  tx: Transaction,
  request: KeyedRequest,
  bookingId: BookingId,
  { code, message, field }: Rejection,
): Promise<Begun> {
  const isKnown = code !== 'BOOKING_NOT_FOUND';
  const outcome: Outcome = {
    bookingId: isKnown ? bookingId : null,
    rejection: { code, message, field },
    refunded: null,
  };
  await keys.complete(tx, request, outcome);
  return { kind: 'done', outcome };
}

function notFound(): Rejection<'BOOKING_NOT_FOUND'> {
  return reject('BOOKING_NOT_FOUND', 'you have no such booking', ['bookingId']);
}
