import { describe, expect, it } from '@jest/globals';
import { hullOf, partsOf, readPlan } from './site/plan.js';

const zones = [
  { id: 'z-front', key: 'a', label: 'Front', color: '#AA0000' },
  { id: 'z-back', key: 'b', label: 'Back', color: null },
];
const geometry = {
  format: 'parterre-plan-geometry/1',
  id: 'p-1',
  name: 'A hall',
  seatCount: 7,
  standingCapacity: 50,
  scale: 10,
  pitch: 20,
  stage: [505, -100],
  zones,
  sections: [
    {
      id: 's-1',
      label: 'Parterre',
      kind: 'SEATED',
      firstSeat: 0,
      seatCount: 5,
      outline: [0, 0, 600, 0, 600, 405],
    },
    {
      id: 's-2',
      label: 'Floor',
      kind: 'STANDING',
      firstSeat: 5,
      seatCount: 0,
      capacity: 50,
      zone: 1,
      outline: [],
    },
    { id: 's-3', label: 'Balcony', kind: 'SEATED', firstSeat: 5, seatCount: 2, outline: [] },
  ],
  rows: [
    { section: 0, label: 'A', x: 105, y: 0, dx: 200, dy: 0, labels: ['1', '2', '3'], zone: 0 },
    {
      section: 0,
      label: 'B',
      x: 100,
      y: 200,
      dx: [200],
      dy: [5],
      labels: ['1', '2'],
      zone: [0, 1],
      accessible: [1],
      companion: [1],
      restrictedView: [1],
    },
    { section: 2, label: '', x: 0, y: 900, dx: 0, dy: 200, labels: ['1', '2'], zone: 1 },
  ],
};
const plan = readPlan(geometry);

describe('a plan from its geometry', () => {
  it('has every seat at its index, with its place, row, section and zone', () => {
    expect(plan.seats).toHaveLength(7);
    expect(plan.seats[2]).toEqual({
      label: '3',
      x: 50.5,
      y: 0,
      isAccessible: false,
      isCompanion: false,
      hasRestrictedView: false,
      row: { label: 'A' },
      section: plan.sections[0],
      priceZone: zones[0],
    });
    expect(plan.seats[4]).toMatchObject({
      label: '2',
      x: 30,
      y: 20.5,
      isAccessible: true,
      isCompanion: true,
      hasRestrictedView: true,
      priceZone: zones[1],
    });
    expect(plan.seats[6]).toMatchObject({
      label: '2',
      x: 0,
      y: 110,
      row: { label: '' },
      section: { id: 's-3' },
    });
  });

  it('has sections with their corners, and the zone of standing places', () => {
    expect(plan).toMatchObject({ id: 'p-1', pitch: 20, stage: { x: 50.5, y: -10 } });
    expect(plan.sections[0]?.outline).toEqual([
      { x: 0, y: 0 },
      { x: 60, y: 0 },
      { x: 60, y: 40.5 },
    ]);
    expect(plan.sections[0]?.priceZone).toBeNull();
    expect(plan.sections[1]).toMatchObject({ label: 'Floor', capacity: 50, priceZone: zones[1] });
  });

  it('is one part when it is small, even without a seat', () => {
    expect(partsOf(plan, 7)).toEqual([{ name: '', first: 0, seats: plan.seats }]);
    const standing = readPlan({ ...geometry, rows: [], sections: [], stage: null, pitch: null });
    expect(partsOf(standing, 7)).toEqual([{ name: '', first: 0, seats: [] }]);
    expect(standing).toMatchObject({ stage: null, pitch: 20 });
  });

  it('is cut into whole rows when it is large, each part with the index of its first seat', () => {
    const names = (most: number) =>
      partsOf(plan, most).map(({ name, first, seats }) => [name, first, seats.length]);
    expect(names(6)).toEqual([
      ['Parterre', 0, 5],
      ['Balcony', 5, 2],
    ]);
    expect(names(3)).toEqual([
      ['Parterre, row A', 0, 3],
      ['Parterre, row B', 3, 2],
      ['Balcony', 5, 2],
    ]);
  });
});

it('the hull of points has their corners alone', () => {
  const corners = [
    { x: 0, y: 0 },
    { x: 4, y: 0 },
    { x: 4, y: 4 },
    { x: 0, y: 4 },
  ];
  expect(hullOf([{ x: 2, y: 2 }, ...corners, { x: 2, y: 0 }])).toEqual(corners);
  expect(hullOf([{ x: 1, y: 1 }])).toHaveLength(2);
});
