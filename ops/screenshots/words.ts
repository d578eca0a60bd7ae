import { readFileSync } from 'node:fs';

export type Language = 'en' | 'ru';

/** What the app says for an English text without plural, so that a control is found by its name in either language. */
export function wordsOf(language: Language): (english: string) => string {
  if (language === 'en') return (english) => english;
  const words = new Map(['shop', 'later', 'office'].flatMap((half) => entries(half)));
  return (english) => {
    const word = words.get(english);
    if (!word) throw new Error(`expected web/locales/*/ru.po to translate "${english}", got nothing`);
    return word;
  };
}

function entries(half: string): [english: string, russian: string][] {
  const catalogue = readFileSync(new URL(`../../web/locales/${half}/ru.po`, import.meta.url), 'utf8');
  return [...catalogue.matchAll(/^msgid (".*")\nmsgstr (".*")$/gm)].map(([, id, text]) => [
    JSON.parse(id ?? '""'),
    JSON.parse(text ?? '""'),
  ]);
}
