import type { BookingId } from '@parterre/contracts/kernel/ids.ts';
import { fromDecimal, type Money } from '@parterre/contracts/kernel/money.ts';
import { ComeAgain, type WaitingLine } from '@parterre/platform/concurrency/waiting-line.ts';
import { faultOfKey } from '@parterre/platform/idempotency/key.ts';
import { exhaustive } from '@parterre/platform/kernel/exhaustive.ts';
import type { Id } from '@parterre/platform/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { pause } from '@parterre/platform/timing/pause.ts';
import type { BookedPlace, Booking } from '../domain/booking.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Bookings, IdempotencyKeys, KeyedRequest, Known, Outcome, SagaRun } from './ports/storage.ts';

/** What a mutation answers: the booking in its present state, and why the request was not granted (null: it was). */
export interface Answer {
  readonly booking: Booking | null;
  readonly rejection: Rejection | null;
  /** What a refund gives back; null when there was none. */
  readonly refunded: Money | null;
  /** For how long to wait before asking again, in milliseconds, where the request was sent away for others' sake. */
  readonly retryAfterMs?: number;
  /** The booking's places and tickets where they are known, and called as they were sold, so that nobody need read them. */
  readonly shown?: { readonly places: readonly BookedPlace[]; readonly tickets: readonly Ticket[] };
}

export function refused(rejection: Rejection, booking: Booking | null = null): Answer {
  return { booking, rejection, refunded: null };
}

/** What a try to begin a keyed request came to. */
export type Begun =
  | Known
  /** A saga has begun or was changed, and owes the answer under the key; `run` may know it. */
  | { readonly kind: 'started'; readonly bookingId: BookingId; run(): Promise<SagaRun | Answer> }
  /** Another request has the booking in hand: run what it waits for, then try again. */
  | { readonly kind: 'later'; readonly bookingId: BookingId; run?(): Promise<SagaRun> }
  /** Nothing was begun and nothing is kept: the same request may be asked again. */
  | { readonly kind: 'try-again'; readonly rejection: Rejection };

export interface IdempotentRequestOptions {
  readonly keys: IdempotencyKeys;
  readonly bookings: Bookings;
  /** How long a request waits for its outcome before it answers TRY_AGAIN, in milliseconds. */
  readonly answerWithinMs: number;
  /** Ends work, with its statements and its questions to other subgraphs, after so long; null then. */
  readonly withinDeadline: <Result>(
    milliseconds: number,
    work: () => Promise<Result>,
  ) => Promise<Result | null>;
}

/**
 * Between looks at a booking that another request or process has in hand, in milliseconds. A look is one
 * indexed row, and within a process only one of many equal requests looks.
 */
const LOOK_AGAIN_MS = 25;

/**
 * Answers a request under its idempotency key: the first request with the key begins it, all others get its
 * outcome. Answers within `answerWithinMs`: whatever the request does then, be it a statement, a question to
 * another subgraph or waiting, is ended, and the answer is TRY_AGAIN with what is known of the booking; so it is
 * at once when a step got no answer. What has begun goes on without the request, in the driver's jobs.
 */
export function createIdempotentRequests({
  keys,
  bookings,
  answerWithinMs,
  withinDeadline,
}: IdempotentRequestOptions) {
  const inOneFlight = createSingleFlight<Answer>();

  async function present(outcome: Outcome): Promise<Answer> {
    return {
      booking: outcome.bookingId && (await bookings.find(outcome.bookingId)),
      rejection: outcome.rejection && { ...outcome.rejection, rejected: true },
      refunded: outcome.refunded && fromDecimal(outcome.refunded),
    };
  }

  async function tryAgain(bookingId: Id<'Booking'> | null): Promise<Answer> {
    const message = 'the request is under way and has no outcome yet; ask again with the same key';
    return refused(reject('TRY_AGAIN', message), bookingId && (await bookings.find(bookingId)));
  }

  async function answer(request: KeyedRequest, begin: () => Promise<Begun>): Promise<Answer> {
    let bookingId: BookingId | null = null;

    /** Null when there is none yet and nobody is at it before the driver's next try. */
    async function outcome(): Promise<Answer | null> {
      const known = await keys.recall(request);
      let begun: Begun = known.kind === 'absent' ? await begin() : known;
      for (;;) {
        let run: SagaRun | Answer | undefined;
        switch (begun.kind) {
          case 'done':
            return present(begun.outcome);
          case 'reused':
            return refused(keyReused());
          case 'try-again':
            return refused(begun.rejection);
          case 'started':
          case 'later':
            bookingId = begun.bookingId;
            run = await begun.run?.();
            if (typeof run === 'object') return run;
            break;
          case 'in-progress':
            break;
          default:
            return exhaustive(begun);
        }
        const since: Begun | { readonly kind: 'absent' } = await keys.recall(request);
        if (since.kind === 'absent') begun = await begin();
        else begun = since;
        if (begun.kind !== 'in-progress' && begun.kind !== 'later') continue;
        if (run === 'broken-off') return null;
        await pause(LOOK_AGAIN_MS);
      }
    }
    return (await withinDeadline(answerWithinMs, outcome)) ?? tryAgain(bookingId);
  }

  return (request: KeyedRequest, begin: () => Promise<Begun>, line?: WaitingLine): Promise<Answer> =>
    inOneFlight(
      JSON.stringify([request.userId, request.operation, request.key, request.input]),
      // Before anything is asked of a database: who is sent away costs next to nothing.
      () => (line ? inLine(line, () => answer(request, begin)) : answer(request, begin)),
    );
}

async function inLine(line: WaitingLine, work: () => Promise<Answer>): Promise<Answer> {
  const outcome = await line.run(work);
  if (!(outcome instanceof ComeAgain)) return outcome;
  const message =
    'expected fewer buyers at this moment; ask again with the same key after retryAfterMs milliseconds';
  return { ...refused(reject('TRY_AGAIN', message)), retryAfterMs: outcome.afterMs };
}

/** Answers every equal request together; see createIdempotentRequests. */
export type IdempotentRequest = ReturnType<typeof createIdempotentRequests>;

export function keyReused(): Rejection<'IDEMPOTENCY_KEY_REUSED'> {
  const message = 'expected a key that is new, or the same input as before; this key came with another input';
  return reject('IDEMPOTENCY_KEY_REUSED', message, ['idempotencyKey']);
}

/** Why a text cannot be an idempotency key; null when it can. */
export function refuseKey(key: string): Rejection<'INVALID_INPUT'> | null {
  const fault = faultOfKey(key);
  return fault === null ? null : reject('INVALID_INPUT', `expected ${fault}`, ['idempotencyKey']);
}

/**
 * Lets callers of the same work share one run of it: who comes while it runs gets its result. A hundred
 * retries of one request in this process cost one; between processes the database decides.
 */
function createSingleFlight<Result>(): (key: string, work: () => Promise<Result>) => Promise<Result> {
  const inFlight = new Map<string, Promise<Result>>();
  return (key, work) => {
    const running = inFlight.get(key);
    if (running) return running;
    const started = work().finally(() => inFlight.delete(key));
    inFlight.set(key, started);
    return started;
  };
}
