import { describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { request, sagaAfter } from '../testing/sagas.ts';
import type { RefundSaga } from './refund-saga.ts';
import { storedBookingSaga, storedRefundSaga } from './stored-saga.ts';

const refund: RefundSaga = {
  refundId: newId(),
  bookingId: newId(),
  eventId: newId(),
  amount: { amount: '10.00', currencyCode: 'EUR' },
  seatIds: [newId()],
  standing: [],
  pendingResponse: request,
  phase: { name: 'returning' },
};

describe('a saga in its row', () => {
  it('calls its pending response as servers before this one do', () => {
    const { pendingResponse, ...booking } = sagaAfter([]);
    expect(pendingResponse).toEqual(request);
    expect(storedBookingSaga.write({ ...booking, pendingResponse })).toEqual({ ...booking, owes: request });
    const { pendingResponse: _, ...rest } = refund;
    expect(storedRefundSaga.write(refund)).toEqual({ ...rest, owes: request });
  });

  it('is read as it was written, with a pending response and without', () => {
    for (const pendingResponse of [request, null]) {
      const booking = { ...sagaAfter([]), pendingResponse };
      expect(storedBookingSaga.read(storedBookingSaga.write(booking))).toEqual(booking);
      const other = { ...refund, pendingResponse };
      expect(storedRefundSaga.read(storedRefundSaga.write(other))).toEqual(other);
    }
  });
});
