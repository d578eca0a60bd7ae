import { type Id, isId } from '../kernel/ids.ts';
import { parseInstant } from '../kernel/instants.ts';
import { badUserInput } from './errors.ts';

const DEFAULT_PAGE = 20;
const LARGEST_PAGE = 100;
const LONGEST_CURSOR = 1_000;

/** Which page is asked for: the rows after the one with this key, the first ones when it is null. */
export interface Page<Key> {
  readonly limit: number;
  readonly after: Key | null;
}

/**
 * How a list is sorted, and what its cursors therefore hold: reads a row's key from the parts that `toConnection` was
 * given for it. Null when they are no key of such a list.
 */
export type ReadKey<Key> = (...parts: readonly string[]) => Key | null;

/** The key of a list that is sorted by id: `[id]`. */
export const byId = <Kind extends string>(id = '', ...rest: readonly string[]): Id<Kind> | null =>
  rest.length === 0 && isId<Kind>(id) ? id : null;

/** The key of a list that is sorted by a time and then by id: `[time as ISO 8601, id]`. */
export function byTimeAndId<Kind extends string>(
  time = '',
  id = '',
  ...rest: readonly string[]
): { readonly time: Date; readonly id: Id<Kind> } | null {
  const instant = parseInstant(time);
  return rest.length === 0 && instant && isId<Kind>(id) ? { time: instant, id } : null;
}

export interface Connection<Row> {
  readonly edges: { readonly cursor: string; readonly node: Row }[];
  readonly nodes: Row[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/**
 * Reads the paging arguments of a connection field: 20 rows unless said otherwise, at most 100.
 *
 * @throws BAD_USER_INPUT for a size out of range or a cursor that this list did not write.
 */
export function readPage<Key>(
  args: { readonly first?: number | null; readonly after?: string | null },
  readKey: ReadKey<Key>,
): Page<Key> {
  const limit = args.first ?? DEFAULT_PAGE;
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) {
    throw badUserInput(`expected "first" between 1 and ${LARGEST_PAGE}, got ${limit}`);
  }
  return { limit, after: args.after == null ? null : readCursor(args.after, readKey) };
}

/** The page with one row more, by which `toConnection` tells whether another page follows. */
export function oneMore<Key>({ limit, after }: Page<Key>): Page<Key> {
  return { limit: limit + 1, after };
}

/**
 * Makes a connection of rows that were read by keyset. Fetch `oneMore(page)` rows and hand in all of them: the
 * one too many tells that there is a next page. There is a previous one where `page.after` names a row. `cursorOf`
 * answers the columns that the rows are ordered by. Source: Relay's cursor connections specification.
 */
export function toConnection<Row>(
  rows: readonly Row[],
  page: { readonly limit: number; readonly after?: unknown },
  cursorOf: (row: Row) => string[],
): Connection<Row> {
  const nodes = rows.slice(0, page.limit);
  const edges = nodes.map((node) => ({ cursor: writeCursor(cursorOf(node)), node }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > page.limit,
      hasPreviousPage: page.after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function writeCursor(parts: string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function readCursor<Key>(cursor: string, readKey: ReadKey<Key>): Key {
  const parts =
    cursor.length <= LONGEST_CURSOR ? parseJson(Buffer.from(cursor, 'base64url').toString()) : null;
  const isWhole = Array.isArray(parts) && parts.every((part) => typeof part === 'string');
  const key = isWhole ? readKey(...parts) : null;
  if (key === null)
    throw badUserInput('expected "after" to be the endCursor of an earlier page of this list');
  return key;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
