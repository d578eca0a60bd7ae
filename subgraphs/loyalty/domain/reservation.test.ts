import { describe, expect, it } from '@jest/globals';
import { type CurrencyCode, money } from '@parterre/contracts/kernel/money.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { type Account, emptyAccount } from './account.ts';
import { type DiscountCommand, dueToReturn, type Reservation, refusePoints, worthOf } from './reservation.ts';

const account = (change: Partial<Account>): Account => ({ ...emptyAccount(newId()), ...change });
const command = (points: number, subtotalMinor = 10_000n): DiscountCommand => ({
  points,
  subtotal: money(subtotalMinor, 'EUR'),
  promoCode: null,
});

describe('points', () => {
  it('pay up to half of a booking, rounded down', () => {
    const rich = account({ points: 100_000 });
    expect(refusePoints(rich, command(5_000))).toBeNull();
    expect(refusePoints(rich, command(5_001))).toMatchObject({ code: 'TOO_MANY_POINTS' });
    expect(refusePoints(rich, command(50, 101n))).toBeNull();
    expect(refusePoints(rich, command(51, 101n))).toMatchObject({ code: 'TOO_MANY_POINTS' });
  });

  it('pay only once: what is set aside is not there', () => {
    const some = account({ points: 100, reserved: 60 });
    expect(refusePoints(some, command(40))).toBeNull();
    expect(refusePoints(some, command(41))).toMatchObject({ code: 'INSUFFICIENT_POINTS' });
  });

  it('pay nothing while the account is frozen, which hinders no booking without them', () => {
    const frozen = account({ points: 100, isFrozen: true });
    expect(refusePoints(frozen, command(1))).toMatchObject({ code: 'ACCOUNT_FROZEN' });
    expect(refusePoints(frozen, command(0))).toBeNull();
  });

  it.each<[CurrencyCode, number, bigint]>([
    ['EUR', 150, 150n],
    ['RUB', 150, 150n],
    ['JPY', 150, 1n],
    ['KWD', 150, 1_500n],
  ])('are worth one whole unit of %s a hundred, rounded down: %i are %i', (currency, points, minor) => {
    expect(worthOf(points, currency)).toEqual(money(minor, currency));
  });

  it('pay up to half of a booking in any currency', () => {
    const rich = account({ points: 100_000 });
    const inYen = (points: number) => ({ ...command(points), subtotal: money(1_001n, 'JPY') });
    expect(refusePoints(rich, inYen(50_000))).toBeNull();
    expect(refusePoints(rich, inYen(50_001))).toMatchObject({ code: 'TOO_MANY_POINTS' });
    const inDinars = (points: number) => ({ ...command(points), subtotal: money(10_000n, 'KWD') });
    expect(refusePoints(rich, inDinars(500))).toBeNull();
    expect(refusePoints(rich, inDinars(501))).toMatchObject({ code: 'TOO_MANY_POINTS' });
  });

  it('are not taken for nothing', () => {
    const inYen = (points: number) => ({ ...command(points), subtotal: money(1_001n, 'JPY') });
    expect(refusePoints(account({ points: 1_000 }), inYen(99))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(refusePoints(account({ points: 1_000 }), inYen(100))).toBeNull();
  });

  it('are no negative number', () => {
    expect(refusePoints(account({ points: 100 }), command(-1))).toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('points that had paid for refunded tickets', () => {
  /** 100 points took 1.00 off three tickets alike: 0.33, 0.33 and 0.34. */
  const committed = (refundedMinor: bigint, returnedPoints: number): Reservation => ({
    bookingId: newId<'Booking'>(),
    userId: newId<'User'>(),
    state: 'COMMITTED',
    command: command(100, 300n),
    discount: money(100n, 'EUR'),
    refundedMinor,
    returnedPoints,
  });

  it.each([
    // [what was refunded before, of that returned, this refund's part, percent, points]
    [0n, 0, 100n, 100, 100],
    [0n, 0, 100n, 33, 33],
    // A third of 33 points is 10.89, of 34 it is 11.22.
    [0n, 0, 33n, 33, 11],
    [66n, 22, 34n, 33, 11],
    // What earlier refunds gave at another share of the policy changes nothing of this one's.
    [33n, 0, 33n, 100, 33],
    [66n, 66, 34n, 50, 17],
    // One half rounds up, as money does; less than one half rounds down.
    [0n, 0, 1n, 50, 1],
    [0n, 0, 1n, 49, 0],
    [0n, 0, 100n, 0, 0],
  ] as const)(
    'after %s minor units that gave %s: of %s at %s %% come %s',
    (before, given, part, percent, points) => {
      expect(dueToReturn(committed(before, given), part, percent)).toBe(points);
    },
  );
});
