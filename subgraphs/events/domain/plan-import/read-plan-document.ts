import { getLocation, printParseErrorCode, visit } from 'jsonc-parser';
import { type PlanDraft, type PlanNotice, planLimits } from '../seating-plan.ts';
import { checkDraft } from './check-draft.ts';
import { DocumentPart, FaultList, type PlanFault } from './document-part.ts';
import { linesOf } from './lines.ts';
import { readParterrePlan } from './parterre-plan.ts';
import { readPretixPlan } from './pretix-plan.ts';
import { readSeatsIoChart } from './seats-io-chart.ts';

export type PlanFormat = 'PARTERRE' | 'PRETIX' | 'SEATS_IO';

const readers: Readonly<Record<PlanFormat, (root: DocumentPart) => PlanDraft>> = {
  PARTERRE: readParterrePlan,
  PRETIX: readPretixPlan,
  SEATS_IO: readSeatsIoChart,
};

export type PlanReading =
  /** With what the document means and the plan cannot say. */
  | { readonly kind: 'read'; readonly draft: PlanDraft; readonly warnings: readonly PlanNotice[] }
  | { readonly kind: 'too-large'; readonly message: string }
  | { readonly kind: 'malformed'; readonly message: string }
  | { readonly kind: 'invalid'; readonly faults: readonly PlanNotice[] };

/** Lists and objects in one another. Real charts have a dozen. */
const DEEPEST = 500;

/** Reads a document into a draft that keeps every rule of a plan, or lists every fault that it has. */
export function readPlanDocument(format: PlanFormat, document: string): PlanReading {
  if (document.length > planLimits.documentLength) {
    const message = `expected a document of at most ${planLimits.documentLength} characters, got ${document.length}`;
    return { kind: 'too-large', message };
  }
  // A file may begin with a byte order mark, which JSON.parse refuses and people cannot see.
  const text = document.startsWith('\uFEFF') ? document.slice(1) : document;
  const parsed = parseJson(text);
  if ('message' in parsed) return { kind: 'malformed', message: parsed.message };
  const faults = new FaultList();
  const root = new DocumentPart(parsed.value, '$', faults);
  const draft = readers[format](root);
  checkDraft(draft, faults);
  if (!faults.isEmpty) return { kind: 'invalid', faults: withLines(text, faults.all()) };
  return { kind: 'read', draft, warnings: withLines(text, draft.warnings ?? []) };
}

/** The lines are looked for afterwards: a document without a fault is read as fast as JSON.parse can. */
function withLines(text: string, notices: readonly PlanFault[]): readonly PlanNotice[] {
  if (notices.length === 0) return [];
  const lines = linesOf(
    text,
    notices.map(({ path }) => path),
  );
  return notices.map(({ path, message }, at) => ({ line: lines[at] ?? 1, path, message }));
}

function parseJson(text: string): { value: unknown } | { message: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const fault = findSyntaxFault(text);
    if (!fault) throw error;
    const { line, column, expected, got } = fault;
    return { message: `line ${line}, column ${column}: expected ${expected}, got ${got}` };
  }
}

/** Where a text stops being JSON; lines and columns count from 1. */
export interface SyntaxFault {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly got: string;
}

/**
 * Finds the first place where a text is no longer JSON (RFC 8259), or null when all of it is. JSON.parse knows that a
 * text is broken but, in V8, tells the place of only some faults.
 */
export function findSyntaxFault(text: string): SyntaxFault | null {
  const found = visitUntilFault(text);
  if (!found) return null;
  const before = text.slice(0, found.offset);
  const character = text[found.offset];
  return {
    line: before.split('\n').length,
    column: found.offset - before.lastIndexOf('\n'),
    expected: found.expected,
    got: character === undefined ? 'the end of the document' : JSON.stringify(character),
  };
}

/** Thrown out of `visit`, which would go on to the end of the text. */
class FirstFault extends Error {
  readonly offset: number;
  readonly expected: string;
  constructor(offset: number, expected: string) {
    super(expected);
    this.offset = offset;
    this.expected = expected;
  }
}

function visitUntilFault(text: string): FirstFault | null {
  let depth = 0;
  // `visit` calls itself for what is inside, so that a text of brackets alone would exhaust the stack.
  const open = (offset: number) => {
    depth += 1;
    if (depth > DEEPEST) throw new FirstFault(offset, `at most ${DEEPEST} lists and objects in one another`);
  };
  const close = () => {
    depth -= 1;
  };
  try {
    visit(
      text,
      {
        onObjectBegin: open,
        onArrayBegin: open,
        onObjectEnd: close,
        onArrayEnd: close,
        onError: (code, offset, length) => {
          throw describeFault(text, printParseErrorCode(code), offset, length);
        },
      },
      { disallowComments: true },
    );
    return null;
  } catch (error) {
    if (error instanceof FirstFault) return error;
    throw error;
  }
}

/** What was expected there. jsonc-parser names the token at fault; in a text or number the fault is further on. */
function describeFault(text: string, code: string, offset: number, length: number): FirstFault {
  switch (code) {
    case 'UnexpectedEndOfString':
      return new FirstFault(offset + length, 'the rest of a text in double quotes');
    case 'UnexpectedEndOfNumber':
      return new FirstFault(offset + length, 'the rest of a number');
    case 'InvalidCharacter':
      return new FirstFault(endOfSoundText(text, offset), 'the rest of a text in double quotes');
    case 'InvalidEscapeCharacter':
    case 'InvalidUnicode':
      return new FirstFault(endOfSoundText(text, offset), 'an escape sequence such as \\n or \\u00e9');
    case 'EndOfFileExpected':
      return new FirstFault(offset, 'the end of the document');
    case 'ColonExpected':
      return new FirstFault(offset, '":" after the key');
    case 'CommaExpected':
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return new FirstFault(offset, isInList(text, offset) ? '"," or "]"' : '"," or "}"');
    default:
      return new FirstFault(offset, isAtKey(text, offset) ? 'a key in double quotes' : 'a value');
  }
}

/** Where the first control character or wrong escape sequence is of a text whose quote is at `start`. */
function endOfSoundText(text: string, start: number): number {
  // Piece by piece: a picture in a chart is a text of megabytes, too long for a pattern that may step back.
  const sound = /[ !#-[\]-\uffff]+|\\(?:["\\/bfnrt]|u[0-9a-f]{4})/iy;
  sound.lastIndex = start + 1;
  let end = sound.lastIndex;
  while (sound.test(text)) end = sound.lastIndex;
  return end;
}

function isInList(text: string, offset: number): boolean {
  return typeof getLocation(text, offset).path.at(-1) === 'number';
}

function isAtKey(text: string, offset: number): boolean {
  return getLocation(text, offset).isAtPropertyKey;
}
