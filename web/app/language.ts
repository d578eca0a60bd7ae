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

/** The words of the shop and of the office: whoever never opens the office never loads its own. */
const catalogues = {
  shop: {
    en: () => import('../locales/shop/en.po'),
    ru: () => import('../locales/shop/ru.po'),
  },
  office: {
    en: () => import('../locales/office/en.po'),
    ru: () => import('../locales/office/ru.po'),
  },
} as const;

let isOfficeOpen = false;

/** Loads the catalogues and shows them; the page says what language it is in. */
export async function activateLanguage(language: Language): Promise<void> {
  const wanted = [catalogues.shop, ...(isOfficeOpen ? [catalogues.office] : [])];
  for (const { messages } of await Promise.all(wanted.map((half) => half[language]()))) {
    i18n.load(language, messages);
  }
  i18n.activate(language, regionalTag(language));
  document.documentElement.lang = language;
}

/** Brings the words of the office, in the language that is shown. To be called before a page of it is. */
export async function openOffice(): Promise<void> {
  if (isOfficeOpen) return;
  isOfficeOpen = true;
  await activateLanguage(i18n.locale === 'ru' ? 'ru' : 'en').catch((error: unknown) => {
    // Else the next page of it would come without them.
    isOfficeOpen = false;
    throw error;
  });
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(PLACE, language);
  await activateLanguage(language);
}
