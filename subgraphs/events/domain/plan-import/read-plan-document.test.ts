import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findSyntaxFault, readPlanDocument } from './read-plan-document.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('where a document stops being JSON', () => {
  it.each([
    ['{\n  "name": "x",\n}', 3, 1, 'a key in double quotes', '"}"'],
    ['{"a": [1, 2', 1, 12, '"," or "]"', 'the end of the document'],
    ['{"a" 1}', 1, 6, '":" after the key', '"1"'],
    ['', 1, 1, 'a value', 'the end of the document'],
    ["{'a': 1}", 1, 2, 'a key in double quotes', '"\'"'],
    ['{"a": "b\n"}', 1, 9, 'the rest of a text in double quotes', '"\\n"'],
    ['{"a": "b\\x"}', 1, 9, 'an escape sequence such as \\n or \\u00e9', '"\\\\"'],
    ['{"a": "bc\u0001"}', 1, 10, 'the rest of a text in double quotes', '"\\u0001"'],
    ['[1] [2]', 1, 5, 'the end of the document', '"["'],
  ])('%j: line %i, column %i', (text, line, column, expected, got) => {
    expect(findSyntaxFault(text)).toEqual({ line, column, expected, got });
  });

  it('is told in words by the reader of plans', () => {
    expect(readPlanDocument('SEATS_IO', '{\n "name" "x"}')).toEqual({
      kind: 'malformed',
      message: 'line 2, column 9: expected ":" after the key, got "\\""',
    });
  });

  it('is found exactly when JSON.parse refuses the text', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '-',
      '0.5',
      '1e3',
      'true',
      'null',
      ' ',
      '\n',
      '\\u00e9',
    ];
    const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(soup, fc.json()), (text) => {
        expect(findSyntaxFault(text) === null).toBe(isJson(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is found under a hundred thousand open brackets', () => {
    expect(findSyntaxFault('['.repeat(100_000))).toMatchObject({
      line: 1,
      column: 501,
      expected: 'at most 500 lists and objects in one another',
    });
  });
});
