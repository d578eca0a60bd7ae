import * as iso4217 from 'dinero.js/currencies';
import type { GeneratedFile } from './generated-file.ts';

export interface Currency {
  readonly code: string;
  readonly name: string;
  /** Digits after the decimal point by ISO 4217. */
  readonly digits: number;
  /** Digits that people still pay with, by Unicode CLDR: some currencies have no small coins any more. */
  readonly digitsInUse: number;
}

/** Where CLDR has no name yet. */
const names: Readonly<Record<string, string>> = { XAD: 'Arab Accounting Dinar' };

/**
 * Every currency of ISO 4217, in the order of their codes.
 *
 * Digits are ISO's and not those of `Intl`, which are CLDR's: what people round to in a shop. Banks and payment
 * providers count by ISO, in which a Hungarian forint has two digits and an Iraqi dinar three.
 */
export function currencies(): Currency[] {
  const name = new Intl.DisplayNames('en', { type: 'currency' });
  return Object.values(iso4217)
    .map(({ code, base, exponent }) => ({
      code,
      name: names[code] ?? name.of(code) ?? code,
      // The ariary and the ouguiya have five parts to the unit, which ISO 4217 counts with two digits.
      digits: base === 10 ? exponent : 2,
      digitsInUse: digitsInUse(code),
    }))
    .map((currency) => ({ ...currency, digitsInUse: Math.min(currency.digits, currency.digitsInUse) }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The table that the server counts by. */
export function currencyTable(all: readonly Currency[]): GeneratedFile {
  const rows = all.map(
    ({ code, digits, digitsInUse }) => `  ${code}: { digits: ${digits}, digitsInUse: ${digitsInUse} },\n`,
  );
  return {
    path: 'contracts/kernel/currencies.generated.ts',
    content: `// Written by \`npm run codegen\` from ISO 4217 and Unicode CLDR. Do not edit.
export const currencies = {
${rows.join('')}} as const;
`,
  };
}

/** The enum of the same currencies, for the shared head of the schemas. */
export function currencyEnum(all: readonly Currency[]): string {
  const values = all.map(({ code, name }) => `  "${name}."\n  ${code}\n`);
  return `"A currency, by its code of ISO 4217. A server sells in one of them."\nenum CurrencyCode {\n${values.join('')}}\n`;
}

function digitsInUse(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 0;
}
