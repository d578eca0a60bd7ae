import type { BookingId, EventId, PaymentId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { type DecimalMoney, toDecimal } from '@parterre/contracts/kernel/money.ts';
import { exhaustive } from '@parterre/platform/kernel/exhaustive.ts';
import type { CancellationReason } from './booking.ts';
import { type BookingDraft, refuseTotal, subtotalOfDraft, wantsDiscount } from './booking-draft.ts';
import type { PendingResponse, StoredRejection } from './pending-response.ts';

/**
 * The saga of a booking, from the held seats to tickets or to nothing. Pure: what to do next (`nextStep`).
 * What an answer changes stands in booking-saga-evolution.ts.
 *
 *   pricing ──► awaiting ◄──► paying ──► confirmed
 *      │            │           │
 *      └────────────┴───────────┴──► compensating ──► ended
 *
 * A booking that costs another total than its buyer was shown begins with compensating.
 *
 * Only a change of phase is written down. Within `paying` and `compensating` every step may be asked again
 * after a crash: its receiver answers the same as before.
 */
export interface BookingSaga {
  readonly bookingId: BookingId;
  readonly userId: UserId;
  readonly eventId: EventId;
  readonly total: DecimalMoney;
  /** Whether loyalty keeps a discount for this booking, to be committed or released. */
  readonly hasDiscount: boolean;
  /** Until when the seats are held, ISO 8601. */
  readonly expiresAt: string;
  /** Payments asked for so far. */
  readonly attempts: number;
  /** The declined payment with this number ends the booking. */
  readonly attemptsMax: number;
  /** Set when somebody other than the buyer wants the booking ended while a payment is under way. */
  readonly cancelReason: CancellationReason | null;
  readonly pendingResponse: PendingResponse | null;
  readonly phase: BookingPhase;
}

export type BookingPhase =
  /** The seats are held, the discount is asked for; there is no booking yet that anybody could see. */
  | { readonly name: 'pricing'; readonly draft: BookingDraft; readonly payNow: boolean }
  /** The buyer may pay, until `expiresAt`. */
  | { readonly name: 'awaiting' }
  | { readonly name: 'paying'; readonly next: PayingStep; readonly paymentId: PaymentId | null }
  | { readonly name: 'confirmed'; readonly paymentId: PaymentId | null }
  | { readonly name: 'compensating'; readonly left: readonly Compensation[]; readonly ending: Ending }
  | { readonly name: 'ended'; readonly ending: Ending };

/** How a booking ends without tickets, and what the request that is owed an answer is told (null: as it wished). */
export interface Ending {
  readonly reason: CancellationReason;
  readonly rejection: StoredRejection | null;
}

export type PayingStep = 'authorizePayment' | 'sellSeats' | 'capturePayment' | 'commitDiscount';
export type Compensation = 'voidPayment' | 'refundPayment' | 'releaseDiscount' | 'releaseSeats';
export type BookingStep = 'reserveDiscount' | PayingStep | Compensation;

/** What the saga wants: a step, the notice that time ran out, a rest, or nothing any more. */
export type NextStep =
  | { readonly kind: 'step'; readonly step: BookingStep }
  | { readonly kind: 'time-ran-out' }
  | { readonly kind: 'wait'; readonly until: Date }
  | { readonly kind: 'done' };

/**
 * What comes next. Time matters only while nothing is known to be paid: once a payment is under way, the
 * events subgraph alone judges whether the seats can still be sold, for after a crash this saga cannot know
 * whether they were sold already.
 */
export function nextStep(saga: BookingSaga, now: Date): NextStep {
  const { phase } = saga;
  const expiresAt = new Date(saga.expiresAt);
  switch (phase.name) {
    case 'pricing':
      return now < expiresAt ? { kind: 'step', step: 'reserveDiscount' } : { kind: 'time-ran-out' };
    case 'awaiting':
      return now < expiresAt ? { kind: 'wait', until: expiresAt } : { kind: 'time-ran-out' };
    case 'paying':
      return { kind: 'step', step: phase.next };
    case 'compensating': {
      const [step] = phase.left;
      if (!step) throw new Error(`expected a compensating booking ${saga.bookingId} to have a step left`);
      return { kind: 'step', step };
    }
    case 'confirmed':
    case 'ended':
      return { kind: 'done' };
    default:
      return exhaustive(phase);
  }
}

/** A booking that costs nothing takes no payment. */
export function isFree(saga: Pick<BookingSaga, 'total'>): boolean {
  return Number(saga.total.amount) === 0;
}

/** Whether the saga is between two rests, so that another request has to wait for it. */
export function isUnderWay(phase: BookingPhase): boolean {
  return phase.name === 'pricing' || phase.name === 'paying' || phase.name === 'compensating';
}

/** Whether the booking may still come to something, so that it makes sense to want it ended. */
export function canTurnBack(phase: BookingPhase): boolean {
  return phase.name === 'pricing' || phase.name === 'awaiting' || phase.name === 'paying';
}

/**
 * The saga of places that were just held. With a discount to ask for it begins by pricing; without, the
 * booking stands at once, and `payNow` begins its first payment in the same breath. With another total than
 * the buyer was shown no booking stands, and the places go back.
 */
export function beginBookingSaga(
  draft: BookingDraft,
  request: PendingResponse,
  payNow: boolean,
  attemptsMax: number,
): BookingSaga {
  const subtotal = subtotalOfDraft(draft);
  const saga: BookingSaga = {
    bookingId: draft.bookingId,
    userId: draft.userId,
    eventId: draft.eventId,
    total: toDecimal(subtotal),
    hasDiscount: false,
    expiresAt: draft.expiresAt,
    attempts: 0,
    attemptsMax,
    cancelReason: null,
    pendingResponse: null,
    phase: { name: 'awaiting' },
  };
  if (wantsDiscount(draft))
    return { ...saga, pendingResponse: request, phase: { name: 'pricing', draft, payNow } };
  const rejection = refuseTotal(draft, subtotal);
  if (rejection) {
    const ending: Ending = { reason: 'EXPIRED', rejection };
    return {
      ...saga,
      pendingResponse: request,
      phase: { name: 'compensating', left: ['releaseSeats'], ending },
    };
  }
  return payNow ? startPaying(saga, request) : saga;
}

/** The saga with one payment more begun, whose outcome is owed to a request. */
export function startPaying(saga: BookingSaga, pendingResponse: PendingResponse | null): BookingSaga {
  const next: PayingStep = isFree(saga) ? 'sellSeats' : 'authorizePayment';
  return {
    ...saga,
    pendingResponse,
    attempts: saga.attempts + 1,
    phase: { name: 'paying', next, paymentId: null },
  };
}
