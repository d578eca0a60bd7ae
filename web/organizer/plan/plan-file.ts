import type { SeatingPlanFormat } from '../../graphql/generated/graphql.ts';

/** Longer lines are nothing to read: such a file is laid out anew before its faults are told by line. */
const LONGEST_LINE = 2_000;
export const LONGEST_DOCUMENT = 10_000_000;

/** No text that may be sent takes more bytes in UTF-8. */
const LARGEST_FILE = 4 * LONGEST_DOCUMENT;

export type FileRead =
  | { readonly kind: 'read'; readonly document: string }
  | { readonly kind: 'unusable'; readonly code: 'DOCUMENT_TOO_LARGE' | 'FILE_UNREADABLE' };

/** The text of a file, in lines that can be read. One that is too large is not read: the page would stand still over it. */
export async function readPlanFile(file: Pick<File, 'size' | 'text'>): Promise<FileRead> {
  if (file.size > LARGEST_FILE) return { kind: 'unusable', code: 'DOCUMENT_TOO_LARGE' };
  try {
    return { kind: 'read', document: readableLines(await file.text()) };
  } catch {
    return { kind: 'unusable', code: 'FILE_UNREADABLE' };
  }
}

/** Which program wrote a file; null when it looks like none. */
export function formatOf(document: string): SeatingPlanFormat | null {
  let plan: unknown;
  try {
    plan = JSON.parse(document);
  } catch {
    return null;
  }
  if (typeof plan !== 'object' || plan === null) return null;
  const has = (key: string) => key in plan;
  if ('format' in plan && String(plan.format).startsWith('parterre-')) return 'PARTERRE';
  if (has('subChart') || has('subChartFloors')) return 'SEATS_IO';
  if (has('zones') && has('categories')) return 'PRETIX';
  if (has('priceZones')) return 'PARTERRE';
  return null;
}

/** The document with lines that can be read: as it is, unless it is JSON in lines without an end. */
export function readableLines(document: string): string {
  if (!document.split('\n').some((line) => line.length > LONGEST_LINE)) return document;
  try {
    const laidOut = JSON.stringify(JSON.parse(document), null, 2);
    return laidOut.length <= LONGEST_DOCUMENT ? laidOut : document;
  } catch {
    return document;
  }
}

/** Where in a document something is at fault, and in which words. */
export interface PlanFault {
  /** From 1; null where the server names none. */
  readonly line: number | null;
  /** A JSON path such as `$.zones[0].rows[3]`, or "column 7". */
  readonly place: string | null;
  readonly text: string;
}

/** Takes a message of `importSeatingPlan` apart: `line 812, $.zones[0].rows[3]: expected …`. */
export function readFault(message: string): PlanFault {
  const [, line, place, text] = /^line (\d+), (\$[^:]*|column \d+): ([\s\S]*)$/.exec(message) ?? [];
  if (line === undefined || place === undefined || text === undefined) {
    return { line: null, place: null, text: message };
  }
  return { line: Number(line), place, text };
}

export interface ExcerptLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  readonly isMeant: boolean;
}

/** The line that is meant with two around it, each cut after 160 characters; empty where there is no such line. */
export function excerptOf(lines: readonly string[], line: number | null): readonly ExcerptLine[] {
  if (line === null || lines[line - 1] === undefined) return [];
  const first = Math.max(1, line - 2);
  return lines.slice(first - 1, line + 2).map((text, at) => ({
    number: first + at,
    text: text.length > 160 ? `${text.slice(0, 160)}…` : text,
    isMeant: first + at === line,
  }));
}
