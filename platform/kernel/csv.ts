import { stringify } from 'csv-stringify/sync';

/** A plain decimal number: no spreadsheet takes it for a formula, and as text nobody could sum it up. */
const number = /^-?\d+(\.\d+)?$/;

/**
 * A table as CSV by RFC 4180: a line of headings, lines that end with CR LF, quotes where a cell needs them. A text that
 * a spreadsheet would take for a formula (=, +, -, @, tab, and their full-width forms) is led by an apostrophe.
 */
export function toCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string | number>>[],
): string {
  return stringify([...rows], {
    header: true,
    columns: [...columns],
    record_delimiter: 'windows',
    // Its own rule knows the delimiter as a whole; other programs take half of it for the end of a line as well.
    quoted_match: /[\r\n]/,
    escape_formulas: true,
    cast: { string: (text) => (number.test(text) ? { value: text, escape_formulas: false } : text) },
  });
}
