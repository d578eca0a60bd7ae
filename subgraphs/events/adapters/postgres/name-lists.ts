import { type QueryOrderMap, raw } from '@mikro-orm/postgresql';
import type { SortKey, WantedNames } from '../../application/ports/catalogue.ts';

/** What venues and artists have alike: a name, and what is searched in. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** Conditions of a list by name: what has all the words that are looked for, after the row that the page begins behind. */
export function namedLike({ search, page: { after } }: WantedNames): object[] {
  return [...(search === null ? [] : [hasWords(search)]), ...(after === null ? [] : [comesAfter(after)])];
}

/** What has no words, such as "!!!", is looked for as it is. */
function hasWords(search: string): object {
  const found = (alias: string) => `case when search_form(?) = '' then position(? in ${alias}.name) > 0
    else has_words(string_to_array(search_form(?), ' '), ${alias}.found_by) end`;
  return { [raw(found, [search, search, search])]: [] };
}

function comesAfter({ sortKey, id }: SortKey): object {
  const after = (alias: string) => `(${alias}.name collate people, ${alias}.id) > (?, ?::uuid)`;
  return { [raw(after, [sortKey, id])]: [] };
}

/** As people sort names: Ä beside A, "Hall 2" before "Hall 10". */
export function byName<Row extends Named>(): QueryOrderMap<Row>[] {
  return [
    { [raw((alias: string) => `${alias}.name collate people`)]: 'asc' },
    { id: 'asc' },
  ] as QueryOrderMap<Row>[];
}
