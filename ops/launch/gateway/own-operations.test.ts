import { expect, it } from '@jest/globals';
import { ownOperationNames } from './own-operations.ts';

it('knows what clients and the web app ask by name', () => {
  const names = ownOperationNames();
  expect(names).toEqual(expect.arrayContaining(['CreateBooking', 'SeatMapChanged', 'Login']));
  expect(names.length).toBeGreaterThan(40);
  expect(names.every((name) => /^\w+$/.test(name))).toBe(true);
});
