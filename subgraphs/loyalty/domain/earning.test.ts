import { describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import fc from 'fast-check';
import { dueBack, type Earning } from './earning.ts';

const earning = (paidMinor: bigint, points: number): Earning => ({
  bookingId: newId(),
  userId: newId(),
  paidMinor,
  points,
  refundedMinor: 0n,
  takenBack: 0,
});

/** What each refund in turn takes back, at this percentage of the money. */
function takeBackOneByOne(of: Earning, parts: readonly bigint[], percents: readonly number[] = []): number[] {
  let state = of;
  return parts.map((part, index) => {
    const due = dueBack(state, part, percents[index] ?? 100);
    state = { ...state, refundedMinor: state.refundedMinor + part, takenBack: state.takenBack + due };
    return due;
  });
}

describe('points taken back', () => {
  it('are the share of what was paid for the tickets', () => {
    expect(takeBackOneByOne(earning(6_000n, 60), [2_000n, 1_000n])).toEqual([20, 10]);
  });

  it('are rounded to the unit, and what was rounded comes out right with the next refund', () => {
    expect(takeBackOneByOne(earning(300n, 2), [100n, 100n, 100n])).toEqual([1, 0, 1]);
  });

  it('are in the proportion in which the money comes back, whatever came back of other tickets', () => {
    expect(takeBackOneByOne(earning(6_000n, 60), [2_000n, 1_000n, 3_000n], [50, 33, 100])).toEqual([
      10, 3, 30,
    ]);
    expect(takeBackOneByOne(earning(6_000n, 60), [2_000n], [0])).toEqual([0]);
  });

  it('are none for a booking that cost nothing', () => {
    expect(takeBackOneByOne(earning(0n, 0), [0n])).toEqual([0]);
  });

  it('are never more than was earned, even if a fact claims more than was paid', () => {
    expect(takeBackOneByOne(earning(300n, 3), [900n, 900n])).toEqual([3, 0]);
  });

  it('sum to exactly what was earned, and never go the other way, however a booking is refunded', () => {
    const parts = fc.array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 1_000_000 }), (paid, points) => {
        const whole = paid.reduce((sum, part) => sum + part, 0n);
        const taken = takeBackOneByOne(earning(whole, whole === 0n ? 0 : points), paid);
        expect(taken.every((due) => due >= 0)).toBe(true);
        expect(taken.reduce((sum, due) => sum + due, 0)).toBe(whole === 0n ? 0 : points);
      }),
    );
  });
});
