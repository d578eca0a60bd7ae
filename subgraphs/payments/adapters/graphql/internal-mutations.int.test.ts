import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BookingId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { expectSoundLedger } from '../../testing/expect-sound-ledger.ts';
import {
  type Answer,
  openPaymentsFixture,
  type PaymentsFixture,
  tickets,
  userCaller,
} from '../../testing/fixture.ts';

let fixture: PaymentsFixture;
let userId: UserId;
let bookingId: BookingId;
beforeAll(async () => {
  fixture = await openPaymentsFixture();
});
beforeEach(async () => {
  userId = newId<'User'>();
  bookingId = newId<'Booking'>();
  await fixture.topUp(userId, '100.00');
});
afterEach(() => expectSoundLedger(fixture.database));
afterAll(() => fixture.stop());

const outcomeOf = (answer: Answer) => answer.payment?.status ?? answer.userErrors[0]?.code;
const factsOf = async (type: string) =>
  (await fixture.published(type)).filter((fact) => fact.subject === userId).map((fact) => fact.data);
const authorize = (amount: string, attempt = 1) => fixture.authorize({ bookingId, userId, amount, attempt });
const voidIt = (attempt = 1) => fixture.void({ bookingId, userId, attempt });

describe('authorizePayment', () => {
  it('sets the amount aside', async () => {
    expect(outcomeOf(await authorize('40.00'))).toBe('AUTHORIZED');
    expect(await fixture.balances(userId)).toEqual(['60.00', '40.00']);
  });

  it('sets more aside than one top-up may bring', async () => {
    await fixture.topUp(userId, '10000000.00');
    expect(outcomeOf(await authorize('10000000.01'))).toBe('AUTHORIZED');
  });

  it('answers the same again, and sets nothing aside a second time', async () => {
    expect(await authorize('40.00')).toEqual(await authorize('40.00'));
    await fixture.capture({ bookingId });
    expect(outcomeOf(await authorize('40.00'))).toBe('CAPTURED');
    expect(await fixture.balances(userId)).toEqual(['60.00', '0.00']);
  });

  it('declines what the wallet does not have, and publishes why, once', async () => {
    expect(outcomeOf(await authorize('100.01'))).toBe('INSUFFICIENT_FUNDS');
    await authorize('100.01');
    expect(await factsOf('PaymentFailed')).toEqual([
      expect.objectContaining({ bookingId, reason: 'INSUFFICIENT_FUNDS' }),
    ]);
  });

  it('keeps a declined attempt declined when there is money later; the next attempt is a new one', async () => {
    const declined = await authorize('150.00');
    await fixture.topUp(userId, '50.00');
    expect(await authorize('150.00')).toEqual(declined);
    expect(outcomeOf(await authorize('150.00', 2))).toBe('AUTHORIZED');
  });

  it('declines somebody without a wallet', async () => {
    const stranger = newId<'User'>();
    const answer = await fixture.authorize({ bookingId, userId: stranger, amount: '1.00' });
    expect(outcomeOf(answer)).toBe('WALLET_NOT_FOUND');
  });

  it('refuses an attempt that was voided before it came', async () => {
    expect(outcomeOf(await voidIt())).toBe('VOIDED');
    expect(outcomeOf(await authorize('40.00'))).toBe('PAYMENT_VOIDED');
    expect(await fixture.balances(userId)).toEqual(['100.00', '0.00']);
    expect(outcomeOf(await authorize('40.00', 2))).toBe('AUTHORIZED');
  });

  it('refuses an attempt that was authorized and then voided', async () => {
    await authorize('40.00');
    await voidIt();
    expect(outcomeOf(await authorize('40.00'))).toBe('PAYMENT_VOIDED');
  });

  it.each(['0.00', '-1.00', '100000000.01', '1.001'])('refuses an amount of %s', async (amount) => {
    expect(outcomeOf(await authorize(amount))).toBe('INVALID_AMOUNT');
  });

  it('refuses another amount for an attempt that is known', async () => {
    await authorize('40.00');
    expect(outcomeOf(await authorize('41.00'))).toBe('INVALID_AMOUNT');
  });

  it('declines a currency that the wallet is not kept in', async () => {
    const data = await fixture.request<{ authorizePayment: Answer }>(
      `mutation ($input: AuthorizePaymentInput!) {
         authorizePayment(input: $input) { payment { id status } userErrors { code field } }
       }`,
      { input: { bookingId, userId, attempt: 1, amount: { amount: '1.00', currencyCode: 'CHF' } } },
      tickets,
    );
    expect(outcomeOf(data.authorizePayment)).toBe('CURRENCY_MISMATCH');
  });
});

describe('capturePayment', () => {
  it('takes what was set aside, once, and says so', async () => {
    await authorize('40.00');
    expect(outcomeOf(await fixture.capture({ bookingId }))).toBe('CAPTURED');
    expect(outcomeOf(await fixture.capture({ bookingId }))).toBe('CAPTURED');
    expect(await fixture.balances(userId)).toEqual(['60.00', '0.00']);
    expect(await factsOf('PaymentSucceeded')).toHaveLength(1);
  });

  it('finds neither what never was nor what was declined', async () => {
    expect(outcomeOf(await fixture.capture({ bookingId }))).toBe('PAYMENT_NOT_FOUND');
    await authorize('500.00');
    expect(outcomeOf(await fixture.capture({ bookingId }))).toBe('PAYMENT_NOT_FOUND');
  });

  it('is refused after a void', async () => {
    await authorize('40.00');
    await voidIt();
    expect(outcomeOf(await fixture.capture({ bookingId }))).toBe('PAYMENT_VOIDED');
  });
});

describe('voidPayment', () => {
  it('gives back what was set aside, once, and says so', async () => {
    await authorize('40.00');
    expect(outcomeOf(await voidIt())).toBe('VOIDED');
    expect(outcomeOf(await voidIt())).toBe('VOIDED');
    expect(await fixture.balances(userId)).toEqual(['100.00', '0.00']);
    expect(await factsOf('PaymentFailed')).toEqual([expect.objectContaining({ reason: 'VOIDED' })]);
  });

  it('says nothing about what never was: nothing failed', async () => {
    await voidIt();
    expect(await factsOf('PaymentFailed')).toEqual([]);
  });

  it('leaves a declined attempt as it is', async () => {
    await authorize('500.00');
    expect(outcomeOf(await voidIt())).toBe('DECLINED');
  });

  it('is refused after the capture', async () => {
    await authorize('40.00');
    await fixture.capture({ bookingId });
    expect(outcomeOf(await voidIt())).toBe('PAYMENT_CAPTURED');
  });
});

describe('refundPayment', () => {
  beforeEach(async () => {
    await authorize('40.00');
  });

  it('finds nothing to pay back before the capture', async () => {
    expect(outcomeOf(await fixture.refund(bookingId, '1.00'))).toBe('PAYMENT_NOT_FOUND');
  });

  it('pays back in parts, up to what was captured', async () => {
    await fixture.capture({ bookingId });
    expect(outcomeOf(await fixture.refund(bookingId, '15.00'))).toBe('CAPTURED');
    expect(outcomeOf(await fixture.refund(bookingId, '25.01'))).toBe('REFUND_EXCEEDS_PAYMENT');
    expect(outcomeOf(await fixture.refund(bookingId, '25.00'))).toBe('CAPTURED');
    expect(await fixture.balances(userId)).toEqual(['100.00', '0.00']);
    expect(await factsOf('PaymentRefunded')).toHaveLength(2);
  });

  it('moves nothing when the same refund is asked for again, and refuses another amount for it', async () => {
    await fixture.capture({ bookingId });
    const refundId = newId<'Refund'>();
    await fixture.refund(bookingId, '40.00', refundId);
    expect(outcomeOf(await fixture.refund(bookingId, '40.00', refundId))).toBe('CAPTURED');
    expect(outcomeOf(await fixture.refund(bookingId, '39.00', refundId))).toBe('INVALID_AMOUNT');
    expect(await fixture.balances(userId)).toEqual(['100.00', '0.00']);
  });
});

describe('while the payer is blocked', () => {
  it('nothing new is set aside, and what is under way is finished', async () => {
    await authorize('40.00');
    await fixture.block(userId);
    expect(outcomeOf(await authorize('1.00', 2))).toBe('WALLET_FROZEN');
    expect(outcomeOf(await fixture.capture({ bookingId }))).toBe('CAPTURED');
    expect(outcomeOf(await fixture.refund(bookingId, '40.00'))).toBe('CAPTURED');
    expect(await fixture.balances(userId)).toEqual(['100.00', '0.00']);
  });

  it('what is set aside can be given back', async () => {
    await authorize('40.00');
    await fixture.block(userId);
    expect(outcomeOf(await voidIt())).toBe('VOIDED');
  });

  it('lasts until the payer is unblocked', async () => {
    await fixture.block(userId);
    await fixture.unblock(userId);
    expect(outcomeOf(await authorize('40.00'))).toBe('AUTHORIZED');
  });
});

describe('only the tickets subgraph may ask', () => {
  const input = () => ({ bookingId, attempt: 1 });
  const query =
    'mutation ($input: CapturePaymentInput!) { capturePayment(input: $input) { payment { id } } }';

  it.each([
    ['nobody', () => ({ kind: 'anonymous' }) as const, 'UNAUTHENTICATED'],
    ['the payer', () => userCaller(userId), 'FORBIDDEN'],
    ['an administrator', () => userCaller(newId(), 'ADMIN'), 'FORBIDDEN'],
    ['another subgraph', () => ({ kind: 'subgraph', subgraph: 'loyalty' }) as const, 'FORBIDDEN'],
  ])('not %s', async (_who, caller, code) => {
    const { errors } = await fixture.execute(query, { input: input() }, caller());
    expect(errors?.[0]?.extensions.code).toBe(code);
  });

  it('with ids and attempts as the server makes them', async () => {
    for (const wrong of [{ bookingId: 'seven' }, { attempt: 0 }]) {
      const { errors } = await fixture.execute(query, { input: { ...input(), ...wrong } }, tickets);
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});
