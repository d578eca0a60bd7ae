import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { Row } from './battery.ts';
import { tableOf, writeInto } from './table.ts';

const row: Row = {
  threat: 'A1',
  name: 'a packet',
  expected: 'the server lives',
  answer: 'a | b',
  medianMs: 1.25,
  slowestMs: 3,
  memory: { before: 100, peak: 150, after: 110 },
  healthMs: 12,
  faults: [],
};
const document = '# Title\n<!-- attacks: written by `npm run attacks` -->\nold\n<!-- /attacks -->\nrest\n';

function aFile(text: string): URL {
  const file = join(mkdtempSync(join(tmpdir(), 'parterre-table-')), 'security.md');
  writeFileSync(file, text);
  return pathToFileURL(file);
}

describe('the table of attacks', () => {
  it('counts what held and names what did not', () => {
    const table = tableOf([row, { ...row, faults: ['health stalls'] }], 'Today.');
    expect(table).toContain('Today. 1 of 2 held.');
    expect(table).toContain(
      '| A1 | a packet | the server lives | a \\| b | 1.3, 3.0 ms | 100, 150, 110 MB | 12 ms | held |',
    );
    expect(table).toContain('| **health stalls** |');
  });

  it('takes the place of the last one, and leaves the rest of the page alone', () => {
    const file = aFile(document);
    writeInto(file, 'new');
    expect(readFileSync(file, 'utf8')).toBe(document.replace('old', 'new'));
  });

  it('is not written where nothing says that it belongs there', () => {
    const file = aFile('# Title\n');
    expect(() => writeInto(file, 'new')).toThrow('markers');
  });

  it('has its place in the page about security', () => {
    const page = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8');
    expect(() => writeInto(aFile(page), 'new')).not.toThrow();
  });
});
