import { expect, it } from '@jest/globals';
import { compareSums } from './compare-sums.ts';

const row = (name: string, sold: number) => ({ name, value: { sold, refunded: 0 } });

it('finds the same rows equal, in whatever order they and their columns come', () => {
  const reversed = [row('sales b', 2), { name: 'sales a', value: { refunded: 0, sold: 1 } }];
  expect(compareSums([row('sales a', 1), row('sales b', 2)], reversed)).toEqual({
    rows: 2,
    differences: 0,
    first: null,
  });
});

it('counts what is other, what is missing and what should not have been, and tells the first', () => {
  const before = [row('sales d', 9), row('sales b', 7), row('sales c', 3)];
  const after = [row('sales a', 1), row('sales b', 2), row('sales c', 3)];
  expect(compareSums(before, after)).toEqual({
    rows: 3,
    differences: 3,
    first: { row: 'sales a', before: null, after: '{"refunded":0,"sold":1}' },
  });
  expect(compareSums(before, after.slice(1)).first).toEqual({
    row: 'sales b',
    before: '{"refunded":0,"sold":7}',
    after: '{"refunded":0,"sold":2}',
  });
  expect(compareSums([row('sales d', 9)], []).first).toMatchObject({ row: 'sales d', after: null });
});
