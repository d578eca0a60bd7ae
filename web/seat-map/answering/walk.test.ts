import { describe, expect, it } from '@jest/globals';
import { groundOf } from '../plan/ground.ts';
import { blockOf, planOf } from '../plan/hall.fixture.ts';
import { HitGrid } from '../plan/hit-grid.ts';
import { areaStep, type Direction, rowEnd, rowStep, sectionByLetter, stepFrom } from './walk.ts';

/** Two blocks of 3 rows of 5 with an aisle of 100 between them, and a balcony of one row far behind. */
const plan = planOf([
  { label: 'Left', rows: blockOf(3, 5) },
  { label: 'Right', rows: blockOf(3, 5, { x: 180 }) },
  { label: 'Balcony', rows: blockOf(1, 14, { y: 900 }) },
]);
const grid = new HitGrid(plan);
const anything = () => true;
const step = (from: number, direction: Direction, accepts: (seat: number) => boolean = anything) =>
  stepFrom({ plan, grid, accepts }, from, direction);

describe('the grid of seats', () => {
  it('finds what a search through all seats finds', () => {
    for (let x = -50; x < 400; x += 13) {
      for (let y = -50; y < 300; y += 17) {
        let best: number | null = null;
        let least = 31;
        for (let seat = 0; seat < plan.seatCount; seat += 1) {
          const distance = Math.hypot((plan.x[seat] ?? 0) - x, (plan.y[seat] ?? 0) - y);
          if (distance < least && seat % 3 !== 0) {
            best = seat;
            least = distance;
          }
        }
        expect(grid.nearest(x, y, 31, (seat) => seat % 3 !== 0)).toBe(best);
      }
    }
  });

  it('holds few cells however far one seat lies away', () => {
    const lone = planOf([{ rows: [...blockOf(1, 5), { x: 5_000_000, y: 5_000_000, labels: ['1'] }] }]);
    expect(new HitGrid(lone).nearest(40, 0, 5, anything)).toBe(2);
  });
});

describe('the arrow keys', () => {
  it('go to the neighbour in that direction', () => {
    expect(step(6, 'right')).toBe(7);
    expect(step(6, 'left')).toBe(5);
    expect(step(6, 'up')).toBe(1);
    expect(step(6, 'down')).toBe(11);
  });

  it('go on over an aisle in the same row, and to the balcony', () => {
    expect(step(9, 'right')).toBe(20);
    expect(step(20, 'left')).toBe(9);
    expect(step(12, 'down')).toBe(32);
    expect(step(32, 'up')).toBe(12);
  });

  it('stop at the edge of the hall', () => {
    expect(step(0, 'left')).toBeNull();
    expect(step(0, 'up')).toBeNull();
    expect(step(43, 'down')).toBeNull();
  });

  it('pass over what the filter leaves out', () => {
    expect(step(6, 'right', (seat) => seat !== 7)).toBe(8);
  });

  it('reach the balcony from the first row in a handful of presses', () => {
    let seat: number | null = 2;
    let presses = 0;
    while (seat !== null && plan.section[seat] !== 2) {
      seat = step(seat, 'down');
      presses += 1;
    }
    expect(seat).not.toBeNull();
    expect(presses).toBe(3);
  });
});

describe('the other keys', () => {
  it('go to the ends of a row and to rows before and after', () => {
    expect(rowEnd(plan, 7, 'first')).toBe(5);
    expect(rowEnd(plan, 7, 'last')).toBe(9);
    expect(rowStep(plan, 7, 1)).toBe(12);
    expect(rowStep(plan, 7, -1)).toBe(2);
    expect(rowStep(plan, 2, -1)).toBe(2);
  });

  it('go to the next section of a letter, around the end', () => {
    expect(sectionByLetter(plan, -1, 'b')).toBe(2);
    expect(sectionByLetter(plan, 2, 'L')).toBe(0);
    expect(sectionByLetter(plan, 0, 'l')).toBe(0);
    expect(sectionByLetter(plan, 0, 'x')).toBeNull();
  });

  it('go from area to area in the overview', () => {
    const areas = groundOf(plan).areas;
    expect(areaStep(areas, 0, 'right')).toBe(1);
    expect(areaStep(areas, 1, 'left')).toBe(0);
    expect(areaStep(areas, 0, 'down')).toBe(2);
    expect(areaStep(areas, 0, 'up')).toBeNull();
  });
});
