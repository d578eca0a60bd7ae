import { describe, expect, it } from '@jest/globals';
import { money } from '@parterre/contracts/kernel/money.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { reject } from '@parterre/platform/kernel/rejection.ts';
import { answerAgain, type CapturedPayment, type Payment, paymentIdOf, refuseRefund } from './payment.ts';

const eur = (minor: bigint) => money(minor, 'EUR');
const bookingId = newId<'Booking'>();
const attempt = {
  id: paymentIdOf(bookingId, 1),
  bookingId,
  attempt: 1,
  userId: newId<'User'>(),
  createdAt: new Date('2027-03-01T18:30:00Z'),
};
const captured: CapturedPayment = { ...attempt, status: 'CAPTURED', amount: eur(1000n), refundedMinor: 400n };

describe('an attempt that is asked for again', () => {
  it('answers its first decline', () => {
    const refusal = reject('INSUFFICIENT_FUNDS', 'top up');
    const declined: Payment = { ...attempt, status: 'DECLINED', amount: eur(1000n), refusal };
    expect(answerAgain(declined, eur(1000n))).toBe(refusal);
  });

  it('answers its payment, also once it is captured', () => {
    expect(answerAgain(captured, eur(1000n))).toBe(captured);
  });

  it('is refused for another amount', () => {
    expect(answerAgain(captured, eur(999n))).toMatchObject({ code: 'INVALID_AMOUNT' });
  });

  it('is refused once it is voided, tombstones included', () => {
    const tombstone: Payment = { ...attempt, status: 'VOIDED', amount: null };
    expect(answerAgain(tombstone, eur(1000n))).toMatchObject({ code: 'PAYMENT_VOIDED' });
  });
});

describe('a refund', () => {
  it('takes the last cent that is left, and not one more', () => {
    expect(refuseRefund(captured, eur(600n))).toBeNull();
    expect(refuseRefund(captured, eur(601n))).toMatchObject({ code: 'REFUND_EXCEEDS_PAYMENT' });
  });

  it("is refused in another currency than the payment's", () => {
    expect(refuseRefund(captured, money(1n, 'GBP'))).toMatchObject({ code: 'INVALID_AMOUNT' });
  });
});
