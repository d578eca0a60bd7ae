import { type Rejection, reject } from './rejection.ts';

/**
 * UTF-16 units that a character may have on the average: an emoji has 2, a syllable of Devanagari up to 4. Marks without
 * end on one letter are one character, and nobody may store a megabyte in it; 200 of these fit into an index's row.
 */
const UNITS_A_CHARACTER = 4;
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

const ascii = /^[ -~]*$/;
// Letters, digits, signs and symbols, but for those that leave no trace: Hangul fillers, the empty Braille pattern.
const visible = /[[\p{L}\p{N}\p{P}\p{S}]--[\p{Default_Ignorable_Code_Point}\u2800]]/v;
/** Embeddings, overrides and isolates of writing direction: by them a text reads otherwise than it is. */
const directional = /[\u202a-\u202e\u2066-\u2069]/;
/**
 * What takes no place at either end of a text; `trim` knows white space only. Each run is looked at once: without what
 * stands before the second class, 100,000 spaces between two letters took 15 s.
 */
const edges =
  /^[\s\u200b-\u200f\u2060\ufeff]+|(?<![\s\u200b-\u200e\u2060\ufeff])[\s\u200b-\u200e\u2060\ufeff]+$/g;

/**
 * Whether a text is longer than any of `max` characters, by its length alone. To be asked before anything is made of
 * what a stranger sends: to compose 120,000 marks on one letter takes 5 s, here as in PostgreSQL.
 */
export function isTooLong(text: string, max: number): boolean {
  return text.length > max * UNITS_A_CHARACTER;
}

/**
 * How many characters a text has as people count them: "🎭" is one, and so is "é" in two code points. A text with more
 * than `most`, or too long for so many, answers some number above `most`, without being read to its end.
 */
export function countCharacters(text: string, most = Number.POSITIVE_INFINITY): number {
  if (isTooLong(text, most)) return most + 1;
  // Seats by the ten thousand are labelled in ASCII, which needs no segmenter.
  if (ascii.test(text)) return text.length;
  let count = 0;
  for (const _ of characters.segment(text)) {
    count += 1;
    if (count > most) return count;
  }
  return count;
}

/** Whether PostgreSQL and JSON can keep a text as it is: no NUL character in it, and no half of a character. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** Whether there is anything to see: not only spaces, zero-width or direction marks, and other invisible characters. */
export function isVisible(text: string): boolean {
  return visible.test(text);
}

/**
 * Reads a text that people see in one line: a name, a title, a label, a reason. Composed (NFC), trimmed, 1 to `max`
 * characters as people count them, something to see among them, no control characters, no overridden direction.
 *
 * @returns the text as it is stored, or why not: INVALID_INPUT unless the caller names another code
 */
export function readText(
  value: string,
  limits: { readonly field: string; readonly max: number },
): string | Rejection<'INVALID_INPUT'> {
  const fault = faultOfText(value, limits.max);
  if (fault === null) return normaliseText(value);
  return reject('INVALID_INPUT', `expected ${limits.field} ${fault}`, [limits.field]);
}

/**
 * A text in the one form that it is stored in: composed (NFC), without white and zero-width space around it, every
 * run of spaces inside, whatever their width and whether they may be broken at, one plain space.
 */
export function normaliseText(value: string): string {
  return value
    .normalize('NFC')
    .replace(edges, '')
    .replace(/\p{Zs}+/gu, ' ');
}

/**
 * Reads a text of several lines, such as a description: as `readText`, but that it is broken into lines where its writer
 * broke it, and may be empty.
 *
 * @returns the text as it is stored, or why not: INVALID_INPUT
 */
export function readLines(
  value: string,
  limits: { readonly field: string; readonly max: number },
): string | Rejection<'INVALID_INPUT'> {
  const { field, max } = limits;
  const lines = isTooLong(value, max) ? value : normaliseLines(value);
  const fault = lines === '' ? null : faultOf(lines, max, /[^\n\P{Cc}]/u);
  if (fault === null) return lines;
  return reject('INVALID_INPUT', `expected ${field} ${fault}`, [field]);
}

/** Each line as `normaliseText` has it, whatever ends it; no empty ones before the first and after the last. */
function normaliseLines(value: string): string {
  const lines = value.split(/\r\n|[\r\n\u2028\u2029]/).map(normaliseText);
  return lines.join('\n').replace(/^\n+|(?<!\n)\n+$/g, '');
}

/** What is wrong with a text for people, in words that follow "expected a name"; null when nothing is. */
export function faultOfText(value: string, max: number): string | null {
  return faultOf(isTooLong(value, max) ? value : normaliseText(value), max, /[\p{Cc}\u2028\u2029]/u);
}

function faultOf(text: string, max: number, forbidden: RegExp): string | null {
  if (isTooLong(text, max)) {
    const units = max * UNITS_A_CHARACTER;
    return `of 1 to ${max} characters and ${units} UTF-16 units, got ${text.length} of these`;
  }
  const count = countCharacters(text, max);
  if (count === 0 || count > max) return `of 1 to ${max} characters, got ${count}`;
  if (forbidden.test(text)) return 'without control characters';
  if (directional.test(text)) return 'without characters that turn the direction of writing';
  if (!text.isWellFormed()) return 'of whole characters, got half of one';
  if (!isVisible(text)) return 'with something to see, got invisible characters alone';
  return null;
}
