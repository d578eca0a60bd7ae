import { expect, it } from '@jest/globals';
import { IdempotencyKeys, newIdempotencyKey } from './idempotency.ts';

it('names things so that no two have one name', () => {
  const names = new Set(Array.from({ length: 1_000 }, newIdempotencyKey));
  expect(names.size).toBe(1_000);
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{32}$/);
});

it('keeps the key of a question until its outcome is known', () => {
  const keys = new IdempotencyKeys();
  const first = keys.keyFor('pay b1');
  expect(keys.keyFor('pay b1')).toBe(first);
  expect(keys.keyFor('pay b2')).not.toBe(first);
  keys.settle('pay b1');
  expect(keys.keyFor('pay b1')).not.toBe(first);
});
