/** In which languages Parterre writes to somebody and prints tickets; the schemas' `Language` names the same. */
export const languages = ['EN', 'RU'] as const;
export type Language = (typeof languages)[number];

/** How dates and amounts are written in each. */
export const locales = { EN: 'en-GB', RU: 'ru-RU' } as const satisfies Record<Language, string>;
