import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { excerptOf, formatOf, readableLines, readFault, readPlanFile } from './plan-file.ts';

const sample = (name: string) =>
  readFileSync(new URL(`../../../subgraphs/events/samples/${name}`, import.meta.url), 'utf8');

describe('the file of a plan', () => {
  it.each([
    ['pretix/theatre.json', 'PRETIX'],
    ['pretix/odd.json', 'PRETIX'],
    ['seatsio/sampleChart.json', 'SEATS_IO'],
    ['seatsio/sampleChartWithSections.json', 'SEATS_IO'],
    ['charts/floors-with-names.json', 'SEATS_IO'],
    ['charts/table-booked-whole.json', 'SEATS_IO'],
  ])('says itself who wrote it: %s', (name, format) => {
    expect(formatOf(sample(name))).toBe(format);
  });

  it('of Parterre is known by its format, anything else is not', () => {
    expect(formatOf('{"format":"parterre-seating-plan/1"}')).toBe('PARTERRE');
    expect(formatOf('{"format":')).toBeNull();
    expect(formatOf('[1]')).toBeNull();
  });

  it('gets lines only when it has none', () => {
    const pretty = sample('pretix/odd.json');
    expect(readableLines(pretty)).toBe(pretty);
    const minified = JSON.stringify(JSON.parse(sample('seatsio/sampleChart.json')));
    expect(readableLines(minified).split('\n').length).toBeGreaterThan(500);
    expect(readableLines(`{"a": ${'x'.repeat(3_000)}`)).toMatch(/^\{"a": x/);
  });
});

describe('a fault of a plan', () => {
  it('has a line and a path', () => {
    expect(readFault('line 812, $.zones[0].rows[3].seats[7].seat_guid: expected a text: none came')).toEqual({
      line: 812,
      place: '$.zones[0].rows[3].seats[7].seat_guid',
      text: 'expected a text: none came',
    });
    expect(readFault('line 3, column 7: expected a comma, got "}"')).toMatchObject({
      line: 3,
      place: 'column 7',
    });
    expect(readFault('expected fewer characters')).toEqual({
      line: null,
      place: null,
      text: 'expected fewer characters',
    });
  });

  it('stands beside its line and those around', () => {
    const lines = ['a', 'b', 'c', 'd', 'e'];
    expect(excerptOf(lines, 2).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(excerptOf(lines, 4).map(({ number }) => number)).toEqual([2, 3, 4, 5]);
    expect(excerptOf(lines, 5).filter(({ isMeant }) => isMeant)).toEqual([
      { number: 5, text: 'e', isMeant: true },
    ]);
    expect(excerptOf(lines, 9)).toEqual([]);
    expect(excerptOf(['x'.repeat(500)], 1)[0]?.text).toHaveLength(161);
  });
});

describe('a file that is chosen', () => {
  const text = async () => '{}';

  it('is read, unless it is larger than any plan', async () => {
    expect(await readPlanFile({ size: 2, text })).toEqual({ kind: 'read', document: '{}' });
    let isRead = false;
    const large = {
      size: 41_000_000,
      text: async () => {
        isRead = true;
        return '{}';
      },
    };
    expect(await readPlanFile(large)).toEqual({ kind: 'unusable', code: 'DOCUMENT_TOO_LARGE' });
    expect(isRead).toBe(false);
  });

  it('may have gone meanwhile', async () => {
    const gone = { size: 2, text: () => Promise.reject(new Error('NotReadableError')) };
    expect(await readPlanFile(gone)).toEqual({ kind: 'unusable', code: 'FILE_UNREADABLE' });
  });
});
