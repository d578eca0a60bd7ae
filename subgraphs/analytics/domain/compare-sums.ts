/** A row of sums by a name that is its own, and what stands there. */
export interface SumRow {
  readonly name: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** How sums that were made anew are beside those that were there. */
export interface Comparison {
  /** Rows that are there now. */
  readonly rows: number;
  /** Rows that were not as they are now: other ones, missing ones, and ones that should not have been. */
  readonly differences: number;
  readonly first: Difference | null;
}

export interface Difference {
  readonly row: string;
  /** As JSON; null for no such row. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Compares row by row. The first difference is that of the least name. */
export function compareSums(before: readonly SumRow[], after: readonly SumRow[]): Comparison {
  const [old, now] = [textsOf(before), textsOf(after)];
  const differing = [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => old.get(name) !== now.get(name))
    .sort();
  const [row] = differing;
  return {
    rows: now.size,
    differences: differing.length,
    first: row === undefined ? null : { row, before: old.get(row) ?? null, after: now.get(row) ?? null },
  };
}

/** Keys in one order, whoever wrote the value. */
function textsOf(rows: readonly SumRow[]): Map<string, string> {
  return new Map(
    rows.map(({ name, value }) => [
      name,
      JSON.stringify(Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))),
    ]),
  );
}
