import { describe, expect, it } from '@jest/globals';
import { draft, inTime, sagaAfter, tooLate } from '../testing/sagas.ts';
import type { Booking, BookingStatus } from './booking.ts';
import { decideCancellation, decidePayment } from './booking-decisions.ts';
import { bookingOf } from './booking-draft.ts';
import type { BookingPhase } from './booking-saga.ts';

const bookingThatIs = (status: BookingStatus): Booking => ({
  ...bookingOf(draft(), null, inTime).booking,
  status,
});
const awaiting: BookingPhase = { name: 'awaiting' };
const paying = sagaAfter([]).phase;
const compensating = sagaAfter([{ type: 'TimeRanOut' }], { payNow: false }).phase;
const confirmed: BookingPhase = { name: 'confirmed', paymentId: null };

describe('a payment', () => {
  const decide = (status: BookingStatus, phase: BookingPhase, now = inTime) => {
    const decision = decidePayment(bookingThatIs(status), phase, now);
    return typeof decision === 'string' ? decision : decision.code;
  };

  it.each([
    ['begins while the booking awaits it', 'AWAITING_PAYMENT', awaiting, inTime, 'pay'],
    ['finds that time is over', 'AWAITING_PAYMENT', awaiting, tooLate, 'expire'],
    ['waits for another payment', 'AWAITING_PAYMENT', paying, inTime, 'later'],
    ['waits for what is being compensated', 'AWAITING_PAYMENT', compensating, inTime, 'later'],
    ['is not taken twice', 'CONFIRMED', confirmed, inTime, 'ALREADY_PAID'],
    ['is not taken twice after a refund of some', 'PARTIALLY_REFUNDED', confirmed, inTime, 'ALREADY_PAID'],
    ['comes too late', 'EXPIRED', compensating, inTime, 'BOOKING_EXPIRED'],
    ['is not taken for a cancelled booking', 'CANCELLED', compensating, inTime, 'BOOKING_ENDED'],
    ['is not taken for a refunded booking', 'REFUNDED', confirmed, inTime, 'BOOKING_ENDED'],
  ] as const)('%s', (_rule, status, phase, now, decision) => {
    expect(decide(status, phase, now)).toBe(decision);
  });
});

describe('a cancellation', () => {
  it.each([
    ['gives unpaid seats back', 'AWAITING_PAYMENT', awaiting, 'compensate'],
    ['waits for a payment under way', 'AWAITING_PAYMENT', paying, 'later'],
    ['waits for what is being compensated', 'AWAITING_PAYMENT', compensating, 'later'],
    ['refunds what is paid', 'CONFIRMED', confirmed, 'refund'],
    ['refunds what is left', 'PARTIALLY_REFUNDED', confirmed, 'refund'],
    ['finds an expired booking ended', 'EXPIRED', compensating, 'BOOKING_ENDED'],
    ['finds a cancelled booking ended', 'CANCELLED', compensating, 'BOOKING_ENDED'],
    ['finds a refunded booking ended', 'REFUNDED', confirmed, 'BOOKING_ENDED'],
  ] as const)('%s', (_rule, status, phase, expected) => {
    const decision = decideCancellation(bookingThatIs(status), phase);
    expect(typeof decision === 'string' ? decision : decision.code).toBe(expected);
  });
});
