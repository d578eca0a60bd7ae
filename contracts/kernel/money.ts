import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';

/** ISO 4217 code of a currency that Parterre sells in. */
export type CurrencyCode = 'EUR' | 'USD' | 'GBP' | 'CHF';
export const currencyCodes: readonly CurrencyCode[] = ['EUR', 'USD', 'GBP', 'CHF'];

/** Digits after the decimal point; all supported currencies have two. */
const MINOR_DIGITS = 2;

/** The largest amount that is accepted from outside: ten million major units. */
export const MAX_MINOR_UNITS = 1_000_000_000n;

/** An amount of money inside Parterre: whole minor units (cents), never a float. May be negative in a ledger. */
export interface Money {
  readonly minor: bigint;
  readonly currency: CurrencyCode;
}

/** An amount of money as GraphQL and facts carry it: a decimal text such as "12.50". */
export interface DecimalMoney {
  readonly amount: string;
  readonly currencyCode: CurrencyCode;
}

export function money(minor: bigint, currency: CurrencyCode): Money {
  return { minor, currency };
}

/** Formats minor units as a decimal text with two digits: 1250n is "12.50". */
export function formatAmount(minor: bigint): string {
  const sign = minor < 0n ? '-' : '';
  const digits = (minor < 0n ? -minor : minor).toString().padStart(MINOR_DIGITS + 1, '0');
  return `${sign}${digits.slice(0, -MINOR_DIGITS)}.${digits.slice(-MINOR_DIGITS)}`;
}

export function toDecimal(value: Money): DecimalMoney {
  return { amount: formatAmount(value.minor), currencyCode: value.currency };
}

/**
 * Reads money that the server itself wrote: a sum may be above what one amount from outside may be, and a
 * ledger's may be negative. Throws on anything that `toDecimal` does not write.
 */
export function fromDecimal(value: DecimalMoney): Money {
  const match = /^(-?)(\d+)\.(\d{2})$/.exec(value.amount);
  if (!match) throw new Error(`expected a decimal with two digits, got "${value.amount.slice(0, 40)}"`);
  const minor = BigInt(`${match[2]}${match[3]}`);
  return { minor: match[1] ? -minor : minor, currency: value.currencyCode };
}

/**
 * Reads money from outside: at most two decimals, not negative, at most MAX_MINOR_UNITS (or `mostMinor`), a
 * supported currency; zero only where `allowZero` says so. `field` is the path of the input for the rejection.
 */
export function parseMoney(
  value: { readonly amount: string; readonly currencyCode: string },
  options: {
    readonly allowZero?: boolean;
    readonly mostMinor?: bigint;
    readonly field?: readonly string[];
  } = {},
): Money | Rejection<'INVALID_AMOUNT'> {
  const { field = ['amount'], mostMinor = MAX_MINOR_UNITS } = options;
  const currency = currencyCodes.find((code) => code === value.currencyCode);
  if (!currency) {
    return reject(
      'INVALID_AMOUNT',
      `expected a currency of ${currencyCodes.join(', ')}, got "${value.currencyCode.slice(0, 20)}"`,
      [...field, 'currencyCode'],
    );
  }
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(value.amount);
  if (!match) {
    return reject(
      'INVALID_AMOUNT',
      `expected a decimal such as "12.50" with at most two digits after the point, got "${value.amount.slice(0, 40)}"`,
      [...field, 'amount'],
    );
  }
  const minor = BigInt(match[1] ?? '0') * 100n + BigInt((match[2] ?? '').padEnd(MINOR_DIGITS, '0'));
  if (minor === 0n && !options.allowZero) {
    return reject('INVALID_AMOUNT', 'expected an amount above zero, got zero', [...field, 'amount']);
  }
  if (minor > mostMinor) {
    return reject('INVALID_AMOUNT', `expected at most ${formatAmount(mostMinor)}, got ${value.amount}`, [
      ...field,
      'amount',
    ]);
  }
  return { minor, currency };
}

/** `numerator / denominator` of an amount, rounded half away from zero: the one place where money is rounded. */
export function shareOf(minor: bigint, numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new Error(`expected a positive denominator, got ${denominator}`);
  const product = minor * numerator;
  const half = denominator / 2n;
  return product >= 0n ? (product + half) / denominator : -((-product + half) / denominator);
}

/** Splits an amount by weights so that the parts sum to it exactly (largest remainder, earlier parts first). */
export function allocate(minor: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) return weights.map((_, index) => (index === 0 ? minor : 0n));
  const parts = weights.map((weight) => (minor * weight) / total);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (minor * weight) % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  let left = minor - parts.reduce((sum, part) => sum + part, 0n);
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts;
}
