import { type CurrencyCode, type Money, minorPerUnit, money } from '@parterre/contracts/kernel/money.ts';

/** Points that pay one whole unit of a currency. */
const POINTS_PER_UNIT = 100n;

/** What points pay: 100 of them one whole unit, rounded down to the currency's digits. */
export function worthOf(points: number, currency: CurrencyCode): Money {
  return money((BigInt(points) * minorPerUnit(currency)) / POINTS_PER_UNIT, currency);
}

/** The most points whose worth is not above an amount. */
export function mostPointsFor({ minor, currency }: Money): bigint {
  return (minor * POINTS_PER_UNIT) / minorPerUnit(currency);
}
