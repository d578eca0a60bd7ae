/** An amount as the API has it: a decimal with the currency's digits, such as "12.50". */
export interface MoneyValue<Currency extends string = string> {
  readonly amount: string;
  readonly currencyCode: Currency;
}

/** In minor units, whatever their number: 1250n for "12.50". Throws RangeError for what is no decimal. */
export function minorUnits(amount: string): bigint {
  if (!/^-?\d+(\.\d+)?$/.test(amount)) throw new RangeError(`expected a decimal, got "${amount}"`);
  return BigInt(amount.replace('.', ''));
}

/** The sum of amounts in one currency, or null of none. Throws RangeError when they are in several. */
export function sum<Currency extends string>(
  values: readonly MoneyValue<Currency>[],
): MoneyValue<Currency> | null {
  const [first] = values;
  if (!first) return null;
  const digits = fractionDigits(first.amount);
  const other = values.find(({ currencyCode }) => currencyCode !== first.currencyCode);
  if (other) throw new RangeError(`expected ${first.currencyCode}, got ${other.currencyCode}`);
  const widest = Math.max(...values.map(({ amount }) => fractionDigits(amount)), digits);
  const total = values.reduce(
    (so, { amount }) => so + minorUnits(amount) * 10n ** BigInt(widest - fractionDigits(amount)),
    0n,
  );
  return { amount: decimal(total, widest), currencyCode: first.currencyCode };
}

/** `value` so many times. */
export function times<Currency extends string>(
  value: MoneyValue<Currency>,
  count: number,
): MoneyValue<Currency> {
  const digits = fractionDigits(value.amount);
  return { ...value, amount: decimal(minorUnits(value.amount) * BigInt(count), digits) };
}

/** What is missing of `wanted` when there is `present`; null when it is enough. */
export function shortfall<Currency extends string>(
  wanted: MoneyValue<Currency>,
  present: MoneyValue<Currency>,
): MoneyValue<Currency> | null {
  const digits = Math.max(fractionDigits(wanted.amount), fractionDigits(present.amount));
  const scaled = ({ amount }: MoneyValue) =>
    minorUnits(amount) * 10n ** BigInt(digits - fractionDigits(amount));
  const missing = scaled(wanted) - scaled(present);
  return missing > 0n ? { amount: decimal(missing, digits), currencyCode: wanted.currencyCode } : null;
}

function fractionDigits(amount: string): number {
  return amount.split('.')[1]?.length ?? 0;
}

function decimal(minor: bigint, digits: number): string {
  if (digits === 0) return String(minor);
  const text = String(minor < 0n ? -minor : minor).padStart(digits + 1, '0');
  return `${minor < 0n ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
