import { describe, expect, it } from '@jest/globals';
import { everything, passingZones, seatTest } from '../places/filter.ts';
import { SeatStore } from '../places/store.ts';
import { twinRows, twinSeats, twinSections } from '../places/twin.ts';
import { groundOf } from './ground.ts';
import { blockOf, planOf } from './hall.fixture.ts';
import { areaAt, countSections, stepOfShare } from './sections.ts';
import { contains } from './shapes.ts';

const plan = planOf([
  { label: 'Parterre', rows: [...blockOf(2, 4), ...blockOf(1, 4, { y: 40, zone: 1 })] },
  {
    id: 'pit',
    label: 'Pit',
    kind: 'STANDING',
    capacity: 50,
    zone: 1,
    outline: [100, 0, 160, 0, 160, 40, 100, 40],
  },
]);
const prices = new Map([
  ['z-front', 9000],
  ['z-back', 4000],
]);

function storeWith(states: string, available = 7) {
  const store = new SeatStore({ plan, eventId: 'e', schedule: () => {} });
  const standing = [{ sectionId: 'pit', available }];
  store.applySnapshot({ planId: plan.id, version: 'v1', states, standing });
  return store;
}

/** Rows on arcs around a point, as a tier that bends around another. */
function arcs(radius: number, rowCount: number) {
  const angles = Array.from({ length: 41 }, (_, at) => ((at - 20) / 20) * 1.2);
  return Array.from({ length: rowCount }, (_, row) => {
    const at = (angle: number, axis: 'sin' | 'cos') =>
      Math.round(100 * (radius + 25 * row) * Math[axis](angle));
    const steps = (axis: 'sin' | 'cos') =>
      angles.slice(1).map((angle, before) => at(angle, axis) - at(angles[before] ?? 0, axis));
    const labels = angles.map((_, place) => String(place));
    return { x: at(-1.2, 'sin'), y: at(-1.2, 'cos'), dx: steps('sin'), dy: steps('cos'), labels };
  });
}

describe('the areas of the overview', () => {
  it('are outlines, and shapes around seats where a plan gives none', () => {
    const [parterre, pit] = groundOf(plan).areas;
    expect(pit).toMatchObject({ section: 1, margin: 0, polygon: [100, 0, 160, 0, 160, 40, 100, 40] });
    expect(parterre).toMatchObject({
      section: 0,
      margin: 15,
      bounds: { left: -15, top: -15, right: 75, bottom: 55 },
    });
  });

  it('bend with the rows of a tier around another one', () => {
    const hall = planOf([{ rows: arcs(400, 4) }, { rows: arcs(200, 3) }], { scale: 100 });
    const [tier] = groundOf(hall).areas;
    expect(tier && contains(tier.polygon, 0, 430)).toBe(true);
    expect(tier && contains(tier.polygon, 0, 250)).toBe(false);
    expect(tier && contains(tier.polygon, tier.middle.x, tier.middle.y)).toBe(true);
  });

  it('fall back to a hull where rows lie anywhere', () => {
    const rows = [
      { x: 0, y: 0, labels: ['1', '2', '3'] },
      { x: 200, y: 100, labels: ['1', '2', '3'] },
      { x: 0, y: 50, labels: ['1', '2', '3'] },
    ];
    const [area] = groundOf(planOf([{ rows }])).areas;
    for (const [x, y] of [
      [20, 10],
      [200, 90],
      [100, 60],
    ] as const) {
      expect(area && contains(area.polygon, x, y)).toBe(true);
    }
  });

  it('are found at a point, the smallest first', () => {
    const box = { outline: [20, 20, 40, 20, 40, 40, 20, 40], rows: blockOf(1, 1, { x: 30, y: 30 }) };
    const areas = groundOf(
      planOf([{ outline: [0, 0, 100, 0, 100, 100, 0, 100], rows: blockOf(1, 1, { x: 90, y: 90 }) }, box]),
    ).areas;
    expect(areaAt(areas, 30, 30)?.section).toBe(1);
    expect(areaAt(areas, 70, 30)?.section).toBe(0);
    expect(areaAt(areas, 130, 30)).toBeNull();
    expect(areaAt(areas, 130, 30, 40)?.section).toBe(0);
  });

  it.each([
    [0, 0],
    [1, 1],
    [10, 1],
    [11, 2],
    [33, 2],
    [50, 3],
    [67, 4],
    [100, 4],
  ])('are filled with %i free of 100 by step %i', (free, step) => {
    expect(stepOfShare({ free, total: 100 })).toBe(step);
  });
});

describe('what is told of sections', () => {
  const counted = (states: string, filter = everything) => {
    const store = storeWith(states);
    return countSections(plan, {
      looks: store.looks,
      available: (section) => store.available(section),
      prices,
      passes: seatTest(plan, prices, filter),
      passingZones: passingZones(plan, prices, filter),
    });
  };

  it('is what is free, and the lowest price of that', () => {
    expect(counted('FFFFSSSSFFSS')).toMatchObject([
      { free: 6, total: 12, from: 4000, zone: 0 },
      { free: 7, total: 50, from: 4000, zone: 1 },
    ]);
    expect(counted('FFFFSSSSSSSS')[0]).toMatchObject({ free: 4, from: 9000 });
    expect(counted('SSSSSSSSSSSS')[0]).toMatchObject({ free: 0, from: null });
  });

  it('follows the filter', () => {
    expect(counted('FFFFFFFFFFFF', { zones: ['z-front'], upTo: null })).toMatchObject([
      { free: 8, total: 8, from: 9000 },
      { free: 0, total: 0, from: null },
    ]);
    expect(counted('FFFFFFFFFFFF', { zones: [], upTo: 4000 })).toMatchObject([{ total: 4 }, { total: 50 }]);
    expect(counted('FFFFFFFFFFFF', { zones: ['z-front'], upTo: 4000 })).toMatchObject([
      { total: 0 },
      { total: 0 },
    ]);
  });
});

describe('the list twin', () => {
  it('goes from sections over rows to seats with full names and states', () => {
    const store = storeWith('FSFFFFFFHFFF');
    store.choose([2]);
    const source = { store, prices };
    expect(twinSections(source)).toMatchObject([
      { label: 'Parterre', free: 10, isStanding: false },
      { label: 'Pit', free: 7, isStanding: true, from: 4000, chosenStanding: 0 },
    ]);
    expect(twinRows(source, 0)).toEqual([
      { row: 0, label: 'A', free: 3, seatCount: 4 },
      { row: 1, label: 'B', free: 4, seatCount: 4 },
      { row: 2, label: 'A', free: 3, seatCount: 4 },
    ]);
    expect(twinSeats(source, 0)).toMatchObject([
      { index: 0, section: 'Parterre', row: 'A', seat: '1', state: 'free', price: 9000, isChoosable: true },
      { index: 1, seat: '2', state: 'sold', isChoosable: false },
      { index: 2, seat: '3', state: 'chosen' },
      { index: 3, state: 'free' },
    ]);
  });

  it('leaves out what the filter leaves out', () => {
    const source = { store: storeWith('FFFFFFFFFFFF'), prices, filter: { zones: ['z-front'], upTo: null } };
    expect(twinSections(source).map(({ label }) => label)).toEqual(['Parterre']);
    expect(twinRows(source, 0).map(({ row }) => row)).toEqual([0, 1]);
    expect(twinSeats(source, 2)).toEqual([]);
  });
});
