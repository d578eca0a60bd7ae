import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linesOf } from './lines.ts';
import { readPlanDocument } from './read-plan-document.ts';

const text = `{
  "rows": [
    { "label": "A",
      "seats": [1, 2,
        3] },
    { "label":
        "B" }
  ],
  "a b": { "c": [[0,
    1]] }, "twice": 1,
  "twice": 2
}`;

describe('the line of a part of a document', () => {
  it.each([
    ['$', 1],
    ['$.rows', 2],
    ['$.rows[0]', 3],
    ['$.rows[0].seats', 4],
    ['$.rows[0].seats[1]', 4],
    ['$.rows[0].seats[2]', 5],
    ['$.rows[1].label', 6],
    ['$["a b"].c[0][1]', 10],
    ['$.twice', 11],
  ])('%s is %i', (path, line) => {
    expect(linesOf(text, [path])).toEqual([line]);
  });

  it('is that of what it is missed in, where it is not there', () => {
    expect(linesOf(text, ['$.rows[1].seats[3].x', '$.nothing', '$.rows[7].label'])).toEqual([6, 1, 2]);
  });

  it('is found for every element, however a document is laid out', () => {
    const layout = fc.array(fc.constantFrom(' ', '\n', '\t\n', '\r\n'), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(layout, { minLength: 1, maxLength: 20 }), (gaps) => {
        const spaces = gaps.map((gap) => gap.join(''));
        const document = `[${spaces.map((space, index) => `${space}{"n":[${index}]}`).join(',')}]`;
        const lines = linesOf(
          document,
          spaces.map((_, index) => `$[${index}].n[0]`),
        );
        expect(lines).toEqual(
          spaces.map(
            (_, index) =>
              spaces
                .slice(0, index + 1)
                .join('')
                .split('\n').length,
          ),
        );
      }),
    );
  });

  it('is told with each fault, past a byte order mark', () => {
    const document = '\uFEFF{\n "categories": [],\n "zones": [\n  {"position": 3, "rows": []}]}';
    expect(readPlanDocument('PRETIX', document)).toMatchObject({
      faults: [{ line: 4, path: '$.zones[0].position', message: 'expected an object, got 3' }],
    });
  });
});
