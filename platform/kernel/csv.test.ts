import { describe, expect, it } from '@jest/globals';
import { toCsv } from './csv.ts';

const cell = (text: string) => toCsv(['a', 'b'], [{ a: text, b: 1 }]).slice('a,b\r\n'.length);

describe('a table as CSV', () => {
  it('has headings and lines that end with CR LF, also where there is no row', () => {
    const rows = [
      { name: 'Adult', sold: 2 },
      { name: '', sold: -1 },
    ];
    expect(toCsv(['name', 'sold'], rows)).toBe('name,sold\r\nAdult,2\r\n,-1\r\n');
    expect(toCsv(['name', 'sold'], [])).toBe('name,sold\r\n');
  });

  it.each([
    ['a comma', 'Stalls, left', '"Stalls, left",1\r\n'],
    ['a quote', 'the "gods"', '"the ""gods""",1\r\n'],
    ['an end of line', 'one\r\ntwo', '"one\r\ntwo",1\r\n'],
    ['half an end of line', 'one\rtwo', '"one\rtwo",1\r\n'],
  ])('quotes a cell with %s', (_, text, line) => expect(cell(text)).toBe(line));

  it.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '＝1', '＋1', '－1', '＠x', '-'])(
    'leads what a spreadsheet would compute by an apostrophe: %j',
    (text) => expect(cell(text)).toBe(`'${text},1\r\n`),
  );

  it.each(['-25.00', '-3', '0.50'])('leaves the number %s a number', (text) =>
    expect(cell(text)).toBe(`${text},1\r\n`),
  );
});
