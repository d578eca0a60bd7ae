import { allocate, type Money, money } from '@parterre/contracts/kernel/money.ts';
import type { Place } from './booking.ts';

/** Sum of the prices, before the discount. */
export function subtotalOf(places: readonly Place[], currency: Money['currency']): Money {
  return money(
    places.reduce((sum, place) => sum + place.price.minor, 0n),
    currency,
  );
}

/**
 * What is really paid for each place: its price less its share of the discount, in proportion to the
 * prices. The results sum to subtotal less discount, to the cent. Throws on a discount above the subtotal:
 * the loyalty subgraph promises never to reserve one.
 */
export function paidPerPlace(places: readonly Place[], discount: Money): Money[] {
  const subtotal = subtotalOf(places, discount.currency);
  if (discount.minor < 0n || discount.minor > subtotal.minor) {
    throw new Error(`expected a discount from 0 to ${subtotal.minor} minor units, got ${discount.minor}`);
  }
  const shares = allocate(
    discount.minor,
    places.map((place) => place.price.minor),
  );
  return places.map((place, index) => money(place.price.minor - (shares[index] ?? 0n), discount.currency));
}
