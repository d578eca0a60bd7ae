import type { RefundId } from '@parterre/contracts/kernel/ids.ts';
import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { deterministicId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection } from '@parterre/platform/kernel/rejection.ts';
import { CompensationRefused } from '@parterre/platform/saga/saga.ts';
import { subtotalOfDraft } from '../../domain/booking-draft.ts';
import type { BookingSaga, BookingStep } from '../../domain/booking-saga.ts';
import type { BookingEvent } from '../../domain/booking-saga-evolution.ts';
import type { StoredRejection } from '../../domain/pending-response.ts';
import type { RefundStep } from '../../domain/refund-saga.ts';
import type { SagaDependencies } from '../dependencies.ts';
import type { DiscountRefusal } from '../ports/subgraphs.ts';

/** Asks the other subgraphs for one step each and tells what they answered. Any step may be asked again. */
export function bookingSteps({
  seatHolds,
  payments,
  discounts,
}: SagaDependencies): Record<BookingStep, (saga: BookingSaga) => Promise<BookingEvent>> {
  return {
    async reserveDiscount(saga) {
      if (saga.phase.name !== 'pricing') throw new Error('expected to reserve a discount while pricing');
      const { bookingId, userId, eventId, organizerId, places, promoCode, spendPoints } = saga.phase.draft;
      const subtotal = toDecimal(subtotalOfDraft(saga.phase.draft));
      const answer = await discounts.reserve({
        bookingId,
        userId,
        eventId,
        organizerId,
        places: places.map(({ priceZoneId, ticketTypeId = null, price }) => ({
          priceZoneId,
          ticketTypeId,
          price,
        })),
        subtotal,
        promoCode,
        spendPoints,
      });
      return isRejection(answer)
        ? { type: 'DiscountRefused', rejection: asBookingRefusal(answer) }
        : { type: 'DiscountReserved', reserved: answer };
    },

    async authorizePayment(saga) {
      const answer = await payments.authorize(attemptOf(saga), saga.userId, saga.total);
      if (!isRejection(answer)) return { type: 'PaymentAuthorized', paymentId: answer.paymentId };
      const message = `the wallet did not pay ${saga.total.amount} ${saga.total.currencyCode}: ${answer.message}`;
      return { type: 'PaymentDeclined', rejection: { code: 'PAYMENT_DECLINED', message, field: null } };
    },

    async sellSeats({ bookingId, eventId }) {
      const answer = await seatHolds.sell(bookingId, eventId);
      if (!isRejection(answer)) return { type: 'SeatsSold' };
      const reason = answer.code === 'EVENT_NOT_ON_SALE' ? 'EVENT_CANCELLED' : 'EXPIRED';
      return { type: 'SaleRefused', reason };
    },

    async capturePayment(saga) {
      const answer = await payments.capture(attemptOf(saga));
      if (!isRejection(answer)) return { type: 'PaymentCaptured' };
      const message = `the payment was authorized but could not be captured: ${answer.message}`;
      return { type: 'CaptureRefused', message };
    },

    async commitDiscount({ bookingId }) {
      const answer = await discounts.commit(bookingId);
      if (!isRejection(answer)) return { type: 'DiscountCommitted' };
      const message = `the discount is no longer there, so the payment was taken back: ${answer.message}`;
      return { type: 'CommitRefused', message };
    },

    async voidPayment(saga) {
      const answer = await payments.void(attemptOf(saga), saga.userId);
      return isRejection(answer) ? { type: 'VoidCameTooLate' } : { type: 'StepCompensated' };
    },

    async refundPayment(saga) {
      const answer = await payments.refund(saga.bookingId, compensateRefundIdOf(saga), saga.total);
      if (isRejection(answer)) throw notCompensated('refundPayment', answer);
      return { type: 'StepCompensated' };
    },

    async releaseDiscount({ bookingId, userId }) {
      const answer = await discounts.release(bookingId, userId);
      if (isRejection(answer)) throw notCompensated('releaseDiscount', answer);
      return { type: 'StepCompensated' };
    },

    async releaseSeats(saga) {
      const { bookingId, eventId } = saga;
      // A refusal says that the booking holds nothing any more, which is what is wanted: the hold ran out
      // and was swept, or the seats are another buyer's by now.
      await seatHolds.release({ bookingId, eventId, requestId: bookingId, reason: releaseReasonOf(saga) });
      return { type: 'StepCompensated' };
    },
  };
}

/**
 * A subgraph refuses to compensate what it did for a booking: nothing that asking again could mend. The saga is parked
 * for somebody to look at.
 */
export function notCompensated(
  step: BookingStep | RefundStep,
  refusal: Pick<Rejection, 'code' | 'message'>,
): CompensationRefused {
  return new CompensationRefused(`expected ${step} to be granted, got ${refusal.code}: ${refusal.message}`);
}

function attemptOf({ bookingId, attempts }: BookingSaga) {
  return { bookingId, attempt: attempts };
}

/** The refund that compensates a captured payment of a booking that came to nothing: the same one at every try. */
function compensateRefundIdOf({ bookingId }: BookingSaga): RefundId {
  return deterministicId<'Refund'>(bookingId, 'compensate');
}

function releaseReasonOf({ phase }: BookingSaga): 'HOLD_EXPIRED' | 'BOOKING_CANCELLED' {
  return phase.name === 'compensating' && phase.ending.reason === 'EXPIRED'
    ? 'HOLD_EXPIRED'
    : 'BOOKING_CANCELLED';
}

/** What loyalty's refusal is called in createBooking's words. */
function asBookingRefusal({ code, message, field }: Rejection<DiscountRefusal>): StoredRejection {
  switch (code) {
    case 'ACCOUNT_FROZEN':
    case 'ACCOUNT_NOT_FOUND':
      return { code: 'LOYALTY_ACCOUNT_UNAVAILABLE', message, field };
    case 'RESERVATION_ENDED':
      return { code: 'HOLD_ENDED', message, field };
    default:
      return { code, message, field };
  }
}
