import { expect, it } from '@jest/globals';
import { listedFrom } from './listed-from.ts';

it('lists are from the same moment on for a quarter of an hour, so that going back finds them', () => {
  const now = Date.parse('2027-03-01T10:00:00Z');
  const minute = 60_000;
  expect(listedFrom(now)).toBe('2027-03-01T10:00:00.000Z');
  expect(listedFrom(now + 14 * minute)).toBe('2027-03-01T10:00:00.000Z');
  expect(listedFrom(now + 16 * minute)).toBe('2027-03-01T10:16:00.000Z');
  // A clock that was set back.
  expect(listedFrom(now)).toBe('2027-03-01T10:00:00.000Z');
});
