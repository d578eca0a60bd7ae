import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BookingId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { expectSoundLedger } from './testing/expect-sound-ledger.ts';
import { openPaymentsFixture, type PaymentsFixture } from './testing/fixture.ts';

let fixture: PaymentsFixture;
beforeAll(async () => {
  fixture = await openPaymentsFixture();
});
afterEach(() => expectSoundLedger(fixture.database));
afterAll(() => fixture.stop());

/** Calls it so often at once. */
const atOnce = <Result>(times: number, call: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: times }, (_, index) => call(index)));
const countOf = <Value>(values: readonly Value[], wanted: Value) =>
  values.filter((value) => value === wanted).length;

/** A user with 100.00 and a booking. */
async function buyer() {
  const userId = newId<'User'>();
  await fixture.topUp(userId, '100.00');
  return { userId, bookingId: newId<'Booking'>() };
}

describe('of many at once', () => {
  it('200 authorizations never take more out of a wallet than is in it', async () => {
    const { userId } = await buyer();
    const answers = await atOnce(200, () =>
      fixture.authorize({ bookingId: newId<'Booking'>(), userId, amount: '3.00' }),
    );
    const codes = answers.map((answer) => answer.payment?.status ?? answer.userErrors[0]?.code);
    expect(countOf(codes, 'AUTHORIZED')).toBe(33);
    expect(countOf(codes, 'INSUFFICIENT_FUNDS')).toBe(167);
    expect(await fixture.balances(userId)).toEqual(['1.00', '99.00']);
  });

  it('100 top-ups with one key have one effect and one answer, on a wallet that none of them found open', async () => {
    const userId = newId<'User'>();
    const answers = await atOnce(100, () => fixture.topUp(userId, '7.00', 'the same key'));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([
        JSON.stringify({ wallet: { available: { amount: '7.00', currencyCode: 'EUR' } }, userErrors: [] }),
      ]),
    );
    expect(await fixture.transactions(userId)).toHaveLength(1);
    const facts = await fixture.published('WalletToppedUp');
    expect(facts.filter((fact) => fact.subject === userId)).toHaveLength(1);
  });

  it('50 first top-ups with keys of their own all land in one wallet', async () => {
    const userId = newId<'User'>();
    await Promise.all([fixture.register(userId), atOnce(50, () => fixture.topUp(userId, '1.00'))]);
    expect(await fixture.balances(userId)).toEqual(['50.00', '0.00']);
  });

  it('20 authorizations of one attempt set the money aside once', async () => {
    const { userId, bookingId } = await buyer();
    const answers = await atOnce(20, () => fixture.authorize({ bookingId, userId, amount: '40.00' }));
    expect(new Set(answers.map((answer) => answer.payment?.id)).size).toBe(1);
    expect(await fixture.balances(userId)).toEqual(['60.00', '40.00']);
  });

  it('20 authorizations of one attempt without a wallet are declined once, by one fact', async () => {
    const userId = newId<'User'>();
    const bookingId = newId<'Booking'>();
    const answers = await atOnce(20, () => fixture.authorize({ bookingId, userId, amount: '40.00' }));
    expect(new Set(answers.map((answer) => answer.userErrors[0]?.code))).toEqual(
      new Set(['WALLET_NOT_FOUND']),
    );
    const facts = await fixture.published('PaymentFailed');
    expect(facts.filter((fact) => fact.subject === userId)).toHaveLength(1);
  });

  it('captures and voids of one payment resolve it once, and the losers are told who won', async () => {
    const outcomes = await atOnce(10, async () => {
      const { userId, bookingId } = await buyer();
      await fixture.authorize({ bookingId, userId, amount: '40.00' });
      const [captured, voided] = await Promise.all([
        fixture.capture({ bookingId }),
        fixture.void({ bookingId, userId }),
      ]);
      return { captured, voided, balances: await fixture.balances(userId) };
    });
    for (const { captured, voided, balances } of outcomes) {
      const captureWon = captured.payment !== null;
      expect(captureWon).toBe(voided.payment === null);
      expect(captured.userErrors.map((error) => error.code)).toEqual(captureWon ? [] : ['PAYMENT_VOIDED']);
      expect(voided.userErrors.map((error) => error.code)).toEqual(captureWon ? ['PAYMENT_CAPTURED'] : []);
      expect(balances).toEqual([captureWon ? '60.00' : '100.00', '0.00']);
    }
  });

  it('an authorization and its void never leave money set aside', async () => {
    const balances = await atOnce(20, async () => {
      const { userId, bookingId } = await buyer();
      await Promise.all([
        fixture.authorize({ bookingId, userId, amount: '40.00' }),
        fixture.void({ bookingId, userId }),
      ]);
      return fixture.balances(userId);
    });
    expect(new Set(balances.map(String))).toEqual(new Set(['100.00,0.00']));
  });

  it('20 captures of one payment take the money once, by one fact', async () => {
    const { userId, bookingId } = await buyer();
    await fixture.authorize({ bookingId, userId, amount: '40.00' });
    const answers = await atOnce(20, () => fixture.capture({ bookingId }));
    expect(new Set(answers.map((answer) => answer.payment?.status))).toEqual(new Set(['CAPTURED']));
    const facts = await fixture.published('PaymentSucceeded');
    expect(facts.filter((fact) => fact.subject === userId)).toHaveLength(1);
  });

  it('30 refunds never pay back more than was captured', async () => {
    const { userId, bookingId } = await paid('40.00');
    const answers = await atOnce(30, () => fixture.refund(bookingId, '3.00'));
    const codes = answers.map((answer) => answer.userErrors[0]?.code ?? 'REFUNDED');
    expect(countOf(codes, 'REFUNDED')).toBe(13);
    expect(countOf(codes, 'REFUND_EXCEEDS_PAYMENT')).toBe(17);
    expect(await fixture.balances(userId)).toEqual(['99.00', '0.00']);
  });

  it('20 askings of one refund pay back once, by one fact', async () => {
    const { userId, bookingId } = await paid('40.00');
    const refundId = newId<'Refund'>();
    const answers = await atOnce(20, () => fixture.refund(bookingId, '40.00', refundId));
    expect(answers.flatMap((answer) => answer.userErrors)).toEqual([]);
    expect(await fixture.balances(userId)).toEqual(['100.00', '0.00']);
    const facts = await fixture.published('PaymentRefunded');
    expect(facts.filter((fact) => fact.subject === userId)).toHaveLength(1);
  });
});

async function paid(amount: string): Promise<{ userId: UserId; bookingId: BookingId }> {
  const { userId, bookingId } = await buyer();
  await fixture.authorize({ bookingId, userId, amount });
  await fixture.capture({ bookingId });
  return { userId, bookingId };
}
