import { readFileSync } from 'node:fs';
import { subgraphNames } from '@parterre/contracts/kernel/caller.ts';

export type Subgraph = (typeof subgraphNames)[number];

/** How an invariant is looked into: see the head of invariants.sql. */
export type Look =
  | { readonly kind: 'finds nothing'; readonly in: Subgraph; readonly sql: string }
  | { readonly kind: 'the same'; readonly one: Part; readonly other: Part }
  | { readonly kind: 'right'; readonly told: Part; readonly right: Part };

export interface Part {
  readonly in: Subgraph;
  readonly sql: string;
}

export interface Invariant {
  /** "2a" */
  readonly number: string;
  readonly title: string;
  /** The consumer that has to have applied what it was told before the invariant can be judged. */
  readonly after: { readonly subgraph: Subgraph; readonly group: string } | null;
  readonly looks: readonly Look[];
}

/** The statement that tells which bookings are at work. */
const IN_FLIGHT = '0';

/** The invariants of invariants.sql, and the statement that tells which bookings of $1 are at work. */
export function readInvariants(): { readonly invariants: readonly Invariant[]; readonly inFlight: Part } {
  const text = readFileSync(new URL('./invariants.sql', import.meta.url), 'utf8');
  const chapters = text.split(/^(?=-- \d+[a-z]?\. )/m).slice(1);
  const all = chapters.map(readChapter);
  const inFlight = all.find(({ number }) => number === IN_FLIGHT)?.looks[0];
  if (inFlight?.kind !== 'finds nothing') throw new Error('expected invariants.sql to have a statement 0.');
  return { invariants: all.filter(({ number }) => number !== IN_FLIGHT), inFlight };
}

function readChapter(chapter: string): Invariant {
  const [heading = '', ...rest] = chapter.trim().split('\n');
  const [, number = '', title = '', after] =
    /^-- (\d+[a-z]?)\. (.*?)(?: -- after (\S+))?$/.exec(heading) ?? [];
  const parts = rest
    .join('\n')
    .split(/^-- (?=(?:the same |right )?in )/m)
    .slice(1)
    .map((part) => {
      const [, relation = '', place = '', sql = ''] =
        /^(the same |right )?in ([a-z ]+):\n([\s\S]*);\s*$/.exec(part) ?? [];
      if (!sql)
        throw new Error(`expected a statement and a semicolon below each "-- in" of invariant ${number}`);
      return { relation: relation.trim(), place, sql };
    });
  return {
    number,
    title,
    after: after ? { subgraph: subgraphOf(after.split('.', 1).join()), group: after } : null,
    looks: looksOf(number, parts),
  };
}

function looksOf(
  number: string,
  parts: readonly { readonly relation: string; readonly place: string; readonly sql: string }[],
): Look[] {
  const [first, second] = parts;
  if (!first) throw new Error(`expected invariant ${number} to have a statement`);
  if (first.place === 'every subgraph') {
    return subgraphNames.map((name) => ({ kind: 'finds nothing', in: name, sql: first.sql }));
  }
  const one = { in: subgraphOf(first.place), sql: first.sql };
  if (!second) return [{ kind: 'finds nothing', ...one }];
  const other = { in: subgraphOf(second.place), sql: second.sql };
  return [
    second.relation === 'right'
      ? { kind: 'right', told: one, right: other }
      : { kind: 'the same', one, other },
  ];
}

function subgraphOf(name: string): Subgraph {
  const known = subgraphNames.find((each) => each === name);
  if (!known) throw new Error(`expected the name of a subgraph in invariants.sql, got "${name}"`);
  return known;
}
