import { expect } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import type { HouseProcess } from '../support/house-process.ts';
import { audit } from './audit.ts';
import { databasesOf } from './databases-of.ts';

/** Facts and timers need a moment to come to rest after the last answer. */
const REST_PATIENCE_MS = 40_000;

/** Waits until the house is at rest and no invariant is broken; fails with the breaches that remain. */
export async function expectBooksInOrder(house: HouseProcess): Promise<void> {
  const databases = await databasesOf(house);
  let breaches: Awaited<ReturnType<typeof audit>> = [];
  await eventually(
    'the books to be in order',
    async () => {
      breaches = await audit(databases);
      if (breaches.length > 0) throw new Error(JSON.stringify(breaches, null, 1));
      return true;
    },
    REST_PATIENCE_MS,
  );
  expect(breaches).toEqual([]);
}
