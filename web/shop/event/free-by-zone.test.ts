import { expect, it } from '@jest/globals';
import { SeatStore } from '../../seat-map/places/store.ts';
import { blockOf, planOf } from '../../seat-map/plan/hall.fixture.ts';
import { freeByZone } from './free-by-zone.ts';

it('where one stands no seat is free', () => {
  const plan = planOf([
    { rows: blockOf(1, 3) },
    { id: 'pit', kind: 'STANDING', capacity: 50, zone: 1, outline: [0, 100, 100, 100, 100, 200] },
  ]);
  const store = new SeatStore({ plan, eventId: 'e', schedule: () => {} });
  const standing = [{ sectionId: 'pit', available: 30 }];
  store.applySnapshot({ planId: plan.id, version: 'v1', states: 'FHF', standing });
  // One's own choice is nobody else's.
  store.choose([0]);
  expect(freeByZone(store)).toEqual([
    { seats: 2, standing: 0 },
    { seats: 0, standing: 30 },
  ]);
});
