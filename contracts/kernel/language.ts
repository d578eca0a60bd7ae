/** In which languages Parterre writes to somebody and prints tickets; the schemas' `Language` names the same. */
export const languages = ['EN', 'RU'] as const;
export type Language = (typeof languages)[number];
