import type { I18n } from '@lingui/core';

/**
 * By what dates, times, numbers and sums are written: the language that is shown, of the reader's region. Of Lingui's
 * `locale` alone an English page would have American dates everywhere.
 */
export function formatLocale({ locale, locales }: Pick<I18n, 'locale' | 'locales'>): string {
  return [locales].flat()[0] ?? locale;
}
