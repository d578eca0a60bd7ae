import type { Cache, Resolver } from '@urql/exchange-graphcache';
import { stringifyVariables } from 'urql';

/** Arguments of a list but for where a page begins: what makes two pages parts of one list. */
function question(args: Readonly<Record<string, unknown>> | null): string {
  const { after: _, ...rest } = args ?? {};
  return stringifyVariables(rest);
}

/** Where a page ends: the cursor after which the next one begins. */
export function endOf(cache: Cache, page: string): unknown {
  return cache.resolve(cache.resolve(page, 'pageInfo') as string, 'endCursor');
}

/**
 * A list that is read page by page with `after`, as one: its first page, and each other one that goes on where the one
 * before it ends now. What came first may have been asked for anew since, and end elsewhere, since something new stands
 * before it: then what goes on there is asked for again. Merged all the same, the pages would leave out what fell between them.
 *
 * @param ends where pages end that hold more rows than they came with
 */
export const chainedPages =
  (ends: ReadonlyMap<string, unknown>): Resolver =>
  (_parent, args, cache, { parentKey, fieldName }) => {
    const asked = cache.resolve(parentKey, fieldName, args);
    if (typeof asked !== 'string') return undefined;
    const pages = new Map<unknown, string>();
    for (const { fieldKey, fieldName: name, arguments: of } of cache.inspectFields(parentKey)) {
      if (name !== fieldName || question(of) !== question(args)) continue;
      const page = cache.resolve(parentKey, fieldKey);
      if (typeof page === 'string') pages.set(of?.after ?? null, page);
    }
    const nodes = new Set<unknown>();
    let endCursor: unknown = null;
    let hasNextPage: unknown = true;
    for (let page = pages.get(null) ?? asked; page && hasNextPage; page = pages.get(endCursor) ?? '') {
      // Each once: no circle of cursors goes round for ever.
      pages.delete(endCursor);
      for (const node of (cache.resolve(page, 'nodes') as readonly unknown[] | undefined) ?? [])
        nodes.add(node);
      endCursor = ends.get(page) ?? endOf(cache, page);
      hasNextPage = cache.resolve(cache.resolve(page, 'pageInfo') as string, 'hasNextPage');
    }
    const pageInfo = { __typename: 'PageInfo', endCursor, hasNextPage };
    return { __typename: cache.resolve(asked, '__typename'), nodes: [...nodes], pageInfo } as never;
  };
