import type { EventId, EventSeriesId, PriceZoneId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { allocate, type CurrencyCode, shareOf } from '@parterre/contracts/kernel/money.ts';
import { exhaustive } from '@parterre/platform/kernel/exhaustive.ts';
import type { Id } from '@parterre/platform/kernel/ids.ts';
import { normaliseText } from '@parterre/platform/kernel/text.ts';
import type { Level } from './level.ts';

export type PromoCodeId = Id<'PromoCode'>;

/** Characters of a code at most. */
export const LONGEST_CODE = 50;

/** What a code does to the places that it is for. Amounts are minor units of the code's currency. */
export type PromoEffect =
  | { readonly kind: 'PERCENT_OFF'; readonly percent: number }
  | { readonly kind: 'AMOUNT_OFF'; readonly minor: bigint }
  | { readonly kind: 'FIXED_PRICE'; readonly minor: bigint };

/** When, where, for whom and how often a code can be used; null and empty lists limit nothing. */
export interface PromoRules {
  readonly validFrom: Date | null;
  /** That moment is excluded. */
  readonly validUntil: Date | null;
  /** With the two lists below: where any names something, the code is for the events that one of them means. */
  readonly eventIds: readonly EventId[];
  /** For each of their slots, whenever it was scheduled. */
  readonly seriesIds: readonly EventSeriesId[];
  /** For each of their events. */
  readonly organizerIds: readonly UserId[];
  readonly priceZoneIds: readonly PriceZoneId[];
  readonly minimumTotalMinor: bigint | null;
  readonly minimumLevel: Level | null;
  readonly firstBookingOnly: boolean;
  readonly maxUses: number | null;
  readonly maxUsesPerUser: number | null;
  readonly budgetMinor: bigint | null;
}

export interface PromoCode {
  readonly id: PromoCodeId;
  /** As its maker wrote it; `promoKeyOf` is what it is found by. */
  readonly code: string;
  readonly currency: CurrencyCode;
  readonly effect: PromoEffect;
  readonly rules: PromoRules;
  readonly createdBy: UserId;
  /** Whose events alone it holds for; null for everybody's. */
  readonly organizerId: UserId | null;
  readonly createdAt: Date;
  readonly deactivatedAt: Date | null;
  /** Bookings that have it, and what it takes off their tickets that are not refunded. */
  readonly uses: number;
  readonly discountedMinor: bigint;
}

/** An event as far as a code may name it. None of it ever changes. */
export interface NamedEvent {
  readonly eventId: EventId;
  /** Null where the caller does not know. */
  readonly organizerId: UserId | null;
  /** The series that it is a slot of, null where it stands alone; left out where it was not asked for. */
  readonly seriesId?: EventSeriesId | null;
}

/** A place as far as a discount has to know it. A booking from before places were named is one place without a zone. */
export interface PricedPlace {
  readonly priceZoneId: PriceZoneId | null;
  /** The zones that it is in by the event's other plans; left out where they were not asked for. */
  readonly equivalentZoneIds?: readonly PriceZoneId[];
  readonly ticketTypeId: string | null;
  readonly minor: bigint;
}

/** What a code is found by: two texts that people take for the same have the same; null for an empty one, which is none. */
export function promoKeyOf(code: string): string | null {
  // Upper case may take a letter apart, and compatible forms may have space at their ends.
  const key = normaliseText(code.normalize('NFKC').toUpperCase().normalize('NFKC'));
  return key === '' ? null : key;
}

/** What places cost without a discount. */
export function subtotalOf(places: readonly PricedPlace[]): bigint {
  return places.reduce((sum, { minor }) => sum + minor, 0n);
}

/** Whether a code is for this event, as far as is known of it. */
export function isForEvent(
  {
    rules: { eventIds, seriesIds, organizerIds },
    organizerId: owner,
  }: Pick<PromoCode, 'rules' | 'organizerId'>,
  { eventId, organizerId, seriesId = null }: NamedEvent,
): boolean {
  if (owner !== null && owner !== organizerId) return false;
  if (eventIds.length + seriesIds.length + organizerIds.length === 0) return true;
  return (
    eventIds.includes(eventId) ||
    (seriesId !== null && seriesIds.includes(seriesId)) ||
    (organizerId !== null && organizerIds.includes(organizerId))
  );
}

/** Whether it takes the event's series, which was not asked for, to tell if a code is for it. */
export function dependsOnSeries(
  promoCode: Pick<PromoCode, 'rules' | 'organizerId'>,
  event: NamedEvent,
): boolean {
  if (event.seriesId !== undefined) return false;
  // A slot of any of the code's series would do.
  const [seriesId] = promoCode.rules.seriesIds;
  return (
    seriesId !== undefined && !isForEvent(promoCode, event) && isForEvent(promoCode, { ...event, seriesId })
  );
}

/**
 * Whether a code is for this place, as far as price zones say. A zone is one zone in all plans that an event was on, as it
 * is for its prices.
 */
export function isForPlace(
  { priceZoneIds }: PromoRules,
  { priceZoneId, equivalentZoneIds = [] }: PricedPlace,
): boolean {
  if (priceZoneIds.length === 0) return true;
  return priceZoneId !== null && [priceZoneId, ...equivalentZoneIds].some((id) => priceZoneIds.includes(id));
}

/**
 * Whether some place is in none of the code's zones, so that it takes the event's other plans, which were not asked for, to
 * tell if it is for it.
 */
export function dependsOnOtherPlans(
  { rules }: Pick<PromoCode, 'rules'>,
  places: readonly PricedPlace[],
): boolean {
  return places.some(
    (place) =>
      place.priceZoneId !== null && place.equivalentZoneIds === undefined && !isForPlace(rules, place),
  );
}

/**
 * What a code takes off each place, in their order; nothing off those that it is not for, and never more than a place
 * costs. A share or an amount is counted once for all its places, and split by their prices, to the unit.
 */
export function promoParts(
  { effect, rules }: Pick<PromoCode, 'effect' | 'rules'>,
  places: readonly PricedPlace[],
): bigint[] {
  const prices = places.map((place) => (isForPlace(rules, place) ? place.minor : 0n));
  const whole = prices.reduce((sum, price) => sum + price, 0n);
  switch (effect.kind) {
    case 'PERCENT_OFF':
      return allocate(shareOf(whole, BigInt(effect.percent), 100n), prices);
    case 'AMOUNT_OFF':
      return effect.minor < whole ? allocate(effect.minor, prices) : prices;
    case 'FIXED_PRICE':
      return prices.map((price) => (price > effect.minor ? price - effect.minor : 0n));
    default:
      return exhaustive(effect);
  }
}
