import { describe, expect, it } from '@jest/globals';
import { type Look, look } from '../../../seat-map/places/looks.ts';
import { blockOf, planOf } from '../../../seat-map/plan/hall.fixture.ts';
import { countZones, seatsAround, sortChosen } from './zone-counts.ts';

const plan = planOf([
  { rows: [...blockOf(2, 3), ...blockOf(1, 2, { y: 40, zone: 1 })] },
  { id: 'pit', kind: 'STANDING', capacity: 50, zone: 1, outline: [0, 100, 100, 100, 100, 200] },
]);
const states: readonly Look[] = [
  look.free,
  look.held,
  look.sold,
  look.blocked,
  look.free,
  look.free,
  look.sold,
  look.free,
];
const stateOf = (seat: number) => states[seat] ?? look.blocked;

describe('the places of a zone', () => {
  it('are counted by state, seats and standing', () => {
    const counts = countZones({ plan, stateOf, available: () => 20 });
    expect(counts).toMatchObject([
      { at: 0, free: 3, held: 1, sold: 1, blocked: 1, standingTaken: 0, total: 6 },
      { at: 1, free: 21, held: 0, sold: 1, blocked: 0, standingTaken: 30, total: 52 },
    ]);
  });

  it('leave out zones of which the hall has no place', () => {
    const bare = planOf([{ rows: blockOf(1, 2) }]);
    expect(countZones({ plan: bare, stateOf, available: () => 0 }).map(({ at }) => at)).toEqual([0]);
  });
});

describe('chosen seats', () => {
  it('are told apart by what can be done with them, in the order in which they were chosen', () => {
    expect(sortChosen([5, 3, 1, 2, 0], stateOf)).toEqual({
      free: [5, 0],
      blocked: [3],
      held: [1],
      sold: [2],
    });
  });

  it('grow by the row or the section of one of them', () => {
    expect(seatsAround(plan, 4, 'row')).toEqual([3, 4, 5]);
    expect(seatsAround(plan, 4, 'section')).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(seatsAround(plan, 99, 'row')).toEqual([]);
  });
});
