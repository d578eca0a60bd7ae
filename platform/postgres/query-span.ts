import { SpanKind } from '@opentelemetry/api';
import { BoundedMap } from '../memory/bounded-map.ts';
import { inSpan, isBelowRecordedSpan } from '../telemetry/tracing.ts';

const MOST_SUMMARIES = 500;
/** What a statement is about stands in its beginning. */
const READ_CHARACTERS = 2_000;
const LONGEST_TEXT = 4_000;
const summaries = new BoundedMap<string, string>(MOST_SUMMARIES);

const change =
  /\b(insert\s+into|(?<!\bfor\s)(?<!\bno\s+key\s)update(?!\s+(?:set|skip|of|nowait)\b)|delete\s+from)\s+"?(\w+)"?/i;
const source = /\bfrom\s+"?(?!\()(\w+)"?/i;

/** What a statement does to which table, of a small vocabulary: "insert bookings", "select", "commit". */
export function summaryOf(text: string): string {
  const beginning = text.slice(0, READ_CHARACTERS);
  const changed = change.exec(beginning);
  if (changed) return `${changed[1]?.split(/\s/, 1)[0]?.toLowerCase()} ${changed[2]}`;
  const verb = /[a-z]+/i.exec(beginning)?.[0].toLowerCase() ?? 'statement';
  if (verb !== 'select' && verb !== 'with') return verb;
  const table = source.exec(beginning)?.[1];
  return table ? `select ${table}` : 'select';
}

/**
 * Runs a statement in a span of its own where it is part of a recorded trace; what asks the database by itself, such
 * as a poll, begins none. The text is told only when its values stand beside it: MikroORM writes them into it, and
 * they are mail addresses and the like.
 */
export function traceQuery<Result>(
  database: string | undefined,
  args: readonly unknown[],
  run: () => Promise<Result>,
): Promise<Result> {
  if (!isBelowRecordedSpan()) return run();
  const { text, hasValues } = readQuery(args);
  const summary = hasValues ? knownSummary(text) : summaryOf(text);
  return inSpan(
    {
      name: summary,
      kind: SpanKind.CLIENT,
      attributes: {
        'db.system.name': 'postgresql',
        'db.query.summary': summary,
        ...(database === undefined ? {} : { 'db.namespace': database }),
        ...(hasValues ? { 'db.query.text': text.slice(0, LONGEST_TEXT) } : {}),
      },
    },
    run,
  );
}

function knownSummary(text: string): string {
  const known = summaries.get(text);
  if (known !== undefined) return known;
  const made = summaryOf(text);
  summaries.set(text, made);
  return made;
}

function readQuery([query, values]: readonly unknown[]): {
  readonly text: string;
  readonly hasValues: boolean;
} {
  const isText = typeof query === 'string';
  const { text = '', values: own } = isText
    ? { text: query }
    : (query as { text?: string; values?: unknown });
  const given = values ?? own;
  return { text, hasValues: Array.isArray(given) && given.length > 0 };
}
