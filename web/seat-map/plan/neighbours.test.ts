import { describe, expect, it } from '@jest/globals';
import { partyAt } from '../answering/party.ts';
import { groundOf } from './ground.ts';
import { planOf } from './hall.fixture.ts';
import { freeNextTo, strandedBy } from './neighbours.ts';

/** A row of ten with an aisle after the sixth; the last one is for a wheelchair. */
const plan = planOf([
  {
    rows: [
      {
        labels: Array.from({ length: 10 }, (_, at) => String(at + 1)),
        dx: [20, 20, 20, 20, 20, 60, 20, 20, 20],
        dy: [0, 0, 0, 0, 0, 0, 0, 0, 0],
        accessible: [9],
      },
    ],
  },
]);
const { blocks } = groundOf(plan);
const free = (states: string) => (seat: number) => states[seat] === 'F';
const around = (states: string, seat: number, count: number) =>
  partyAt(plan, blocks, free(states), { seat, count });

describe('neighbours', () => {
  it('do not sit across an aisle', () => {
    expect([...blocks.last]).toEqual([5, 5, 5, 5, 5, 5, 9, 9, 9, 9]);
    expect(around('FFFFFFFFFF', 5, 3)).toEqual([3, 4, 5]);
  });

  it('are around the seat that one points at', () => {
    expect(around('FFFFFFFFFF', 3, 2)).toEqual([2, 3]);
    expect(around('SFFFFFFFFF', 4, 3)).toEqual([3, 4, 5]);
  });

  it('leave no single seat where there is another way', () => {
    // Two of six around the second: 0 and 1, since 1 and 2 would leave the first alone.
    expect(around('FFFFFFFFFF', 1, 2)).toEqual([0, 1]);
    // The three around the fourth would leave the sixth alone.
    expect(around('FFFFFFFFFF', 3, 3)).toEqual([3, 4, 5]);
  });

  it('are none where so many are not free together', () => {
    expect(around('FFSFFFFFFF', 1, 3)).toBeNull();
    expect(around('FFSFFFFFFF', 2, 1)).toBeNull();
  });

  it('leave wheelchair places to those who point at one', () => {
    expect(around('FFFFFFFFFF', 8, 3)).toEqual([6, 7, 8]);
    expect(around('FFFFFFFFFF', 8, 4)).toBeNull();
    expect(around('FFFFFFFFFF', 9, 2)).toEqual([8, 9]);
  });
});

describe('a seat left alone', () => {
  it('is one that did not stand alone before', () => {
    expect(strandedBy(blocks, free('FFFFFFFFFF'), [1, 2])).toEqual([0]);
    expect(strandedBy(blocks, free('FSFFFFFFFF'), [2, 3])).toEqual([]);
    expect(strandedBy(blocks, free('FFFFFFFFFF'), [1, 2, 4])).toEqual([0, 3, 5]);
  });

  it('is nobody’s fault where an odd number of seats leaves one anyway', () => {
    expect(strandedBy(blocks, free('FFFSFFFFFF'), [0, 1])).toEqual([]);
    expect(strandedBy(blocks, free('FFFSFFFFFF'), [1])).toEqual([0, 2]);
  });
});

describe('what is offered for a lost seat', () => {
  it('is free, in its block, and nearest', () => {
    expect(freeNextTo(blocks, free('FFFHSFFFFF'), 3, 2)).toEqual([2, 1]);
    expect(freeNextTo(blocks, free('SSSSSHFFFF'), 5, 2)).toEqual([]);
  });
});
