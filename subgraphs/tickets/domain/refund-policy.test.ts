import { describe, expect, it } from '@jest/globals';
import { money } from '@parterre/platform/kernel/money.ts';
import { refundOf, refundPercent } from './refund-policy.ts';

const startsAt = new Date('2030-06-01T20:00:00.000Z');
const hoursBefore = (hours: number) => new Date(startsAt.getTime() - hours * 3_600_000);
const tiers = [
  { hoursBefore: 24, percent: 50 },
  { hoursBefore: 72, percent: 100 },
  { hoursBefore: 2, percent: 10 },
];

describe('the refund policy', () => {
  it.each([
    [100, 100],
    [72, 100],
    [71.99, 50],
    [24, 50],
    [23, 10],
    [2, 10],
  ])('%s hours before the start pays %s percent', (hours, percent) => {
    expect(refundPercent(tiers, startsAt, hoursBefore(hours))).toBe(percent);
  });

  it('pays nothing when no tier is satisfied any more', () => {
    expect(refundPercent(tiers, startsAt, hoursBefore(1.99))).toMatchObject({ code: 'REFUND_NOT_ALLOWED' });
  });

  it('pays nothing after the start', () => {
    expect(refundPercent(tiers, startsAt, hoursBefore(-1))).toMatchObject({ code: 'REFUND_NOT_ALLOWED' });
  });

  it('pays after the start where a tier says so', () => {
    const generous = [...tiers, { hoursBefore: -3, percent: 5 }];
    expect(refundPercent(generous, startsAt, hoursBefore(-3))).toBe(5);
    expect(refundPercent(generous, startsAt, hoursBefore(-3.01))).toMatchObject({ rejected: true });
  });

  it('refuses where the tier that counts pays zero percent', () => {
    const stingy = [
      { hoursBefore: 48, percent: 100 },
      { hoursBefore: 0, percent: 0 },
    ];
    expect(refundPercent(stingy, startsAt, hoursBefore(47))).toMatchObject({ code: 'REFUND_NOT_ALLOWED' });
  });

  it('pays everything until the start when the event has no tiers', () => {
    expect(refundPercent([], startsAt, hoursBefore(0))).toBe(100);
    expect(refundPercent([], startsAt, hoursBefore(-0.001))).toMatchObject({ rejected: true });
  });

  it('rounds a share half away from zero, to the cent', () => {
    expect(refundOf(money(1_001n, 'EUR'), 50)).toEqual(money(501n, 'EUR'));
    expect(refundOf(money(999n, 'EUR'), 33)).toEqual(money(330n, 'EUR'));
    // 10.01 × 33 % is 3.3033: below a half, so down.
    expect(refundOf(money(1_001n, 'EUR'), 33)).toEqual(money(330n, 'EUR'));
    expect(refundOf(money(1n, 'EUR'), 49)).toEqual(money(0n, 'EUR'));
    expect(refundOf(money(0n, 'EUR'), 100)).toEqual(money(0n, 'EUR'));
  });
});
