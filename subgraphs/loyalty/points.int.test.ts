import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { expectSoundPoints } from './testing/expect-sound-points.ts';
import { booking, confirmed, refunded } from './testing/facts.ts';
import { type LoyaltyFixture, openLoyaltyFixture } from './testing/fixture.ts';

let fixture: LoyaltyFixture;
let userId: UserId;
beforeAll(async () => {
  fixture = await openLoyaltyFixture();
});
beforeEach(() => {
  userId = newId<'User'>();
});
afterEach(() => expectSoundPoints(fixture.database));
afterAll(() => fixture.stop());

const operations = async () =>
  (await fixture.account(userId)).operations.nodes.map(({ kind, points }) => `${kind} ${points}`);
const spend = async (points: number) => {
  const bookingId = newId<'Booking'>();
  await fixture.reserve({ bookingId, userId, spendPoints: points, subtotal: '1000.00' });
  await fixture.commit(bookingId);
};

describe('a confirmed booking', () => {
  it('earns one point for each whole unit paid, and tells the server', async () => {
    const { bookingId } = await fixture.confirm(booking(userId, 2_250n));
    expect(await fixture.account(userId)).toMatchObject({ points: 22, level: 'BRONZE' });
    expect((await fixture.factsOf(userId)).map(({ type, data }) => ({ type, data }))).toEqual([
      { type: 'PointsAccrued', data: { userId, bookingId, points: 22, balance: 22 } },
    ]);
  });

  it('earns for what was paid, not for what it would have cost', async () => {
    await fixture.confirm(booking(userId, { price: 10_000n, paid: 5_000n }));
    expect(await fixture.account(userId)).toMatchObject({ points: 50 });
  });

  it('that cost less than a unit earns nothing and leaves no trace in the history', async () => {
    await fixture.confirm(booking(userId, 99n));
    expect(await operations()).toEqual([]);
    expect(await fixture.factsOf(userId)).toEqual([]);
  });

  it('earns once, however often it is told: by the same fact and by another one', async () => {
    const of = booking(userId, 2_000n);
    const told = confirmed(of, fixture.now());
    for (const again of [told, told, confirmed(of, fixture.now())]) await fixture.deliver(again);
    expect(await operations()).toEqual(['EARNED 20']);
  });

  it('earns by the level that the account has when it comes', async () => {
    await fixture.confirm(booking(userId, 100_000n));
    await fixture.confirm(booking(userId, 10_000n));
    expect(await operations()).toEqual(['EARNED 125', 'EARNED 1000']);
  });

  it('earns for somebody who is blocked: nobody loses what was paid for', async () => {
    await fixture.block(userId);
    await fixture.confirm(booking(userId, 2_000n));
    expect(await fixture.account(userId)).toMatchObject({ points: 20, frozen: true });
  });

  it('earns no more than an account can hold', async () => {
    await fixture.confirm(booking(userId, 90_000_000_000n));
    await fixture.confirm(booking(userId, 90_000_000_000n));
    expect(await fixture.account(userId)).toMatchObject({ points: 1_000_000_000 });
  });
});

describe('refunded tickets', () => {
  it('take back what they earned, to the unit, and tell the server', async () => {
    const of = await fixture.confirm(booking(userId, 1_000n, 1_000n, 1_050n));
    await fixture.refund(of, 0);
    expect(await fixture.account(userId)).toMatchObject({ points: 20 });
    const [told] = await fixture.factsOf(userId, 'PointsReversed');
    expect(told?.data).toEqual({ userId, bookingId: of.bookingId, points: 10, balance: 20 });
    await fixture.refund(of, 1, 2);
    expect(await fixture.account(userId)).toMatchObject({ points: 0 });
  });

  it('take back once, however often it is told: by the same fact and by another one of the same refund', async () => {
    const of = await fixture.confirm(booking(userId, 1_000n, 1_000n));
    const told = refunded(of, [0], fixture.now());
    for (const again of [told, told, { ...told, id: newId() }]) await fixture.deliver(again);
    expect(await operations()).toEqual(['REVERSED -10', 'EARNED 20']);
  });

  it('take back what is there and remember the rest, which the next points pay off', async () => {
    const of = await fixture.confirm(booking(userId, 10_000n));
    await spend(70);
    await fixture.refund(of, 0);
    expect(await fixture.account(userId)).toMatchObject({ points: 0, owedPoints: 70 });
    await fixture.confirm(booking(userId, 5_000n));
    expect(await fixture.account(userId)).toMatchObject({ points: 0, owedPoints: 20 });
    await fixture.confirm(booking(userId, 5_000n));
    expect(await fixture.account(userId)).toMatchObject({ points: 30, owedPoints: 0 });
    expect(await operations()).toEqual([
      'REVERSED -20',
      'EARNED 50',
      'REVERSED -50',
      'EARNED 50',
      'REVERSED -30',
      'SPENT -70',
      'EARNED 100',
    ]);
  });

  it('leave alone what is set aside for a booking, and take it when it is released', async () => {
    const of = await fixture.confirm(booking(userId, 10_000n));
    const open = newId<'Booking'>();
    await fixture.reserve({ bookingId: open, userId, spendPoints: 60, subtotal: '1000.00' });
    await fixture.refund(of, 0);
    expect(await fixture.account(userId)).toMatchObject({ points: 60, reservedPoints: 60, owedPoints: 60 });
    await fixture.release(open, userId);
    expect(await fixture.account(userId)).toMatchObject({ points: 0, reservedPoints: 0, owedPoints: 0 });
  });

  it('give back the points that had paid for them, and all of them when all are refunded', async () => {
    await fixture.confirm(booking(userId, 100_000n));
    const of = booking(userId, { price: 3_000n, paid: 2_667n }, { price: 3_000n, paid: 2_667n }, 3_000n);
    await fixture.reserve({ bookingId: of.bookingId, userId, spendPoints: 666, subtotal: '90.00' });
    await fixture.commit(of.bookingId);
    await fixture.confirm(of);
    const before = (await fixture.account(userId)).points;
    await fixture.refund(of, 0);
    expect((await operations()).slice(0, 2)).toEqual(['REVERSED -33', 'RETURNED 333']);
    await fixture.refund(of, 1, 2);
    expect((await operations()).slice(0, 2)).toEqual(['REVERSED -70', 'RETURNED 333']);
    // 83.34 paid at SILVER had earned 103 points.
    expect((await fixture.account(userId)).points).toBe(before + 666 - 103);
    const returned = await fixture.factsOf(userId, 'PointsReturned');
    expect(returned.map((told) => (told.data as { points: number }).points)).toEqual([333, 333]);
  });

  it('give back of their points what the policy gives back of their money', async () => {
    await fixture.confirm(booking(userId, 100_000n));
    const of = booking(userId, { price: 3_000n, paid: 2_667n }, { price: 3_000n, paid: 2_667n }, 3_000n);
    await fixture.reserve({ bookingId: of.bookingId, userId, spendPoints: 666, subtotal: '90.00' });
    await fixture.commit(of.bookingId);
    await fixture.confirm(of);
    await fixture.deliver(refunded(of, [0], fixture.now(), { percent: 33 }));
    // 33 % of 333 points that were spent is 109.89, and of 33 that were earned 10.89.
    expect((await operations()).slice(0, 2)).toEqual(['REVERSED -11', 'RETURNED 110']);
    await fixture.deliver(refunded(of, [1, 2], fixture.now(), { percent: 100 }));
    expect((await operations()).slice(0, 2)).toEqual(['REVERSED -70', 'RETURNED 333']);
  });

  it('that are told before their booking is confirmed are refused, to be told again', async () => {
    const of = booking(userId, 1_000n);
    await expect(fixture.deliver(refunded(of, [0], fixture.now()))).rejects.toThrow('to be confirmed before');
  });
});

describe('the account', () => {
  it('is there before the fact of its owner has come', async () => {
    expect(await fixture.account(userId)).toMatchObject({ points: 0, level: 'BRONZE', frozen: false });
  });

  it('is opened once, whichever fact comes first', async () => {
    await fixture.confirm(booking(userId, 1_000n));
    await fixture.register(userId);
    await fixture.register(userId);
    expect(await fixture.account(userId)).toMatchObject({ points: 10 });
  });

  it('is frozen with its owner, also before it was opened, and unfrozen again', async () => {
    await fixture.block(userId);
    await fixture.register(userId);
    expect(await fixture.account(userId)).toMatchObject({ frozen: true });
    await fixture.unblock(userId);
    expect(await fixture.account(userId)).toMatchObject({ frozen: false });
  });
});
