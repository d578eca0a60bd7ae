import { badUserInput } from './errors.ts';

const DEFAULT_PAGE = 20;
const LARGEST_PAGE = 100;
const LONGEST_CURSOR = 1_000;

/** Which page is asked for. `after` holds the key of the last row that was seen, as `cursorOf` gave it. */
export interface Page {
  readonly limit: number;
  readonly after: string[] | null;
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
 * @throws BAD_USER_INPUT for a size out of range or a cursor that this server did not write.
 */
export function readPage(args: { readonly first?: number | null; readonly after?: string | null }): Page {
  const limit = args.first ?? DEFAULT_PAGE;
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) {
    throw badUserInput(`expected "first" between 1 and ${LARGEST_PAGE}, got ${limit}`);
  }
  return { limit, after: args.after == null ? null : readCursor(args.after) };
}

/**
 * Makes a connection of rows that were read by keyset. Fetch `page.limit + 1` rows and hand in all of them: the
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

function readCursor(cursor: string): string[] {
  const parts =
    cursor.length <= LONGEST_CURSOR ? parseJson(Buffer.from(cursor, 'base64url').toString()) : null;
  if (Array.isArray(parts) && parts.every((part) => typeof part === 'string')) return parts;
  throw badUserInput('expected "after" to be the endCursor of an earlier page');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
