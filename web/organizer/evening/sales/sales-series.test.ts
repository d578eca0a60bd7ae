import { describe, expect, it } from '@jest/globals';
import { periodStart, runningTotal, standingBefore } from './sales-series.ts';

const points = [
  { at: '2026-11-03T00:00:00Z', sold: 5, refunded: 0 },
  { at: '2026-11-01T00:00:00Z', sold: 3, refunded: 1 },
  { at: '2026-11-09T00:00:00Z', sold: 0, refunded: 4 },
];

describe('sales over time', () => {
  it('add up in order of time, less what was given back', () => {
    expect(runningTotal(points).map(({ standing }) => standing)).toEqual([2, 7, 3]);
    expect(runningTotal(points)[0]?.at).toBe(Date.parse('2026-11-01T00:00:00Z') / 1_000);
  });

  it('begin at what stood before, where the period is shorter than the sales', () => {
    const before = standingBefore(points, { sold: 28, refunded: 15 });
    expect(before).toBe(10);
    expect(runningTotal(points, before).at(-1)?.standing).toBe(13);
  });

  it('of nothing are nothing', () => {
    expect(runningTotal([])).toEqual([]);
    expect(standingBefore([], { sold: 2, refunded: 2 })).toBe(0);
  });
});

describe('the period of a chart', () => {
  it('stays below 500 points, and begins at a whole hour', () => {
    const now = Date.parse('2026-11-27T18:45:10Z');
    expect(periodStart('HOUR', now)).toBe('2026-11-07T18:00:00.000Z');
    expect(periodStart('MONTH', now)).toBeNull();
  });
});
