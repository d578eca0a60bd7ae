import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import type { RefundEvent, RefundSaga, RefundStep } from '../../domain/refund-saga.ts';
import { notCompensated } from '../booking/steps.ts';
import type { SagaDependencies } from '../dependencies.ts';

/** Asks the other subgraphs for one step of a refund each. Any step may be asked again. */
export function refundSteps({
  seatHolds,
  payments,
}: SagaDependencies): Record<RefundStep, (saga: RefundSaga) => Promise<RefundEvent>> {
  return {
    async refundPayment({ bookingId, refundId, amount, pendingResponse }) {
      const answer = await payments.refund(bookingId, refundId, amount);
      if (!isRejection(answer)) return { type: 'PaymentRefunded' };
      // Nobody who could decide otherwise has asked for it: the event is cancelled, so the money goes back. It is tried
      // again, and at last laid before a person.
      if (!pendingResponse)
        throw new Error(`expected ${refundId} to be paid back, got ${answer.code}: ${answer.message}`);
      return { type: 'RefundDeclined', message: `the payment was not given back: ${answer.message}` };
    },

    async releaseSeats({ bookingId, eventId, refundId, seatIds, standing }) {
      const places = { seatIds, standing };
      const request = { bookingId, eventId, requestId: refundId, places };
      const answer = await seatHolds.release({ ...request, reason: 'TICKETS_REFUNDED' });
      // The money is back and the tickets are dead, so seats that the events subgraph does not know as theirs
      // are a fault in the books: somebody has to look.
      if (isRejection(answer)) throw notCompensated('releaseSeats', answer);
      return { type: 'SeatsReleased' };
    },
  };
}
