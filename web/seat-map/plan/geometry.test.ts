import { describe, expect, it } from '@jest/globals';
import { seatParts } from '../places/seat-names.ts';
import { readGeometry } from './geometry.ts';
import { blockOf, documentOf, planOf } from './hall.fixture.ts';

describe('a plan from its geometry', () => {
  it('has every seat at its index, with place, row, section, zone and kind', () => {
    const document = documentOf(
      [
        {
          label: 'Parterre',
          rows: [
            { label: 'A', x: 105, labels: ['1', '2'], dx: 200 },
            {
              label: 'B',
              x: 100,
              y: 200,
              labels: ['1', '2'],
              dx: [205],
              dy: [5],
              zone: [0, 1],
              accessible: [1],
            },
          ],
        },
        {
          label: 'Balcony',
          rows: [{ label: '', x: 0, y: 500, labels: ['7'], companion: [0], restrictedView: [0] }],
        },
      ],
      { scale: 10 },
    );
    const plan = readGeometry(JSON.stringify(document));
    expect([...plan.x]).toEqual([10.5, 30.5, 10, 30.5, 0]);
    expect([...plan.y]).toEqual([0, 0, 20, 20.5, 50]);
    expect(plan.sections[1]).toMatchObject({ firstSeat: 4, seatCount: 1, firstRow: 2, rowCount: 1 });
    expect(seatParts(plan, 3)).toEqual({
      index: 3,
      section: 'Parterre',
      row: 'B',
      seat: '2',
      zone: { id: 'z-back', label: 'back' },
      isAccessible: true,
      isCompanion: false,
      hasRestrictedView: false,
    });
    expect(seatParts(plan, 4)).toMatchObject({
      section: 'Balcony',
      isCompanion: true,
      hasRestrictedView: true,
    });
    expect(() => seatParts(plan, 5)).toThrow('expected a seat from 0 to 4, got 5');
  });

  it('is refused in another format, or with other seats than it says', () => {
    const document = documentOf([{ rows: blockOf(1, 2) }]);
    expect(() => readGeometry({ ...document, format: 'other/2' })).toThrow('got other/2');
    expect(() => readGeometry({ ...document, seatCount: 3 })).toThrow('expected 3 seats');
  });

  it('narrows an empty band across the hall, and keeps shapes and order', () => {
    const plan = planOf(
      [
        { rows: blockOf(2, 10) },
        { rows: blockOf(2, 10, { y: 5000 }), outline: [0, 4990, 200, 4990, 200, 5030] },
      ],
      { stage: [90, -2000] },
    );
    const [first = 0, second = 0, third = 0, fourth = 0] = new Set(plan.y);
    expect(second - first).toBe(20);
    expect(fourth - third).toBe(20);
    // The outline begins 10 before its seats; from the row before to it are ten distances of neighbours.
    expect(third - second).toBeCloseTo(10 * 20 + 10, 3);
    expect(first - (plan.stage?.y ?? 0)).toBeCloseTo(200, 3);
    expect((plan.sections[1]?.outline[1] ?? 0) - second).toBeCloseTo(200, 3);
  });

  it('leaves a hall alone around whose middle sections stand on all sides', () => {
    const plan = planOf([
      { rows: blockOf(1, 50) },
      { rows: blockOf(1, 50, { y: 1000 }) },
      { rows: [{ x: 0, y: 0, dx: 0, dy: 20, labels: Array.from({ length: 51 }, (_, at) => String(at)) }] },
    ]);
    expect(plan.y[50]).toBe(1000);
  });
});
