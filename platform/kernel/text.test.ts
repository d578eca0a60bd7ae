import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { isRejection } from './rejection.ts';
import { countCharacters, isTooLong, normaliseText, readLines, readText } from './text.ts';

const name = { field: 'name', max: 100 };

describe('a text that people read', () => {
  it.each([
    ['🎭', 1],
    ['🎭'.repeat(101), 101],
    ['👩‍👩‍👧‍👦', 1],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 1],
    ['e\u0301', 1],
    ['नमस्ते', 3],
    ['', 0],
  ])('%j has the characters that people count', (text, count) => {
    expect(countCharacters(text)).toBe(count);
  });

  it('is not counted to its end once it is too long', () => {
    expect(countCharacters('a'.repeat(1_000_000), 10)).toBeGreaterThan(10);
  });

  it('is more than its characters when they have marks without end', () => {
    expect(countCharacters(`a${'\u0301'.repeat(39)}`, 10)).toBe(1);
    expect(countCharacters(`a${'\u0301'.repeat(40)}`, 10)).toBe(11);
  });

  it('is too long by what was sent, and not by what it would become', () => {
    const spaces = (count: number) => `a${' '.repeat(count)}b`;
    expect(readText(spaces(398), name)).toBe('a b');
    expect(readText(spaces(399), name)).toMatchObject({ message: expect.stringContaining('got 401 of') });
    expect(readLines(spaces(399), name)).toMatchObject({ message: expect.stringContaining('got 401 of') });
    expect([isTooLong(spaces(398), 100), isTooLong(spaces(399), 100)]).toEqual([false, true]);
  });

  it.each([' ', '\u200b', '\u00a0'])('is read once, however many %j stand between two letters', (space) => {
    // What looks at each run of them from each of its places takes minutes.
    const normalise = () => normaliseText(`a${space.repeat(300_000)}b`);
    expect(runInNewContext('normalise().length', { normalise }, { timeout: 30_000 })).toBe(
      space === '\u200b' ? 300_002 : 3,
    );
  });

  it('is stored trimmed and composed', () => {
    expect(readText('  Cafe\u0301 \u200b', name)).toBe('Caf\u00e9');
  });

  it.each(['🎭'.repeat(100), 'Ω', '東京', 'مسرح', 'हिन्दी', 'می\u200cخواهم', '12', '★', 'a\u200eb'])(
    'may be %j',
    (text) => {
      expect(readText(text, name)).toBe(text.normalize('NFC'));
    },
  );

  it.each([
    ['nothing', ''],
    ['spaces', ' \u00a0\u3000'],
    ['zero-width spaces', '\u200b\u200c\u200d\ufeff'],
    ['direction marks', '\u200e\u200f\u061c'],
    ['overrides of direction', '\u202e\u202c'],
    ['an override of direction among letters', 'abc\u202egpj'],
    ['isolates', 'a\u2066b\u2069'],
    ['soft hyphens', '\u00ad\u00ad'],
    ['Hangul fillers', '\u3164\u115f'],
    ['an empty Braille pattern', '\u2800'],
    ['variation selectors', '\ufe0f\ufe0f'],
    ['tags', '\u{e0061}\u{e0062}'],
    ['a control character', 'a\u0000b'],
    ['a line break', 'a\nb'],
    ['a line separator', 'a\u2028b'],
    ['half of a character', 'a\ud83c'],
    ['too many characters', '🎭'.repeat(101)],
    ['marks without end', `a${'\u0301'.repeat(5_000)}`],
  ])('is refused when it is %s', (_, text) => {
    const refused = readText(text, name);
    expect(isRejection(refused) && [refused.code, refused.field]).toEqual(['INVALID_INPUT', ['name']]);
  });
});

describe('a text of several lines', () => {
  it('is broken where its writer broke it, each line trimmed and composed', () => {
    const written = '\n  Cafe\u0301 \u200b\r\n\r\nopens\u00a0 late\rtoday\u2028only\n\n';
    expect(readLines(written, name)).toBe('Caf\u00e9\n\nopens late\ntoday\nonly');
  });

  it('is read once, however many empty lines it has', () => {
    const read = () => readLines(`a${'\n'.repeat(300_000)}b`, { field: 'text', max: 1_000_000 });
    expect(runInNewContext('read().length', { read }, { timeout: 30_000 })).toBe(300_002);
  });

  it.each(['', ' ', '\r\n \n', '\u200b\n'])('is empty when it is %j', (text) => {
    expect(readLines(text, name)).toBe('');
  });

  it.each([
    ['invisible in every line', '\u3164\n\u00ad'],
    ['a control character', 'one\ntwo\u0000'],
    ['a tab', 'one\ttwo'],
    ['an override of direction', 'one\ntw\u202eo'],
    ['half of a character', 'one\n\ud83c'],
    ['too many characters, line breaks among them', `${'a\n'.repeat(50)}b`],
    ['line breaks without end', `a${'\n'.repeat(1_000)}b`],
  ])('is refused when it is %s', (_, text) => {
    const refused = readLines(text, name);
    expect(isRejection(refused) && [refused.code, refused.field]).toEqual(['INVALID_INPUT', ['name']]);
  });
});
