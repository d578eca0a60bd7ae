import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { planLimits } from '../seating-plan.ts';
import { readPlanDocument } from './read-plan-document.ts';

const plan = {
  format: 'parterre-seating-plan/1',
  name: 'Studio',
  stage: { x: 50, y: 0 },
  priceZones: [
    { key: 'a', label: 'Front', color: '#a00' },
    { key: 'b', label: 'Back', color: '#00AA00' },
  ],
  sections: [
    {
      kind: 'SEATED',
      label: 'Stalls',
      zone: 'a',
      rows: [
        {
          label: 'A',
          seats: [
            { label: '1', x: 0, y: 10 },
            { label: '2', x: 10, y: 10, zone: 'b', key: 'aisle', accessible: true, restrictedView: true },
            { label: '3', x: 20, y: 10, companion: true },
          ],
        },
      ],
    },
    { kind: 'STANDING', label: 'Pit', zone: 'b', capacity: 20 },
  ],
};

function faultsOf(document: unknown): string[] {
  const reading = readPlanDocument('PARTERRE', JSON.stringify(document));
  return reading.kind === 'invalid' ? reading.faults.map(({ path, message }) => `${path}: ${message}`) : [];
}

describe("Parterre's own format", () => {
  it('is read with zones, stage, inherited zones, keys and kinds of seats', () => {
    const reading = readPlanDocument('PARTERRE', JSON.stringify(plan));
    expect(reading).toMatchObject({
      kind: 'read',
      draft: {
        name: 'Studio',
        stage: { x: 50, y: 0 },
        priceZones: [{ color: '#AA0000' }, { color: '#00AA00' }],
        sections: [
          {
            rows: [
              {
                seats: [
                  {
                    zoneKey: 'a',
                    key: null,
                    isAccessible: false,
                    isCompanion: false,
                    hasRestrictedView: false,
                  },
                  {
                    zoneKey: 'b',
                    key: 'aisle',
                    isAccessible: true,
                    isCompanion: false,
                    hasRestrictedView: true,
                  },
                  { zoneKey: 'a', isAccessible: false, isCompanion: true },
                ],
              },
            ],
          },
          { kind: 'STANDING', capacity: 20, zoneKey: 'b' },
        ],
      },
    });
  });

  it('is what its documentation shows', () => {
    const page = readFileSync(new URL('../../docs/seating-plan-format.md', import.meta.url), 'utf8');
    const example = /```json\n([\s\S]+?)```/.exec(page)?.[1] ?? '';
    expect(readPlanDocument('PARTERRE', example).kind).toBe('read');
  });

  it('says at which key it is misspelt', () => {
    const [stalls, pit] = plan.sections;
    expect(faultsOf({ ...plan, sections: [stalls, { ...pit, capcity: 3 }] })).toEqual([
      '$.sections[1].capcity: expected only the keys kind, label, outline, capacity, zone',
    ]);
  });

  it('tells an unknown zone, an unknown kind and another format', () => {
    expect(
      faultsOf({
        ...plan,
        format: 'x',
        sections: [
          { ...plan.sections[1], zone: 'c' },
          { kind: 'LYING', label: 'L' },
        ],
      }),
    ).toEqual([
      '$.format: expected "parterre-seating-plan/1", got "x"',
      '$.sections[0].zone: expected the key of a price zone ("a", "b"), got "c"',
      '$.sections[1].kind: expected "SEATED" or "STANDING", got "LYING"',
    ]);
  });

  it('refuses two sections of one label, and two seats of one name', () => {
    const seats = [1, 2, 3].map((place) => ({ label: `${place}`, x: place, y: 0 }));
    const stalls = { ...plan.sections[0], rows: [{ label: 'A', seats }] };
    const rows = [...stalls.rows, ...stalls.rows];
    const faults = faultsOf({ ...plan, sections: [{ ...stalls, rows }, stalls] });
    expect(faults).toEqual([
      expect.stringMatching(/^\$\.sections\[1\]\.label: expected every section/),
      expect.stringMatching(/^\$\.sections\[0\]\.rows\[1\]\.seats\[0\]: expected every seat/),
      expect.stringMatching(/^\$\.sections\[0\]\.rows\[1\]\.seats\[1\]: expected every seat/),
      expect.stringMatching(/^\$\.sections\[0\]\.rows\[1\]\.seats\[2\]: expected every seat/),
    ]);
  });

  it('tells both places of a key that two seats or two zones have', () => {
    const seats = [1, 2].map((place) => ({ label: `${place}`, x: place, y: 0, key: 'one' }));
    const rows = [{ label: 'A', seats }];
    const [zone] = plan.priceZones;
    expect(
      faultsOf({ ...plan, priceZones: [zone, zone], sections: [{ ...plan.sections[0], rows }] }),
    ).toEqual([
      '$.priceZones[1].key: expected every zone to have a key of its own, got "a" again, as at $.priceZones[0].key',
      '$.sections[0].rows[0].seats[1].key: expected every seat to have a key of its own, got "one" again, as at $.sections[0].rows[0].seats[0].key',
    ]);
  });
});

describe('the limits of a plan', () => {
  const rowsOf = (rows: number, perRow: number) =>
    Array.from({ length: rows }, (_, row) => ({
      label: `R${row}`,
      seats: Array.from({ length: perRow }, (_, seat) => ({ label: `${seat}`, x: seat, y: row })),
    }));
  const withRows = (rows: object[]) => ({ ...plan, sections: [{ ...plan.sections[0], rows }] });

  it('refuses more corners of outlines than all sections may have', () => {
    const outline = Array.from({ length: 1_000 }, (_, x) => ({ x, y: 0 }));
    const sections = Array.from({ length: 25 }, (_, index) => ({
      kind: 'STANDING',
      label: `${index}`,
      zone: 'b',
      capacity: 1,
      outline,
    }));
    expect(faultsOf({ ...plan, sections })).toEqual([
      '$: expected at most 24000 corners of outlines, got 25000',
    ]);
  });

  it(`reads ${planLimits.seats} seats and refuses one more`, () => {
    expect(faultsOf(withRows(rowsOf(100, 1_000)))).toEqual([]);
    const oneMore = withRows([...rowsOf(100, 1_000), { label: 'last', seats: [{ label: '1', x: 0, y: 0 }] }]);
    expect(faultsOf(oneMore)).toEqual(['$: expected at most 100000 seats, got 100001']);
  });

  it('refuses a document that is too long before reading it', () => {
    const document = ' '.repeat(planLimits.documentLength + 1);
    expect(readPlanDocument('PARTERRE', document).kind).toBe('too-large');
  });

  it('tells a thousand faults one by one and counts the others', () => {
    const seats = Array.from({ length: 1_000 }, () => ({}));
    const faults = faultsOf(withRows([{ label: 'A', seats }]));
    expect(faults).toHaveLength(1_001);
    expect(faults.at(-1)).toBe('$: and 2000 more faults');
  });
});
