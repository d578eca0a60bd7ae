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

/** Loads the catalogue and shows it; the page says what language it is in. */
export async function activateLanguage(language: Language): Promise<void> {
  const { messages } =
    language === 'ru' ? await import('../locales/ru.po') : await import('../locales/en.po');
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(PLACE, language);
  await activateLanguage(language);
}
