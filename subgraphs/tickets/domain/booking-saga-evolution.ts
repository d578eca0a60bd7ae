import type { PaymentId } from '@parterre/contracts/kernel/ids.ts';
import { fromDecimal, toDecimal } from '@parterre/contracts/kernel/money.ts';
import { exhaustive } from '@parterre/platform/kernel/exhaustive.ts';
import type { CancellationReason } from './booking.ts';
import { refuseTotal, subtotalOfDraft } from './booking-draft.ts';
import {
  type BookingPhase,
  type BookingSaga,
  type Compensation,
  type Ending,
  isFree,
  type PayingStep,
  startPaying,
} from './booking-saga.ts';
import type { ReservedDiscount } from './discount-shares.ts';
import type { PendingResponse, StoredRejection } from './pending-response.ts';

/** What a step, a person or the clock told the saga. */
export type BookingEvent =
  | { readonly type: 'DiscountReserved'; readonly reserved: ReservedDiscount }
  | { readonly type: 'DiscountRefused'; readonly rejection: StoredRejection }
  | { readonly type: 'PaymentAuthorized'; readonly paymentId: PaymentId }
  | { readonly type: 'PaymentDeclined'; readonly rejection: StoredRejection }
  | { readonly type: 'SeatsSold' }
  | { readonly type: 'SaleRefused'; readonly reason: 'EXPIRED' | 'EVENT_CANCELLED' }
  | { readonly type: 'PaymentCaptured' }
  | { readonly type: 'CaptureRefused'; readonly message: string }
  | { readonly type: 'DiscountCommitted' }
  | { readonly type: 'CommitRefused'; readonly message: string }
  | { readonly type: 'StepCompensated' }
  | { readonly type: 'VoidCameTooLate' }
  | { readonly type: 'TimeRanOut' }
  | { readonly type: 'PaymentRequested'; readonly pendingResponse: PendingResponse }
  | {
      readonly type: 'CancellationRequested';
      readonly reason: CancellationReason;
      readonly pendingResponse: PendingResponse | null;
    };

/** The saga after an event. Throws on an event that its phase cannot meet: a bug. */
export function evolve(saga: BookingSaga, event: BookingEvent): BookingSaga {
  const { phase } = saga;
  switch (phase.name) {
    case 'pricing':
      return evolvePricing(saga, phase, event);
    case 'awaiting':
      return evolveAwaiting(saga, event);
    case 'paying':
      return evolvePaying(saga, phase, event);
    case 'compensating':
      return evolveCompensating(saga, phase, event);
    case 'confirmed':
    case 'ended':
      return unexpected(saga, event);
    default:
      return exhaustive(phase);
  }
}

type Pricing = Extract<BookingPhase, { name: 'pricing' }>;
type Paying = Extract<BookingPhase, { name: 'paying' }>;
type Compensating = Extract<BookingPhase, { name: 'compensating' }>;

function evolvePricing(saga: BookingSaga, phase: Pricing, event: BookingEvent): BookingSaga {
  switch (event.type) {
    case 'DiscountReserved': {
      const subtotal = subtotalOfDraft(phase.draft);
      const total = { ...subtotal, minor: subtotal.minor - fromDecimal(event.reserved.discount).minor };
      const priced: BookingSaga = { ...saga, total: toDecimal(total), hasDiscount: true };
      const rejection = refuseTotal(phase.draft, total);
      if (rejection) return compensate(priced, beforePayment(priced), { reason: 'EXPIRED', rejection });
      return phase.payNow
        ? startPaying(priced, saga.pendingResponse)
        : { ...priced, pendingResponse: null, phase: { name: 'awaiting' } };
    }
    case 'DiscountRefused':
      // This ask was refused; an older one, whose answer was lost, may still be on its way and reserve. No booking
      // stands that could show a reason.
      return compensate(saga, ['releaseDiscount', 'releaseSeats'], {
        reason: 'EXPIRED',
        rejection: event.rejection,
      });
    case 'TimeRanOut':
      return compensate(saga, ['releaseDiscount', 'releaseSeats'], {
        reason: 'EXPIRED',
        rejection: {
          code: 'HOLD_ENDED',
          message: 'the discount could not be reserved before the hold ran out; book again with a new key',
          field: null,
        },
      });
    case 'CancellationRequested':
      // Only the server ends what nobody can see yet. The discount may be on its way: it is given back or
      // refused when it comes.
      if (event.reason !== 'USER_BLOCKED') return unexpected(saga, event);
      return compensate(saga, ['releaseDiscount', 'releaseSeats'], {
        reason: event.reason,
        rejection: buyerBlocked(),
      });
    default:
      return unexpected(saga, event);
  }
}

function evolveAwaiting(saga: BookingSaga, event: BookingEvent): BookingSaga {
  switch (event.type) {
    case 'PaymentRequested':
      return startPaying(saga, event.pendingResponse);
    case 'CancellationRequested':
      return compensate({ ...saga, pendingResponse: event.pendingResponse }, beforePayment(saga), {
        reason: event.reason,
        rejection: null,
      });
    case 'TimeRanOut':
      return compensate(saga, beforePayment(saga), { reason: 'EXPIRED', rejection: expired() });
    default:
      return unexpected(saga, event);
  }
}

/** Which step of a payment an event answers. */
const answeredStep: Partial<Record<BookingEvent['type'], PayingStep>> = {
  PaymentAuthorized: 'authorizePayment',
  PaymentDeclined: 'authorizePayment',
  SeatsSold: 'sellSeats',
  SaleRefused: 'sellSeats',
  PaymentCaptured: 'capturePayment',
  CaptureRefused: 'capturePayment',
  DiscountCommitted: 'commitDiscount',
  CommitRefused: 'commitDiscount',
};

function evolvePaying(saga: BookingSaga, phase: Paying, event: BookingEvent): BookingSaga {
  const answered = answeredStep[event.type];
  if (answered && answered !== phase.next) return unexpected(saga, event);
  switch (event.type) {
    case 'PaymentAuthorized':
      return { ...saga, phase: { ...phase, next: 'sellSeats', paymentId: event.paymentId } };
    case 'PaymentDeclined':
      return afterDecline(saga, event.rejection);
    case 'SeatsSold':
      return afterPayingStep(saga, phase, isFree(saga) ? 'commitDiscount' : 'capturePayment');
    case 'SaleRefused':
      return compensate(saga, [...takeBackPayment(saga, 'voidPayment'), ...beforePayment(saga)], {
        reason: event.reason,
        rejection: event.reason === 'EXPIRED' ? expired() : notOnSale(),
      });
    case 'PaymentCaptured':
      return afterPayingStep(saga, phase, 'commitDiscount');
    case 'CaptureRefused':
      return compensate(saga, ['voidPayment', ...beforePayment(saga)], declined(event.message));
    case 'DiscountCommitted':
      return { ...saga, phase: { name: 'confirmed', paymentId: phase.paymentId } };
    case 'CommitRefused':
      return compensate(
        saga,
        [...takeBackPayment(saga, 'refundPayment'), ...beforePayment(saga)],
        declined(event.message),
      );
    case 'CancellationRequested':
      // Whether the seats are sold or the money is taken may not be known now: the request waits for the
      // payment to fail, and a payment that succeeds outlives it.
      return { ...saga, cancelReason: event.reason };
    default:
      return unexpected(saga, event);
  }
}

function evolveCompensating(saga: BookingSaga, phase: Compensating, event: BookingEvent): BookingSaga {
  switch (event.type) {
    case 'StepCompensated': {
      const left = phase.left.slice(1);
      return {
        ...saga,
        phase: left.length > 0 ? { ...phase, left } : { name: 'ended', ending: phase.ending },
      };
    }
    case 'VoidCameTooLate':
      if (phase.left[0] !== 'voidPayment') return unexpected(saga, event);
      // Another run of this saga captured after this one had turned back: a late answer is compensated.
      return { ...saga, phase: { ...phase, left: ['refundPayment', ...phase.left.slice(1)] } };
    case 'CancellationRequested':
      return saga;
    default:
      return unexpected(saga, event);
  }
}

/** Goes to `next`, unless that is the commit of a discount that there is none of. */
function afterPayingStep(saga: BookingSaga, phase: Paying, next: PayingStep): BookingSaga {
  return next === 'commitDiscount' && !saga.hasDiscount
    ? { ...saga, phase: { name: 'confirmed', paymentId: phase.paymentId } }
    : { ...saga, phase: { ...phase, next } };
}

function afterDecline(saga: BookingSaga, rejection: StoredRejection): BookingSaga {
  if (saga.cancelReason)
    return compensate(saga, beforePayment(saga), { reason: saga.cancelReason, rejection });
  if (saga.attempts < saga.attemptsMax)
    return { ...saga, pendingResponse: null, phase: { name: 'awaiting' } };
  return compensate(saga, beforePayment(saga), { reason: 'PAYMENT_DECLINED', rejection });
}

function compensate(saga: BookingSaga, left: readonly Compensation[], ending: Ending): BookingSaga {
  return { ...saga, phase: { name: 'compensating', left, ending } };
}

/** What stands before any payment, in reverse order of its making. */
function beforePayment(saga: BookingSaga): Compensation[] {
  return saga.hasDiscount ? ['releaseDiscount', 'releaseSeats'] : ['releaseSeats'];
}

function takeBackPayment(saga: BookingSaga, step: 'voidPayment' | 'refundPayment'): Compensation[] {
  return isFree(saga) ? [] : [step];
}

/** What a blocked buyer is told instead of a booking. */
export function buyerBlocked(): StoredRejection {
  const message = 'you are blocked, so nothing was booked and no money was taken; ask the server why';
  return { code: 'BUYER_BLOCKED', message, field: null };
}

function declined(message: string): Ending {
  return { reason: 'PAYMENT_DECLINED', rejection: { code: 'PAYMENT_DECLINED', message, field: null } };
}

function expired(): StoredRejection {
  const message = 'the hold ran out before the payment landed; no money was taken; book again';
  return { code: 'BOOKING_EXPIRED', message, field: null };
}

function notOnSale(): StoredRejection {
  const message = 'the event went off sale before the payment landed; no money was taken';
  return { code: 'EVENT_NOT_ON_SALE', message, field: null };
}

function unexpected(saga: BookingSaga, event: BookingEvent): never {
  throw new Error(`expected no ${event.type} in phase ${saga.phase.name} of booking ${saga.bookingId}`);
}
