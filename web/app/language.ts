import { i18n } from '@lingui/core';

export { i18n };

export type Language = 'en' | 'ru';

const PLACE = 'parterre.language';

export const languages: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'ru', name: 'Русский' },
];

/** What was chosen here before, else the first of the browser's languages that there is. */
export function preferredLanguage(): Language {
  const wanted = [localStorage.getItem(PLACE) ?? '', ...navigator.languages];
  const known = wanted.map((tag) => languages.find(({ code }) => tag.toLowerCase().startsWith(code)));
  return known.find((language) => language !== undefined)?.code ?? 'en';
}

/** As the server names a language, for a `lang` attribute: what was written to somebody stays in its own. */
export function languageTag(language: 'EN' | 'RU'): Language {
  return language === 'RU' ? 'ru' : 'en';
}

/**
 * The tag by which dates and sums are written, `en-GB`: the first of the browser's languages that is a kind of the one
 * shown. The words are the same, the order of day and month is not.
 */
export function regionalTag(language: Language, wanted: readonly string[] = navigator.languages): string {
  return wanted.find((tag) => tag.split('-')[0]?.toLowerCase() === language && isKnown(tag)) ?? language;
}

/** Some browsers name themselves by what is no tag of a language, `en-US@posix`; Intl throws on it. */
function isKnown(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** The words, in parts that come with the pages that need them. */
const catalogues = {
  /** The list of events, a map, and what stands around every page. */
  shop: {
    en: () => import('../locales/shop/en.po'),
    ru: () => import('../locales/shop/ru.po'),
  },
  /** What a buyer comes to from there: series, bookings, tickets, the account. */
  later: {
    en: () => import('../locales/later/en.po'),
    ru: () => import('../locales/later/ru.po'),
  },
  office: {
    en: () => import('../locales/office/en.po'),
    ru: () => import('../locales/office/ru.po'),
  },
} as const;

type Words = keyof typeof catalogues;

const open = new Set<Words>(['shop']);
const opening = new Map<Words, Promise<void>>();

/** What was asked for last: what was asked for before may come later. */
let chosen: Language = 'en';

/** Loads the catalogues and shows them; the page says what language it is in. */
export async function activateLanguage(language: Language): Promise<void> {
  chosen = language;
  const loaded = [...open].map((words) => catalogues[words][language]());
  for (const { messages } of await Promise.all(loaded)) i18n.load(language, messages);
  if (chosen !== language) return;
  i18n.activate(language, regionalTag(language));
  document.documentElement.lang = language;
}

/** Brings more words, in the language that is chosen. To be called before a page that has them is. */
export function openWords(words: Exclude<Words, 'shop'>): Promise<void> {
  const known = opening.get(words);
  if (known) return known;
  open.add(words);
  const loading = activateLanguage(chosen).catch((error: unknown) => {
    // Else the next page of it would come without them.
    open.delete(words);
    opening.delete(words);
    throw error;
  });
  opening.set(words, loading);
  return loading;
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(PLACE, language);
  await activateLanguage(language);
}
