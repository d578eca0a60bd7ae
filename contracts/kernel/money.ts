import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { currencies } from './currencies.generated.ts';

/** A currency by its code of ISO 4217. */
export type CurrencyCode = keyof typeof currencies;
export const currencyCodes = Object.keys(currencies) as readonly CurrencyCode[];

export function isCurrencyCode(code: string): code is CurrencyCode {
  return Object.hasOwn(currencies, code);
}

/** Digits after the decimal point: 2 for EUR, 0 for JPY, 3 for KWD. */
export function digitsOf(currency: CurrencyCode): number {
  return currencies[currency].digits;
}

/** How many minor units are one whole unit: 100 for EUR, 1 for JPY. */
export function minorPerUnit(currency: CurrencyCode): bigint {
  return 10n ** BigInt(digitsOf(currency));
}

const MOST_SMALLEST_COINS = 1_000_000_000n;

/**
 * The largest amount that is accepted from outside, in minor units: a thousand million of the smallest coin in use.
 * That is 10,000,000.00 EUR, 1,000,000,000 JPY, 1,000,000.000 KWD and 1,000,000,000.00 IDR. What the smallest coin
 * is follows what money is worth, so one number is a large sum everywhere; one of whole units would not be.
 */
export function mostMinorUnits(currency: CurrencyCode): bigint {
  const { digits, digitsInUse } = currencies[currency];
  return MOST_SMALLEST_COINS * 10n ** BigInt(digits - digitsInUse);
}

/** The largest sum that a wallet is filled to and a booking may come to, in minor units: ten of the largest amounts. */
export function mostMinorUnitsInSum(currency: CurrencyCode): bigint {
  return 10n * mostMinorUnits(currency);
}

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

/** Formats minor units as a decimal text with the currency's digits: 1250n is "12.50" in EUR and "1250" in JPY. */
export function formatAmount(minor: bigint, currency: CurrencyCode): string {
  const digits = digitsOf(currency);
  const sign = minor < 0n ? '-' : '';
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

export function toDecimal(value: Money): DecimalMoney {
  return { amount: formatAmount(value.minor, value.currency), currencyCode: value.currency };
}

/**
 * Reads money that the server itself wrote: a sum may be above what one amount from outside may be, and a
 * ledger's may be negative. Throws on anything that `toDecimal` does not write.
 */
export function fromDecimal({ amount, currencyCode }: DecimalMoney): Money {
  const [, sign, units, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  if (units === undefined || fraction.length !== digitsOf(currencyCode)) {
    const expected = `a decimal with ${digitsOf(currencyCode)} digits in ${currencyCode}`;
    throw new Error(`expected ${expected}, got "${amount.slice(0, 40)}"`);
  }
  const minor = BigInt(`${units}${fraction}`);
  return { minor: sign ? -minor : minor, currency: currencyCode };
}

/**
 * Reads money from outside: at most the currency's digits, not negative, at most `mostMinorUnits` (or what `most`
 * says of the currency), a known currency; zero only where `allowZero` says so. `field` is the path of the input
 * for the rejection.
 */
export function parseMoney(
  value: { readonly amount: string; readonly currencyCode: string },
  options: {
    readonly allowZero?: boolean;
    readonly most?: (currency: CurrencyCode) => bigint;
    readonly field?: readonly string[];
  } = {},
): Money | Rejection<'INVALID_AMOUNT'> {
  const { field = ['amount'], most = mostMinorUnits } = options;
  const currency = value.currencyCode;
  if (!isCurrencyCode(currency)) {
    return reject(
      'INVALID_AMOUNT',
      `expected a currency code of ISO 4217 such as EUR, got "${currency.slice(0, 20)}"`,
      [...field, 'currencyCode'],
    );
  }
  const refuse = (expected: string, got: string) =>
    reject('INVALID_AMOUNT', `expected ${expected}, got ${got}`, [...field, 'amount']);
  const [, units, fraction = ''] = /^(\d{1,14})(?:\.(\d+))?$/.exec(value.amount) ?? [];
  if (units === undefined || fraction.length > digitsOf(currency)) {
    return refuse(writtenAs(currency), `"${value.amount.slice(0, 40)}"`);
  }
  const minor = BigInt(`${units}${fraction.padEnd(digitsOf(currency), '0')}`);
  if (minor === 0n && !options.allowZero) return refuse('an amount above zero', 'zero');
  if (minor > most(currency))
    return refuse(`at most ${formatAmount(most(currency), currency)}`, value.amount);
  return { minor, currency };
}

function writtenAs(currency: CurrencyCode): string {
  const example = formatAmount(1250n, currency);
  return digitsOf(currency) === 0
    ? `a whole number such as "${example}", because ${currency} has no digits after the point`
    : `a decimal such as "${example}" with at most ${digitsOf(currency)} digits after the point`;
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
