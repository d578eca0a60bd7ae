import { type Language, locales } from './language.ts';
import type { DecimalMoney } from './money.ts';

/** "€22.50", "22,50 €": with as many digits as the amount has, which is money.ts's to know. */
export function amountInWords({ amount, currencyCode }: DecimalMoney, language: Language): string {
  const digits = amount.split('.')[1]?.length ?? 0;
  return formatOf(language, currencyCode, digits).format(amount as Intl.StringNumericLiteral);
}

/** By language, currency and digits. Formats are dear to make, and there are not many: 1 % of a busy server were made for mails. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: Language, currency: string, digits: number): Intl.NumberFormat {
  const name = `${language} ${currency} ${digits}`;
  const known = formats.get(name);
  if (known) return known;
  const made = new Intl.NumberFormat(locales[language], {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(name, made);
  return made;
}
