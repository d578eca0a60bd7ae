import type { Answer } from '../support/client.ts';

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

/** The innermost objects of an answer that have this key: the objects that the way leads to. */
function objectsWith(node: unknown, key: string): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap((each) => objectsWith(each, key));
  if (typeof node !== 'object' || node === null) return [];
  const record = node as Record<string, unknown>;
  const below = Object.values(record).flatMap((each) => objectsWith(each, key));
  if (below.length > 0) return below;
  return key in record ? [record] : [];
}
