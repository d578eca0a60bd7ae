/** What a command answers: a table or lines for people, the same as JSON for programs, and how it went. */
export interface Answer {
  readonly rows?: readonly Readonly<Record<string, Cell>>[];
  /** Said in place of an empty table. */
  readonly none?: string;
  readonly lines?: readonly string[];
  /** What `--json` prints. */
  readonly json: unknown;
  /** 0 when it is as it should be, 1 when a person has something left to do. */
  readonly exitCode?: 0 | 1;
}

type Cell = string | number | null;

/** A command was called wrongly: its message says how it is called. */
export class UsageError extends Error {}
/** What was asked for is not there, or cannot be done now: one line for a person. */
export class Refused extends Error {}

export function print(answer: Answer, asJson: boolean, write: (text: string) => void): void {
  if (asJson) {
    write(`${JSON.stringify(answer.json, null, 2)}\n`);
    return;
  }
  if (answer.rows) write(answer.rows.length > 0 ? table(answer.rows) : `${answer.none ?? 'none'}\n`);
  for (const line of answer.lines ?? []) write(`${plain(line)}\n`);
}

/** Columns of one width, by the keys of the first row. Control characters of foreign texts reach no terminal. */
export function table(rows: readonly Readonly<Record<string, Cell>>[]): string {
  const names = Object.keys(rows[0] ?? {});
  const cells = [names, ...rows.map((row) => names.map((name) => plain(String(row[name] ?? ''))))];
  const widths = names.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return cells
    .map(
      (line) =>
        `${line
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

/** A text on one line, without control characters. */
export function plain(text: string): string {
  return text.replace(/\p{Cc}\s*/gu, ' ');
}

export function cut(text: string | null, most: number): string {
  if (text === null) return '';
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** 75 → "1m 15s", 7,300 → "2h 1m" */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [days, hours, minutes] = [
    Math.floor(whole / 86_400),
    Math.floor((whole % 86_400) / 3_600),
    Math.floor((whole % 3_600) / 60),
  ];
  if (days > 0) return `${days}d ${hours}h`;
  if (hours > 0) return `${hours}h ${minutes}m`;
  return minutes > 0 ? `${minutes}m ${whole % 60}s` : `${whole}s`;
}

export const secondsSince = (at: Date): number => (Date.now() - at.getTime()) / 1_000;
