import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { PlanDraft, PlanNotice } from '../seating-plan.ts';
import { readPlanDocument } from './read-plan-document.ts';

const sample = (name: string) =>
  readFileSync(new URL(`../../samples/seatsio/${name}`, import.meta.url), 'utf8');
const chart = (name: string) =>
  readFileSync(new URL(`../../samples/charts/${name}.json`, import.meta.url), 'utf8');
const plainChart = sample('sampleChart.json');
const chartWithSections = sample('sampleChartWithSections.json');

function read(document: string): PlanDraft & { readonly warnings: readonly PlanNotice[] } {
  const reading = readPlanDocument('SEATS_IO', document);
  if (reading.kind !== 'read') throw new Error(JSON.stringify(reading));
  return { ...reading.draft, warnings: reading.warnings };
}

/** The faults of a chart, after `change` has broken it. */
function faultsAfter(change: (chart: Chart) => void, document = plainChart): string[] {
  const chart = JSON.parse(document) as Chart;
  change(chart);
  const reading = readPlanDocument('SEATS_IO', JSON.stringify(chart));
  return reading.kind === 'invalid' ? reading.faults.map(({ path, message }) => `${path}: ${message}`) : [];
}

interface Chart {
  categories: { list: Record<string, unknown>[] };
  subChart: SubChart;
  subChartFloors?: unknown;
}
interface SubChart {
  rows: { label: unknown; seats: Record<string, unknown>[] }[];
  sections: { label: unknown; categoryKey: unknown; subChart: SubChart }[];
  tables: Record<string, unknown>[];
  booths: Record<string, unknown>[];
  generalAdmissionAreas: Record<string, unknown>[];
}
const [firstRow, secondRow] = [0, 1];
const rowOf = (chart: Chart, index: number) => chart.subChart.rows[index] ?? { label: '', seats: [] };
const seatOf = (chart: Chart, row: number, seat: number) => rowOf(chart, row).seats[seat] ?? {};

describe('the seats.io sample without sections', () => {
  const draft = read(plainChart);

  it('puts its seats in a section made for them, and its areas in standing sections', () => {
    expect(draft.sections.map(({ kind, label }) => ({ kind, label }))).toEqual([
      { kind: 'SEATED', label: 'Main' },
      { kind: 'STANDING', label: 'GA1' },
      { kind: 'STANDING', label: 'GA2' },
    ]);
  });

  it('has every row and seat where the chart draws it', () => {
    const [main] = draft.sections;
    if (main?.kind !== 'SEATED') throw new Error('expected seats');
    expect(main.rows.map((row) => [row.label, row.seats.length])).toEqual([
      ['A', 8],
      ['B', 8],
      ['C', 8],
      ['D', 8],
    ]);
    expect(main.rows[0]?.seats[0]).toMatchObject({ label: '1', x: 151.94, y: 99.56, zoneKey: '9' });
    expect(main.rows.flatMap((row) => row.seats).some((seat) => seat.isAccessible)).toBe(true);
  });

  it('keeps its categories, whether their keys are numbers or texts', () => {
    expect(draft.priceZones.map(({ key, label, color }) => [key, label, color])).toEqual([
      ['9', 'Cat1', '#87A9CD'],
      ['10', 'Cat2', '#5E42ED'],
      ['string11', 'Cat3', '#5E42BB'],
    ]);
  });

  it('draws its round areas as polygons around their centres', () => {
    const area = draft.sections[1];
    expect(area).toMatchObject({ capacity: 100, zoneKey: '9' });
    expect(area?.outline).toHaveLength(24);
    const middle = (area?.outline ?? []).reduce((sum, { x }) => sum + x / 24, 0);
    expect(middle).toBeCloseTo(53.22, 1);
  });
});

describe('the seats.io sample with sections', () => {
  const draft = read(chartWithSections);

  it('gives every seat the category of its section', () => {
    const zones = draft.sections.map((section) =>
      section.kind === 'SEATED'
        ? new Set(section.rows.flatMap((row) => row.seats.map((seat) => seat.zoneKey)))
        : null,
    );
    expect(zones).toEqual([new Set(['1']), new Set(['4'])]);
    expect(draft.sections.map((section) => section.label)).toEqual(['Section A', 'Section B']);
  });

  it('moves the seats of a section by its top left corner', () => {
    const second = draft.sections[1];
    if (second?.kind !== 'SEATED') throw new Error('expected seats');
    expect(second.rows[0]?.seats[0]).toMatchObject({ x: 16.25 + 189.94, y: 45.25 });
    expect(second.outline[0]).toEqual({ x: 190.69, y: 0.75 });
  });
});

describe('other parts of a chart', () => {
  it('sells the chairs of a table, in a row with its label', () => {
    const chart = JSON.parse(plainChart) as Chart;
    chart.subChart.tables = [{ label: 'T1', categoryKey: 10, seats: [{ label: '1', x: 1, y: 2 }] }];
    const [main] = read(JSON.stringify(chart)).sections;
    if (main?.kind !== 'SEATED') throw new Error('expected seats');
    expect(main.rows.at(-1)).toMatchObject({ label: 'T1', seats: [{ label: '1', zoneKey: '10' }] });
  });

  it('reads every floor, each with a section of its own for loose seats', () => {
    const { subChart, ...chart } = JSON.parse(plainChart) as Chart;
    const floors = [
      { name: 'Ground floor', ...subChart },
      { name: 'Balcony', ...subChart },
    ];
    const { sections } = read(JSON.stringify({ ...chart, subChartFloors: floors }));
    expect(sections.map((section) => section.label)).toEqual([
      'Ground floor',
      'Ground floor GA1',
      'Ground floor GA2',
      'Balcony',
      'Balcony GA1',
      'Balcony GA2',
    ]);
  });

  it('names the floors as real charts do', () => {
    const { sections } = read(chart('floors-with-names'));
    expect(sections.map(({ label }) => label)).toEqual(['Ground', 'Balcony']);
  });

  it('calls a place what its sign says', () => {
    const [main] = read(chart('display-labels')).sections;
    if (main?.kind !== 'SEATED') throw new Error('expected seats');
    expect(main.rows.map(({ label, seats }) => [label, seats.map((seat) => seat.label)])).toEqual([
      ['Row Q', ['101', '102']],
    ]);
  });

  it('goes by the label where the sign is empty', () => {
    const signs = JSON.parse(chart('display-labels'));
    signs.subChart.rows[0].displayLabel = '';
    signs.subChart.rows[0].seats[0].displayLabel = null;
    const [main] = read(JSON.stringify(signs)).sections;
    expect(main).toMatchObject({ rows: [{ label: 'R17', seats: [{ label: 's001' }, { label: '102' }] }] });
  });

  it('imports a table that is booked as a whole as chairs, and says so', () => {
    const draft = read(chart('table-booked-whole'));
    expect(draft.sections).toMatchObject([{ rows: [{ label: 'T1', seats: [{}, {}] }] }]);
    expect(draft.warnings).toEqual([
      {
        line: expect.any(Number),
        path: '$.subChart.tables[0]',
        message: 'a table that is booked as a whole was imported as single chairs',
      },
    ]);
  });

  it('says once, with a count, what else it drops', () => {
    const sample = JSON.parse(plainChart) as Chart;
    for (const area of sample.subChart.generalAdmissionAreas) Object.assign(area, { bookAsAWhole: true });
    const table = { label: 'T1', categoryKey: 10, bookAsAWhole: true, seats: [{ label: '1', x: 1, y: 2 }] };
    sample.subChart.tables = [table];
    const told = read(JSON.stringify(sample)).warnings.map(({ path, message }) => `${path}: ${message}`);
    expect(told).toEqual([
      '$.subChart.tables[0]: a table that is booked as a whole was imported as single chairs',
      '$.subChart.generalAdmissionAreas[0]: an area that is booked as a whole was imported as single standing places; 2 times in all',
    ]);
  });

  it('knows wheelchair places, those of their companions, and where not all is seen', () => {
    const sample = JSON.parse(plainChart) as Chart;
    const marks = [{ accessible: true }, { companionSeat: true }, { restrictedView: true }];
    for (const [place, mark] of marks.entries()) Object.assign(seatOf(sample, secondRow, place), mark);
    const [main] = read(JSON.stringify(sample)).sections;
    if (main?.kind !== 'SEATED') throw new Error('expected seats');
    expect(
      main.rows[secondRow]?.seats
        .slice(0, 4)
        .map((seat) => [seat.isAccessible, seat.isCompanion, seat.hasRestrictedView]),
    ).toEqual([
      [true, false, false],
      [false, true, false],
      [false, false, true],
      [false, false, false],
    ]);
  });

  it('knows a seat by its uuid where every seat has one of its own, else by its names', () => {
    const keysOf = (chart: Chart) =>
      read(JSON.stringify(chart)).sections.flatMap((section) =>
        section.kind === 'SEATED' ? section.rows.flatMap((row) => row.seats.map(({ key }) => key)) : [],
      );
    const sample = JSON.parse(plainChart) as Chart;
    const uuids = sample.subChart.rows.flatMap((row, number) =>
      row.seats.map((seat, place) => {
        seat.uuid = `uuid-${number}-${place}`;
        return seat.uuid;
      }),
    );
    expect(keysOf(sample)).toEqual(uuids);
    seatOf(sample, secondRow, 0).uuid = 'uuid-0-0';
    expect(new Set(keysOf(sample))).toEqual(new Set([null]));
    delete seatOf(sample, secondRow, 0).uuid;
    expect(new Set(keysOf(sample))).toEqual(new Set([null]));
  });

  it('passes over keys that it does not know', () => {
    const chart = { ...(JSON.parse(plainChart) as Chart), somethingNew: { deep: [1, 2] } };
    expect(read(JSON.stringify(chart)).sections).toHaveLength(3);
  });
});

describe('a broken chart', () => {
  it('tells every fault with its path', () => {
    const faults = faultsAfter((chart) => {
      seatOf(chart, firstRow, 0).categoryKey = 77;
      delete seatOf(chart, firstRow, 1).x;
      seatOf(chart, secondRow, 3).label = '  ';
      Object.assign(chart.subChart.generalAdmissionAreas[0] ?? {}, { capacity: -5 });
    });
    expect(faults).toEqual([
      '$.subChart.rows[0].seats[0].categoryKey: expected the key of a category ("9", "10", "string11"), got 77',
      '$.subChart.rows[0].seats[1].x: expected a number between -10000000 and 10000000, got nothing',
      '$.subChart.rows[1].seats[3].label: expected a text of 1 to 100 characters, got 0',
      '$.subChart.generalAdmissionAreas[0].capacity: expected a whole number from 1 to 1000000, got -5',
    ]);
  });

  it('tells a seat with no category and none around it', () => {
    const faults = faultsAfter((chart) => {
      seatOf(chart, firstRow, 0).categoryKey = null;
    });
    expect(faults).toEqual([
      expect.stringMatching(/^\$\.subChart\.rows\[0\]\.seats\[0\]\.categoryKey: expected a category/),
    ]);
  });

  it('tells a fault deep in a section', () => {
    const faults = faultsAfter((chart) => {
      const [section] = chart.subChart.sections;
      if (section?.subChart.rows[2]) section.subChart.rows[2].label = null;
    }, chartWithSections);
    expect(faults).toEqual(['$.subChart.sections[0].subChart.rows[2].label: expected a text, got null']);
  });

  it('tells a table or a booth without chairs, which is sold as a whole', () => {
    const faults = faultsAfter((chart) => {
      chart.subChart.tables = [{ label: 'T1', categoryKey: 9, seats: [] }];
      chart.subChart.booths = [{ label: 'B1', categoryKey: 9 }];
    });
    expect(faults).toEqual([
      expect.stringMatching(/^\$\.subChart\.tables\[0\]: expected the table to have seats/),
      expect.stringMatching(/^\$\.subChart\.booths\[0\]: expected the booth to have seats/),
    ]);
  });

  it('tells a seat that is there twice, and a category key that is', () => {
    const faults = faultsAfter((chart) => {
      seatOf(chart, firstRow, 1).label = '1';
      chart.categories.list.push({ key: '9', label: 'again', color: '#000000' });
    });
    expect(faults).toEqual([
      '$.categories.list[3].key: expected every category to have a key of its own, got "9" again, as at $.categories.list[0].key',
      '$.subChart.rows[0].seats[1]: expected every seat of section "Main" to have a name of its own, got row "A" seat "1" again',
    ]);
  });

  it('tells two sections that nobody could tell apart', () => {
    const reading = readPlanDocument('SEATS_IO', chart('same-section-twice'));
    expect(reading).toMatchObject({
      kind: 'invalid',
      faults: [
        {
          path: '$.subChart.sections[1].label',
          message:
            'expected every section to have a label of its own, got "Block A" again, as at $.subChart.sections[0]',
        },
      ],
    });
  });

  it('tells two standing areas of one label', () => {
    const faults = faultsAfter((broken) => {
      Object.assign(broken.subChart.generalAdmissionAreas[1] ?? {}, { label: 'GA1' });
    });
    expect(faults).toEqual([
      expect.stringMatching(/^\$\.subChart\.generalAdmissionAreas\[1\]\.label: expected every section/),
    ]);
  });

  it('names a label with half a surrogate pair, which no database keeps apart from another', () => {
    expect(faultsAfter((chart) => Object.assign(seatOf(chart, 0, 0), { label: '\ud800' }))).toEqual([
      '$.subChart.rows[0].seats[0].label: expected a text of whole characters, got half of one',
    ]);
  });

  it.each([
    ['a list', '[]', '$: expected an object, got a list of 0'],
    [
      'nothing that can be drawn',
      '{"categories":{"list":[]}}',
      '$.subChart: expected an object, got nothing',
    ],
    ['no categories', '{"subChart":{}}', '$.categories: expected an object, got nothing'],
    [
      'no places',
      '{"categories":{"list":[]},"subChart":{}}',
      '$: expected at least one seat or standing place, got none',
    ],
  ])('is refused when it is %s', (_what, document, fault) => {
    const reading = readPlanDocument('SEATS_IO', document);
    const told =
      reading.kind === 'invalid' ? reading.faults.map(({ path, message }) => `${path}: ${message}`) : [];
    expect(told).toContain(fault);
  });
});
