import type { PriceZoneId } from '@parterre/contracts/kernel/ids.ts';
import {
  type CurrencyCode,
  type DecimalMoney,
  type Money,
  parseMoney,
} from '@parterre/contracts/kernel/money.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';

/** What a place costs at an event, by zone; a zone that is missing has no price yet. */
export type Prices = ReadonlyMap<PriceZoneId, Money>;

export interface PriceInput {
  readonly priceZoneId: string;
  readonly price: DecimalMoney;
}

export type PriceRefusal =
  | Rejection<'PRICE_ZONE_NOT_FOUND'>
  | Rejection<'INVALID_AMOUNT'>
  | Rejection<'CURRENCY_MISMATCH'>
  | Rejection<'INVALID_INPUT'>;

/** Checks prices against the zones of the event's plan and the currency that everything is priced in. */
export function readPrices(
  inputs: readonly PriceInput[],
  zoneIds: ReadonlySet<string>,
  currency: CurrencyCode,
): Prices | PriceRefusal {
  const prices = new Map<PriceZoneId, Money>();
  for (const [index, { priceZoneId, price }] of inputs.entries()) {
    const at = ['prices', String(index)];
    const zoneId = priceZoneId as PriceZoneId;
    if (!zoneIds.has(zoneId)) {
      const message = `expected a price zone of the hall's newest plan, got "${priceZoneId.slice(0, 60)}"`;
      return reject('PRICE_ZONE_NOT_FOUND', message, [...at, 'priceZoneId']);
    }
    if (prices.has(zoneId)) {
      return reject('INVALID_INPUT', 'expected one price a zone, got a second one', [...at, 'priceZoneId']);
    }
    const amount = parseMoney(price, { field: [...at, 'price'] });
    if (isRejection(amount)) return amount;
    if (amount.currency !== currency) {
      const message = `expected a price in ${currency}, the currency that everything is priced in, got ${amount.currency}`;
      return reject('CURRENCY_MISMATCH', message, [...at, 'price', 'currencyCode']);
    }
    prices.set(zoneId, amount);
  }
  return prices;
}
