import { type CurrencyCode, digitsOf, type Money, money } from '@parterre/contracts/kernel/money.ts';

// Stripe counts most currencies with two digits, whatever ISO 4217 says: https://docs.stripe.com/currencies

/** Whole units. The ariary is among them, of which ISO 4217 has hundredths. */
const WHOLE = 'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' ');
/** Thousandths, of which the last digit has to be 0. */
const THOUSANDTHS = 'BHD JOD KWD OMR TND'.split(' ');

function stripeDigits(currency: CurrencyCode): number {
  if (WHOLE.includes(currency)) return 0;
  return THOUSANDTHS.includes(currency) ? 3 : 2;
}

/** An amount as Stripe counts it; null when it has more digits than Stripe takes. */
export function toStripe({ minor, currency }: Money): number | null {
  const digits = stripeDigits(currency);
  const more = digits - digitsOf(currency);
  const divisor = 10n ** BigInt(Math.max(-more, 0));
  if (minor % divisor !== 0n) return null;
  const amount = (minor * 10n ** BigInt(Math.max(more, 0))) / divisor;
  return digits === 3 && amount % 10n !== 0n ? null : Number(amount);
}

/** The same amount in our own minor units; null when it has more digits than the currency. */
export function fromStripe(amount: number, currency: CurrencyCode): Money | null {
  const more = digitsOf(currency) - stripeDigits(currency);
  const divisor = 10n ** BigInt(Math.max(-more, 0));
  const minor = BigInt(amount) * 10n ** BigInt(Math.max(more, 0));
  return minor % divisor === 0n ? money(minor / divisor, currency) : null;
}
