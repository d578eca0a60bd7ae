import type { Answer } from '../support/client.ts';
import { type CallerName, callers } from './access-policy.ts';

/** What a caller got to see of one field: its first value, a null, or nothing at all. */
export type Sight =
  | { readonly seen: true; readonly value: unknown }
  | { readonly seen: false; readonly why: string };

/**
 * Looks up a field in an answer, below the path that the way leads along. Not seen is: an error whose path
 * ends at or above the field, or an object on the way that is null or an empty list.
 */
export function sightOf(answer: Answer<object>, fieldName: string): Sight {
  const code = answer.errors?.[0]?.extensions?.code;
  if (!answer.data) return { seen: false, why: code ?? 'no data' };
  const holders = objectsWith(answer.data, fieldName);
  if (holders.length === 0) return { seen: false, why: code ?? 'null on the way' };
  if (answer.errors) return { seen: false, why: code ?? 'an error' };
  const value = holders.map((holder) => holder[fieldName]).find((each) => each !== null) ?? null;
  return { seen: true, value };
}

/**
 * Who sees something without right to it, and who does not though they may; one line each. What the administrator sees filled
 * counts as hidden from whoever sees it null.
 */
export function faultsOfSights(
  what: string,
  sights: Readonly<Record<CallerName, Sight>>,
  mayLook: readonly CallerName[],
): string[] {
  const filled = sights.admin.seen && sights.admin.value !== null;
  return callers.flatMap((caller) => {
    const sight = sights[caller];
    const sees = sight.seen && !(filled && sight.value === null);
    const should = mayLook.includes(caller);
    if (sees === should) return [];
    const seen = sight.seen
      ? `sees ${JSON.stringify(sight.value)?.slice(0, 60)}`
      : `does not see (${sight.why})`;
    return [`${caller} ${seen}, but should ${should ? '' : 'not '}see ${what}`];
  });
}

/** The innermost objects of an answer that have this key: the objects that the way leads to. */
function objectsWith(node: unknown, key: string): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap((each) => objectsWith(each, key));
  if (typeof node !== 'object' || node === null) return [];
  const record = node as Record<string, unknown>;
  const below = Object.values(record).flatMap((each) => objectsWith(each, key));
  if (below.length > 0) return below;
  return key in record ? [record] : [];
}
