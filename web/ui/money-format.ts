/** A sum as the API gives it: a decimal such as `39.00`, and a code of ISO 4217. */
export interface MoneyValue {
  readonly amount: string;
  readonly currencyCode: string;
}

export interface MoneyFormat {
  /** A plus for what comes in; a minus is always shown. */
  readonly sign?: boolean;
  /** No `.00` behind a whole sum, for prices in running text. */
  readonly short?: boolean;
}

const DECIMAL = /^-?\d+(\.\d+)?$/;
const SUM = /^(\d{1,12})(?:[.,](\d*))?$/;
const GROUPED_BY_COMMA = /^\d{1,3}(,\d{3})+(\.\d*)?$/;
const GROUPED_BY_POINT = /^\d{1,3}(\.\d{3})+(,\d*)?$/;
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, currency: string, { sign, short }: MoneyFormat): Intl.NumberFormat {
  const key = `${locale} ${currency} ${sign ?? false} ${short ?? false}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      signDisplay: sign ? 'exceptZero' : 'negative',
      trailingZeroDisplay: short ? 'stripIfInteger' : 'auto',
    });
    formatters.set(key, found);
  }
  return found;
}

function isDecimal(text: string): text is `${number}` {
  return DECIMAL.test(text);
}

/** All digits of the decimal are kept: it never becomes a float. What is no decimal is a bug, and throws. */
export function formatMoney(
  { amount, currencyCode }: MoneyValue,
  locale: string,
  format: MoneyFormat = {},
): string {
  if (!isDecimal(amount)) throw new TypeError(`expected a decimal as an amount, got "${amount}"`);
  return formatter(locale, currencyCode, format).format(amount);
}

/** The sign of a currency, and on which side of a sum it stands. */
export function currencySymbol(currencyCode: string, locale: string): { symbol: string; isBefore: boolean } {
  const parts = formatter(locale, currencyCode, {}).formatToParts(1);
  const at = parts.findIndex(({ type }) => type === 'currency');
  return {
    symbol: parts[at]?.value ?? currencyCode,
    isBefore: at < parts.findIndex(({ type }) => type === 'integer'),
  };
}

/**
 * What somebody typed as a decimal with the digits of the currency, or null when it is no sum: `1 234,5` in Russian and
 * `1,234.5` in English are both `1234.50`. Point and comma both begin minor units, whatever the language, unless three
 * digits follow and the language groups thousands by it. Nothing below zero.
 */
export function parseAmount(text: string, currencyCode: string, locale: string): string | null {
  const format = formatter(locale, currencyCode, {});
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const group = format.formatToParts(11_111_111).find(({ type }) => type === 'group')?.value ?? '';
  const plain = text.replaceAll(/\s/g, '');
  const grouped = group === ',' ? GROUPED_BY_COMMA : GROUPED_BY_POINT;
  const isGrouped = (group === ',' || group === '.') && grouped.test(plain);
  const [, whole, fraction = ''] = SUM.exec(isGrouped ? plain.replaceAll(group, '') : plain) ?? [];
  if (whole === undefined || fraction.length > digits) return null;
  const kept = whole.replace(/^0+(?=\d)/, '');
  return digits === 0 ? kept : `${kept}.${fraction.padEnd(digits, '0')}`;
}
