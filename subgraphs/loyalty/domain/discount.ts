import { allocate, type CurrencyCode, formatAmount, money } from '@parterre/contracts/kernel/money.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { type Account, availablePoints } from './account.ts';
import { mostPointsFor, worthOf } from './points-worth.ts';
import { type NamedEvent, type PricedPlace, promoParts, subtotalOf } from './promo-code.ts';
import { type NamedPromo, type PromoRefusalCode, refusePromo } from './promo-rules.ts';

/** Points pay at most one half of a booking. */
const LARGEST_SHARE_DIVISOR = 2n;

/** A booking as far as its discount depends on it. */
export interface PricedBooking extends NamedEvent {
  readonly currency: CurrencyCode;
  readonly places: readonly PricedPlace[];
  /** How many points the buyer wants to spend. */
  readonly points: number;
}

/** By how much one place costs less, in minor units. */
export interface PlaceDiscount {
  readonly promoMinor: bigint;
  readonly pointsMinor: bigint;
}

export type PointsRefusalCode =
  | 'INVALID_INPUT'
  | 'TOO_MANY_POINTS'
  | 'ACCOUNT_FROZEN'
  | 'INSUFFICIENT_POINTS';
export type DiscountRefusal = Rejection<PromoRefusalCode | PointsRefusalCode>;

export interface DecidedDiscount {
  /** In the order of the booking's places; nothing off any where something is refused. */
  readonly places: readonly PlaceDiscount[];
  /** Every reason why not; those of the code first. */
  readonly refusals: readonly DiscountRefusal[];
}

/**
 * Decides a discount: the code first, then the points, which pay of what the code leaves. A quote and a reservation both
 * ask this function, so that what is quoted is what is charged.
 *
 * @param promo the code that is named; 'unknown' when there is no such one, null when none is named
 */
export function decideDiscount(
  booking: PricedBooking,
  account: Account,
  promo: NamedPromo | 'unknown' | null,
  now: Date,
): DecidedDiscount {
  const { places } = booking;
  const { parts: promoOff, refusals: promoRefusals } = decidePromo(booking, account, promo, now);
  const refusals = [...promoRefusals, ...refusePoints(booking, account, sumOf(promoOff))];
  if (refusals.length > 0) {
    return { places: places.map(() => ({ promoMinor: 0n, pointsMinor: 0n })), refusals };
  }
  const left = places.map(({ minor }, index) => minor - (promoOff[index] ?? 0n));
  const paidByPoints = allocate(worthOf(booking.points, booking.currency).minor, left);
  return {
    places: places.map((_, index) => ({
      promoMinor: promoOff[index] ?? 0n,
      pointsMinor: paidByPoints[index] ?? 0n,
    })),
    refusals,
  };
}

/** What is taken off in all: by the code, by points, and together. */
export function totalsOf(places: readonly PlaceDiscount[]) {
  const promoMinor = sumOf(places.map((place) => place.promoMinor));
  const pointsMinor = sumOf(places.map((place) => place.pointsMinor));
  return { promoMinor, pointsMinor, minor: promoMinor + pointsMinor };
}

/** What the code takes off each place: nothing where there is none, or where it cannot be used. */
function decidePromo(
  booking: PricedBooking,
  account: Account,
  promo: NamedPromo | 'unknown' | null,
  now: Date,
): { readonly parts: readonly bigint[]; readonly refusals: readonly Rejection<PromoRefusalCode>[] } {
  const nothing = booking.places.map(() => 0n);
  if (promo === null) return { parts: nothing, refusals: [] };
  if (promo === 'unknown') {
    const unknown = reject('PROMO_CODE_NOT_FOUND', 'there is no such promo code', ['promoCode']);
    return { parts: nothing, refusals: [unknown] };
  }
  const parts = promoParts(promo.promoCode, booking.places);
  const refusals = refusePromo({ ...booking, level: account.level, offMinor: sumOf(parts) }, promo, now);
  return { parts: refusals.length === 0 ? parts : nothing, refusals };
}

/** Every reason why this many points cannot be spent where a code takes so much off already. */
function refusePoints(
  { places, points, currency }: PricedBooking,
  account: Account,
  promoMinor: bigint,
): Rejection<PointsRefusalCode>[] {
  const field = ['spendPoints'];
  if (points < 0)
    return [reject('INVALID_INPUT', `expected a number of points from 0, got ${points}`, field)];
  if (points === 0) return [];
  if (worthOf(points, currency).minor === 0n) {
    const message = `expected points that pay something, got ${points}, which are less than the smallest amount of ${currency}`;
    return [reject('INVALID_INPUT', message, field)];
  }
  const refusals: Rejection<PointsRefusalCode>[] = [];
  const subtotal = subtotalOf(places);
  const half = subtotal / LARGEST_SHARE_DIVISOR;
  const left = subtotal - promoMinor;
  const isHalf = half < left;
  const most = mostPointsFor(money(isHalf ? half : left, currency));
  if (BigInt(points) > most) {
    const message = isHalf
      ? `expected at most ${most} points, half of ${formatAmount(subtotal, currency)}, got ${points}`
      : `expected at most ${most} points, for the promo code leaves ${formatAmount(left, currency)}, got ${points}`;
    refusals.push(reject('TOO_MANY_POINTS', message, field));
  }
  if (account.isFrozen) {
    const message = 'expected an account that is not frozen, but its owner is blocked';
    refusals.push(reject('ACCOUNT_FROZEN', message));
  }
  const available = availablePoints(account);
  if (points > available) {
    const message = `expected at most ${available} points, got ${points}`;
    refusals.push(reject('INSUFFICIENT_POINTS', message, field));
  }
  return refusals;
}

function sumOf(parts: readonly bigint[]): bigint {
  return parts.reduce((sum, part) => sum + part, 0n);
}
