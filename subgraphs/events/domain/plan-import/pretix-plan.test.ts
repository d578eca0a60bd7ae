import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { PlanDraft, SeatedSectionDraft } from '../seating-plan.ts';
import { readPlanDocument } from './read-plan-document.ts';

const sample = (name: string) =>
  readFileSync(new URL(`../../samples/pretix/${name}.json`, import.meta.url), 'utf8');

function read(document: unknown) {
  const reading = readPlanDocument(
    'PRETIX',
    typeof document === 'string' ? document : JSON.stringify(document),
  );
  if (reading.kind !== 'read') throw new Error(JSON.stringify(reading));
  return reading;
}

function seated({ sections }: PlanDraft): SeatedSectionDraft[] {
  return sections.filter((section) => section.kind === 'SEATED');
}

const at = (x: number, y = 0) => ({ x, y });
const seat = (guid: string, number: unknown = '1', more: object = {}) => ({
  seat_guid: guid,
  seat_number: number,
  position: at(0),
  category: 'a',
  ...more,
});
const plan = (zones: object[], more: object = {}) => ({
  name: 'P',
  categories: [{ name: 'a' }],
  zones,
  ...more,
});
const oneZone = (rows: object[], more: object = {}) => plan([{ position: at(0), rows }], more);

function faultsOf(document: object): string[] {
  const reading = readPlanDocument('PRETIX', JSON.stringify(document));
  return reading.kind === 'invalid' ? reading.faults.map(({ path, message }) => `${path}: ${message}`) : [];
}

describe('a pretix seating plan', () => {
  const theatre = read(sample('theatre'));

  it('has a section a zone, a price zone a category, and its seats at zone + row + seat', () => {
    const { draft } = theatre;
    expect(draft.priceZones).toEqual([
      { key: 'Stalls', label: 'Stalls', color: '#4F8FD0' },
      { key: 'Balcony', label: 'Balcony', color: '#D08F4F' },
    ]);
    expect(seated(draft).map(({ label, rows }) => [label, rows.map((row) => row.seats.length)])).toEqual([
      ['Stalls', [14, 14, 14, 14, 14, 14, 14, 14]],
      ['Balcony', [18, 18, 18]],
    ]);
    const second = seated(draft)[0]?.rows[1];
    expect(second?.label).toBe('2');
    expect(second?.seats[1]).toMatchObject({
      label: '2',
      x: 60 + 26,
      y: 60 + 32,
      zoneKey: 'Stalls',
      key: 'Stalls-2-2',
    });
  });

  it('looks at the area that says "Stage", and tells what it leaves out', () => {
    // Zone 60/60, area 40/-40, half of 280 × 24.
    expect(theatre.draft.stage).toEqual({ x: 60 + 40 + 140, y: 60 - 40 + 12 });
    expect(theatre.warnings).toEqual([]);
    const areas = [
      { position: at(1), text: 'Bar' },
      { shape: 'circle', position: at(2), text: { text: 'Pit' } },
      { position: 'nowhere', text: 'Stage' },
    ];
    const zone = { position: at(0), rows: [{ row_number: '1', seats: [seat('g')] }], areas };
    const { draft, warnings } = read(plan([zone]));
    expect(draft.stage).toBeNull();
    expect(warnings).toEqual([
      {
        line: 1,
        path: '$.zones[0].areas[0]',
        message: expect.stringMatching(/^an area was left out.*; 3 times in all$/),
      },
    ]);
  });

  it('reads what real files leave out and add: colours by name, gaps, zones without a name, keys of generators', () => {
    const { draft } = read(sample('odd'));
    expect(draft.priceZones.map(({ color }) => color)).toEqual(['#FF0000', '#888888']);
    const [main] = seated(draft);
    expect(main).toMatchObject({ label: 'Main' });
    expect(
      main?.rows.map(({ label, seats }) => [label, seats.map(({ label, x, key }) => [label, x, key])]),
    ).toEqual([
      [
        '1 (row 1)',
        [
          ['1', 0, 'g-1'],
          ['2', 20, 'g-2'],
          ['3', 60, 'g-3'],
        ],
      ],
      [
        '1 (row 2)',
        [
          ['1', 0, 'g-4'],
          ['2', 20, 'g-5'],
        ],
      ],
    ]);
    expect(main?.rows[0]?.seats.map((each) => each.isAccessible)).toEqual([true, false, false]);
  });

  it('tells every fault of a broken one with line and path, and both places of a guid', () => {
    expect(readPlanDocument('PRETIX', sample('broken'))).toEqual({
      kind: 'invalid',
      faults: [
        {
          line: 50,
          path: '$.zones[0].rows[0].seats[2].position',
          message: 'expected an object, got nothing',
        },
        {
          line: 65,
          path: '$.zones[0].rows[1].seats[0].seat_guid',
          message:
            'expected every seat to have a seat_guid of its own, got "g-2" again, as at $.zones[0].rows[0].seats[1].seat_guid',
        },
        {
          line: 80,
          path: '$.zones[0].rows[1].seats[1].category',
          message: 'expected the name of a category ("red seats", "no colour"), got "blue"',
        },
      ],
    });
  });
});

describe('labels of a pretix plan', () => {
  it('that repeat show their zone, their row, or their place in the row', () => {
    const rows = (guid: string) => [
      { row_number: 'A', seats: [seat(`${guid}1`, '1'), seat(`${guid}2`, 7)] },
      { row_number: 'A', seats: [seat(`${guid}3`, '2')] },
      { row_number: 'B', seats: [seat(`${guid}4`, '1'), seat(`${guid}5`, '1'), seat(`${guid}6`, '2')] },
      { row_number: 'C', seats: [seat(`${guid}7`)] },
      { row_number: 'C', seats: [seat(`${guid}8`)] },
    ];
    const zones = [
      { name: 'Stalls', position: at(0), rows: rows('x') },
      { name: 'Stalls', position: at(9), rows: rows('y') },
      { position: at(9), rows: [{ seats: [seat('z')] }] },
    ];
    const sections = seated(read(plan(zones)).draft);
    expect(sections.map(({ label }) => label)).toEqual(['Stalls (zone 1)', 'Stalls (zone 2)', 'Zone 3']);
    expect(sections[0]?.rows.map((row) => [row.label, row.seats.map(({ label }) => label)])).toEqual([
      ['A', ['1', '7']],
      ['A', ['2']],
      ['B', ['1 (seat 1)', '1 (seat 2)', '2']],
      ['C (row 4)', ['1']],
      ['C (row 5)', ['1']],
    ]);
    // A row without a number is called by its place.
    expect(sections[2]?.rows.map(({ label }) => label)).toEqual(['1']);
  });

  it('say what the signs say, but for words that are said anyway', () => {
    const rows = [
      { row_number: '1', row_label: 'Row %s', seat_label: 'Seat %s', seats: [seat('a')] },
      { row_number: '2', row_label: 'Table %s', seat_label: 'Chair %s', seats: [seat('b', '4')] },
    ];
    const [main] = seated(read(oneZone(rows)).draft);
    expect(main?.rows.map((row) => [row.label, row.seats[0]?.label])).toEqual([
      ['1', '1'],
      ['Table 2', 'Chair 4'],
    ]);
  });
});

describe('categories of a pretix plan', () => {
  it.each([
    ['#4f8', '#44FF88'],
    ['#4f8fd080', '#4F8FD0'],
    ['RebeccaPurple', '#663399'],
    ['', '#888888'],
    [null, '#888888'],
  ])('may have the colour %j', (color, read_) => {
    const { draft } = read(oneZone([{ seats: [seat('g')] }], { categories: [{ name: 'a', color }] }));
    expect(draft.priceZones[0]?.color).toBe(read_);
  });

  it('are refused with a colour that is none, a name twice, and no name at all', () => {
    const categories = [{ name: 'a', color: 'reddish' }, { name: 'a' }, {}];
    expect(faultsOf(oneZone([{ seats: [seat('g')] }], { categories }))).toEqual([
      '$.categories[0].color: expected a colour such as "#87A9CD" or "red", got "reddish"',
      '$.categories[1].name: expected every category to have a name of its own, got "a" again, as at $.categories[0].name',
      '$.categories[2].name: expected a text, got nothing',
    ]);
  });

  it('say by their names what kind of seats they are for', () => {
    const names = ['Wheelchair', 'Companion (wheelchair)', 'Stalls, restricted view', 'Stalls'];
    const categories = names.map((name) => ({ name }));
    const seats = names.map((category, index) => seat(`g${index}`, String(index), { category }));
    const [main] = seated(read(oneZone([{ seats }], { categories })).draft);
    expect(
      main?.rows[0]?.seats.map((each) => [each.isAccessible, each.isCompanion, each.hasRestrictedView]),
    ).toEqual([
      [true, false, false],
      [false, true, false],
      [false, false, true],
      [false, false, false],
    ]);
  });
});

it.each([
  ['a list', [], '$: expected an object, got a list of 0'],
  ['without zones', { categories: [] }, '$.zones: expected a list, got nothing'],
  ['without categories', { zones: [] }, '$.categories: expected a list, got nothing'],
  [
    'without a seat',
    plan([{ position: at(0), rows: [] }]),
    '$: expected at least one seat or standing place, got none',
  ],
  ['of a zone without a place', plan([{ rows: [] }]), '$.zones[0].position: expected an object, got nothing'],
  [
    'of a seat without a guid',
    oneZone([{ seats: [{ ...seat('g'), seat_guid: null }] }]),
    '$.zones[0].rows[0].seats[0].seat_guid: expected a text, got null',
  ],
  [
    'of a seat without a number',
    oneZone([{ seats: [{ ...seat('g'), seat_number: '' }] }]),
    '$.zones[0].rows[0].seats[0].seat_number: expected a text of 1 to 100 characters, got 0',
  ],
])('a plan %s is refused', (_what, document, fault) => {
  expect(faultsOf(document)).toContain(fault);
});
