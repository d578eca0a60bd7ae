import type { ReadKey } from '@parterre/platform/graphql/connections.ts';
import { badUserInput } from '@parterre/platform/graphql/errors.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { countCharacters } from '@parterre/platform/kernel/text.ts';
import type { SortKey } from '../../application/ports/catalogue.ts';

const LONGEST_SEARCH = 100;

/**
 * The key of a list that is sorted by a text and then by id: `[text, id]`.
 *
 * @param isSortKey what else such a text has to be
 */
export function byTextAndId(isSortKey: (text: string) => boolean = () => true): ReadKey<SortKey> {
  return (text = '', id = '', ...rest) =>
    rest.length === 0 && isId(id) && isSortKey(text) ? { sortKey: withoutNul(text), id } : null;
}

/** Words to look for; null when there are none. */
export function readSearch(search: string | null | undefined, name = 'search'): string | null {
  const words = withoutNul(search ?? '').trim();
  const count = countCharacters(words, LONGEST_SEARCH);
  if (count > LONGEST_SEARCH) {
    throw badUserInput(`expected "${name}" of at most ${LONGEST_SEARCH} characters, got ${count}`);
  }
  return words === '' ? null : words;
}

/** An identifier to filter by. One that cannot be any matches nothing, so it becomes one that nobody has. */
export function readFilterId(id: string | null | undefined): string | null {
  if (id == null) return null;
  return isId(id) ? id : '00000000-0000-0000-0000-000000000000';
}

/** PostgreSQL knows no text with a NUL in it and would fail at one, so it is left out. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}
