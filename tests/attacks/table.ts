import { readFileSync, writeFileSync } from 'node:fs';
import { bounds, type Row } from './battery.ts';

const BEGIN = '<!-- attacks: written by `npm run attacks` -->';
const END = '<!-- /attacks -->';

/** The rows as a Markdown table under a line that says where and when. */
export function tableOf(rows: readonly Row[], where: string): string {
  const good = rows.filter(({ faults }) => faults.length === 0).length;
  return [
    `${where} ${good} of ${rows.length} held. Bounds: refused within ${bounds.refusedMs} ms (median), health within ${bounds.healthMs} ms, memory back within ${bounds.memoryMb} MB.`,
    '',
    '| threat | attack | right | what came | refused: median, slowest | memory: before, peak, after | slowest health | |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.map(lineOf),
  ].join('\n');
}

export function lineOf(row: Row): string {
  const { threat, name, expected, answer, medianMs, slowestMs, memory, healthMs, faults } = row;
  const times = medianMs === undefined ? '–' : `${medianMs.toFixed(1)}, ${slowestMs?.toFixed(1)} ms`;
  const megabytes = [memory.before, memory.peak, memory.after].map((mb) => mb?.toFixed(0) ?? '?').join(', ');
  const cells = [
    threat,
    name,
    expected,
    answer,
    times,
    `${megabytes} MB`,
    `${healthMs.toFixed(0)} ms`,
    faults.length === 0 ? 'held' : `**${faults.join('; ')}**`,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

/** Puts the table between the markers of a document. @throws Error when they are not there */
export function writeInto(file: URL, table: string): void {
  const text = readFileSync(file, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin)
    throw new Error(`expected ${file.pathname} to have the markers ${BEGIN} and ${END}`);
  writeFileSync(file, `${text.slice(0, begin + BEGIN.length)}\n${table}\n${text.slice(end)}`);
}
