import {
  allocate,
  type DecimalMoney,
  fromDecimal,
  type Money,
  money,
} from '@parterre/contracts/kernel/money.ts';
import type { Place } from './booking.ts';

/** What loyalty takes off one place, in the two parts that come back in different ways. */
export interface PlaceDiscount {
  readonly promo: DecimalMoney;
  readonly points: DecimalMoney;
}

/** A discount as loyalty reserved it. */
export interface ReservedDiscount {
  readonly discount: DecimalMoney;
  /** What each place has of it, in their order; empty where loyalty does not say. */
  readonly places: readonly PlaceDiscount[];
}

/** What is really paid for a place, and what of its discount points paid; null where that is not known. */
export interface PlaceShare {
  readonly paid: Money;
  readonly points: Money | null;
}

/** Sum of the prices, before the discount. */
export function subtotalOf(places: readonly Place[], currency: Money['currency']): Money {
  return money(
    places.reduce((sum, place) => sum + place.price.minor, 0n),
    currency,
  );
}

/**
 * What is really paid for each place: its price less its share of the discount, as loyalty decided it. Without that the
 * shares are in proportion to the prices. The results sum to subtotal less discount, to the cent. Throws on shares that
 * do not add up to the discount, or take more off a place than it costs: the loyalty subgraph promises never to answer such.
 */
export function sharesOf(
  places: readonly Place[],
  discount: Money,
  named: readonly PlaceDiscount[] = [],
): PlaceShare[] {
  if (named.length === 0) {
    const points = discount.minor === 0n ? discount : null;
    return paidPerPlace(places, discount).map((paid) => ({ paid, points }));
  }
  if (named.length !== places.length) {
    throw new Error(
      `expected a share of the discount for each of ${places.length} places, got ${named.length}`,
    );
  }
  const shares = places.map(({ price }, index) => shareOf(price, named[index]));
  const total = shares.reduce((sum, { off }) => sum + off, 0n);
  if (total !== discount.minor) {
    throw new Error(`expected shares that add up to ${discount.minor} minor units, got ${total}`);
  }
  return shares.map(({ paid, points }) => ({ paid, points }));
}

function shareOf(price: Money, named: PlaceDiscount | undefined): PlaceShare & { readonly off: bigint } {
  if (!named) throw new Error('expected a share of the discount for each place');
  const points = fromDecimal(named.points);
  const off = fromDecimal(named.promo).minor + points.minor;
  if (points.minor < 0n || off < points.minor || off > price.minor) {
    throw new Error(`expected to take 0 to ${price.minor} minor units off a place, got ${off}`);
  }
  return { paid: money(price.minor - off, price.currency), points, off };
}

function paidPerPlace(places: readonly Place[], discount: Money): Money[] {
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
