import { expect, it } from '@jest/globals';
import { backoffMs } from './backoff.ts';

it('doubles from the first pause up to the longest', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map((failures) => backoffMs(failures, 1_000, 30_000))).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
  ]);
});

it('stays finite after very many failures', () => {
  expect(backoffMs(5_000, 1_000, 30_000)).toBe(30_000);
});
