import { describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { inTime, request, sagaAfter, tooLate } from '../testing/sagas.ts';
import { type BookingSaga, nextStep } from './booking-saga.ts';
import { type BookingEvent, evolve } from './booking-saga-evolution.ts';

const authorized: BookingEvent = { type: 'PaymentAuthorized', paymentId: newId<'Payment'>() };
const sold: BookingEvent = { type: 'SeatsSold' };
const captured: BookingEvent = { type: 'PaymentCaptured' };
const committed: BookingEvent = { type: 'DiscountCommitted' };
const reserved = (amount: string): BookingEvent => ({
  type: 'DiscountReserved',
  reserved: { discount: { amount, currencyCode: 'EUR' }, places: [] },
});
const declined: BookingEvent = {
  type: 'PaymentDeclined',
  rejection: { code: 'PAYMENT_DECLINED', message: 'no money', field: null },
};
const blocked: BookingEvent = {
  type: 'CancellationRequested',
  reason: 'USER_BLOCKED',
  pendingResponse: null,
};
const withPoints = { draft: { spendPoints: 100 } };

/** Every step that the saga takes from here on, while each is granted. */
function stepsOf(saga: BookingSaga, now = inTime): string[] {
  const granted: Record<string, BookingEvent> = {
    reserveDiscount: reserved('1.00'),
    authorizePayment: authorized,
    sellSeats: sold,
    capturePayment: captured,
    commitDiscount: committed,
  };
  const steps: string[] = [];
  for (let at = saga; ; ) {
    const next = nextStep(at, now);
    if (next.kind !== 'step') return [...steps, next.kind];
    steps.push(next.step);
    at = evolve(at, granted[next.step] ?? { type: 'StepCompensated' });
  }
}

describe('the steps of a booking', () => {
  it('that is paid at once', () => {
    expect(stepsOf(sagaAfter([]))).toEqual(['authorizePayment', 'sellSeats', 'capturePayment', 'done']);
  });

  it('that is paid later: it rests until its hold ends', () => {
    expect(nextStep(sagaAfter([], { payNow: false }), inTime)).toEqual({ kind: 'wait', until: tooLate });
  });

  it('with a discount: reserved before it stands, committed after the capture', () => {
    const steps = [
      'reserveDiscount',
      'authorizePayment',
      'sellSeats',
      'capturePayment',
      'commitDiscount',
      'done',
    ];
    expect(stepsOf(sagaAfter([], withPoints))).toEqual(steps);
  });

  it('that the discount pays whole: no payment', () => {
    const steps = ['sellSeats', 'commitDiscount', 'done'];
    expect(stepsOf(sagaAfter([reserved('50.00')], withPoints))).toEqual(steps);
  });

  it('whose time is over: it is told so, and everything goes back', () => {
    const saga = sagaAfter([reserved('1.00')], { ...withPoints, payNow: false });
    expect(nextStep(saga, tooLate)).toEqual({ kind: 'time-ran-out' });
    expect(stepsOf(evolve(saga, { type: 'TimeRanOut' }))).toEqual([
      'releaseDiscount',
      'releaseSeats',
      'done',
    ]);
  });

  it('whose time is over while it is being paid: the events subgraph alone decides', () => {
    expect(nextStep(sagaAfter([]), tooLate)).toEqual({ kind: 'step', step: 'authorizePayment' });
    expect(nextStep(sagaAfter([authorized]), tooLate)).toEqual({ kind: 'step', step: 'sellSeats' });
    expect(nextStep(sagaAfter([authorized, sold]), tooLate)).toEqual({
      kind: 'step',
      step: 'capturePayment',
    });
  });
});

describe('what fails is compensated in reverse order', () => {
  const compensatedAfter = (events: readonly BookingEvent[], options = {}) =>
    stepsOf(sagaAfter(events, options)).slice(0, -1);
  const saleRefused: BookingEvent = { type: 'SaleRefused', reason: 'EXPIRED' };

  it('a refused discount: an older ask for it may be on its way, so it is released as well', () => {
    const rejection = { code: 'PROMO_CODE_NOT_FOUND', message: 'no', field: null };
    const compensated = ['releaseDiscount', 'releaseSeats'];
    expect(compensatedAfter([{ type: 'DiscountRefused', rejection }], withPoints)).toEqual(compensated);
  });

  it('a discount that was asked for when time ran out: it may have been reserved', () => {
    expect(compensatedAfter([{ type: 'TimeRanOut' }], withPoints)).toEqual([
      'releaseDiscount',
      'releaseSeats',
    ]);
  });

  it('a refused sale: payment, discount, seats', () => {
    expect(compensatedAfter([authorized, saleRefused])).toEqual(['voidPayment', 'releaseSeats']);
    const compensated = ['voidPayment', 'releaseDiscount', 'releaseSeats'];
    expect(compensatedAfter([reserved('1.00'), authorized, saleRefused], withPoints)).toEqual(compensated);
  });

  it('a refused sale of what costs nothing: no payment to void', () => {
    const compensated = ['releaseDiscount', 'releaseSeats'];
    expect(compensatedAfter([reserved('50.00'), saleRefused], withPoints)).toEqual(compensated);
  });

  it('a refused capture: the payment is voided, the sold seats are released', () => {
    const refused: BookingEvent = { type: 'CaptureRefused', message: 'no' };
    expect(compensatedAfter([authorized, sold, refused])).toEqual(['voidPayment', 'releaseSeats']);
  });

  it('a discount that cannot be committed: the captured payment is refunded', () => {
    const refused: BookingEvent = { type: 'CommitRefused', message: 'no' };
    const compensated = ['refundPayment', 'releaseDiscount', 'releaseSeats'];
    expect(compensatedAfter([reserved('1.00'), authorized, sold, captured, refused], withPoints)).toEqual(
      compensated,
    );
  });

  it('a void that finds the payment captured: it is refunded instead', () => {
    const late: BookingEvent = { type: 'VoidCameTooLate' };
    expect(compensatedAfter([authorized, saleRefused, late])).toEqual(['refundPayment', 'releaseSeats']);
  });
});

describe('a booking whose buyer was shown another total', () => {
  const shown = (amount: string, currencyCode: 'EUR' | 'USD' = 'EUR') => ({
    draft: { expectedTotal: { amount, currencyCode } },
  });

  it('begins by giving its places back, and never asks for a payment', () => {
    const saga = sagaAfter([], shown('49.99'));
    expect(stepsOf(saga)).toEqual(['releaseSeats', 'done']);
    expect(saga).toMatchObject({
      pendingResponse: request,
      phase: { ending: { rejection: { code: 'PRICE_CHANGED', field: ['expectedTotal'] } } },
    });
  });

  it('compares what is to be paid: less the discount, which goes back as well', () => {
    const paid = (amount: string) => ({ draft: { ...shown(amount).draft, spendPoints: 100 } });
    expect(stepsOf(sagaAfter([], paid('49.00')))).toEqual(stepsOf(sagaAfter([], withPoints)));
    const changed = sagaAfter([reserved('1.00')], paid('50.00'));
    expect(stepsOf(changed)).toEqual(['releaseDiscount', 'releaseSeats', 'done']);
    expect(changed.phase).toMatchObject({
      ending: {
        rejection: { code: 'PRICE_CHANGED', message: expect.stringMatching(/50.00 EUR.*49.00 EUR/) },
      },
    });
  });

  it('stands where it is the same, in the same currency', () => {
    expect(sagaAfter([], { ...shown('50.00'), payNow: false }).phase.name).toBe('awaiting');
    expect(sagaAfter([], { ...shown('50.00', 'USD'), payNow: false }).phase.name).toBe('compensating');
  });
});

describe('a booking without a price whose buyer is blocked', () => {
  const turned = sagaAfter([blocked], withPoints);

  it('gives back the discount that may be on its way, and its seats', () => {
    expect(stepsOf(turned)).toEqual(['releaseDiscount', 'releaseSeats', 'done']);
  });

  it('owes its buyer the refusal', () => {
    expect(turned).toMatchObject({
      pendingResponse: request,
      phase: { ending: { reason: 'USER_BLOCKED', rejection: { code: 'BUYER_BLOCKED' } } },
    });
  });
});

describe('a declined payment', () => {
  const asked: BookingEvent = {
    type: 'PaymentRequested',
    pendingResponse: { ...request, operation: 'payBooking' },
  };

  it('is counted, answered, and leaves the booking awaiting payment', () => {
    expect(sagaAfter([declined])).toMatchObject({
      attempts: 1,
      pendingResponse: null,
      phase: { name: 'awaiting' },
    });
  });

  it('ends the booking when it is one too many', () => {
    const saga = sagaAfter([declined, asked, declined, asked, declined]);
    expect(saga).toMatchObject({
      attempts: 3,
      phase: { name: 'compensating', left: ['releaseSeats'], ending: { reason: 'PAYMENT_DECLINED' } },
    });
  });

  it('ends the booking at once when the server allows one attempt', () => {
    expect(sagaAfter([declined], { attemptsMax: 1 }).phase.name).toBe('compensating');
  });

  it('ends the booking when its buyer was blocked meanwhile', () => {
    expect(sagaAfter([blocked, declined]).phase).toMatchObject({
      name: 'compensating',
      ending: { reason: 'USER_BLOCKED' },
    });
  });
});

describe('a cancellation', () => {
  it('that comes while a payment is under way does not stop what may be sold or taken already', () => {
    expect(stepsOf(sagaAfter([blocked]))).toEqual([
      'authorizePayment',
      'sellSeats',
      'capturePayment',
      'done',
    ]);
  });

  it('that comes while the booking is being compensated changes nothing', () => {
    const saga = sagaAfter([{ type: 'TimeRanOut' }], { payNow: false });
    expect(evolve(saga, blocked)).toBe(saga);
  });
});

describe('an event that answers no question is a bug', () => {
  it.each([
    ['a sale before the payment', () => sagaAfter([sold])],
    ['a second sale', () => sagaAfter([authorized, sold, sold])],
    ['a capture while nothing is being paid', () => sagaAfter([captured], { payNow: false })],
    [
      'a void that came late when there was none',
      () => sagaAfter([{ type: 'TimeRanOut' }, { type: 'VoidCameTooLate' }], { payNow: false }),
    ],
    ['anything after the end', () => sagaAfter([authorized, sold, captured, { type: 'TimeRanOut' }])],
  ])('%s', (_what, meet) => {
    expect(meet).toThrow(/^expected no \w+ in phase \w+ of booking/);
  });
});
