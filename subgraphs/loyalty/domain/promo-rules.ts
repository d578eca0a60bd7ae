import { type CurrencyCode, formatAmount } from '@parterre/contracts/kernel/money.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { isLevelAtLeast, type Level } from './level.ts';
import {
  isForEvent,
  isForPlace,
  type NamedEvent,
  type PricedPlace,
  type PromoCode,
  type PromoRules,
  subtotalOf,
} from './promo-code.ts';

/** A code that a buyer names, and what that buyer did before. */
export interface NamedPromo {
  readonly promoCode: PromoCode;
  /** Uses of the code that this buyer has now. */
  readonly usesByUser: number;
  /** Whether the buyer has another booking that stands, or that waits for its payment with a discount. */
  readonly hasOtherBooking: boolean;
}

/** The booking that a code is named for. */
export interface PromoBooking extends NamedEvent {
  readonly currency: CurrencyCode;
  readonly places: readonly PricedPlace[];
  /** The buyer's. */
  readonly level: Level;
  /** What the code would take off. */
  readonly offMinor: bigint;
}

export type PromoRefusalCode =
  | 'PROMO_CODE_NOT_FOUND'
  | 'PROMO_CODE_DEACTIVATED'
  | 'PROMO_CODE_NOT_YET_VALID'
  | 'PROMO_CODE_EXPIRED'
  | 'PROMO_CODE_NOT_FOR_EVENT'
  | 'PROMO_CODE_NOT_FOR_PLACES'
  | 'PROMO_CODE_TOTAL_TOO_LOW'
  | 'PROMO_CODE_LEVEL_TOO_LOW'
  | 'PROMO_CODE_FIRST_BOOKING_ONLY'
  | 'PROMO_CODE_USED_UP'
  | 'PROMO_CODE_ALREADY_USED'
  | 'PROMO_CODE_BUDGET_SPENT';

/** What a rule looks at. */
interface Check extends NamedPromo {
  readonly booking: PromoBooking;
  readonly rules: PromoRules;
  readonly now: Date;
}

/**
 * What is wrong with a booking by each rule, in words for the buyer; null when nothing is. In the order in which a buyer is
 * told: what no booking mends first, then what another booking would.
 */
const faults: Readonly<
  Record<Exclude<PromoRefusalCode, 'PROMO_CODE_NOT_FOUND'>, (check: Check) => string | null>
> = {
  PROMO_CODE_DEACTIVATED: ({ promoCode }) =>
    promoCode.deactivatedAt && 'this promo code has been taken out of use',

  PROMO_CODE_NOT_YET_VALID: ({ rules: { validFrom }, now }) =>
    validFrom && now < validFrom ? `this promo code is valid from ${validFrom.toISOString()} on` : null,

  PROMO_CODE_EXPIRED: ({ rules: { validUntil }, now }) =>
    validUntil && now >= validUntil ? `this promo code was valid until ${validUntil.toISOString()}` : null,

  PROMO_CODE_NOT_FOR_EVENT: ({ promoCode, booking }) =>
    isForEvent(promoCode, booking) && promoCode.currency === booking.currency
      ? null
      : 'this promo code is not for this event',

  PROMO_CODE_NOT_FOR_PLACES: ({ rules, booking }) =>
    booking.places.some((place) => isForPlace(rules, place))
      ? null
      : 'this promo code is for other price zones than those of the places',

  PROMO_CODE_TOTAL_TOO_LOW: ({ rules: { minimumTotalMinor: least }, booking }) => {
    const { currency } = booking;
    const subtotal = subtotalOf(booking.places);
    if (least === null || subtotal >= least) return null;
    return `this promo code is for bookings from ${formatAmount(least, currency)} on, got ${formatAmount(subtotal, currency)}`;
  },

  PROMO_CODE_LEVEL_TOO_LOW: ({ rules: { minimumLevel: least }, booking: { level } }) =>
    least && !isLevelAtLeast(level, least)
      ? `this promo code takes the level ${least}, yours is ${level}`
      : null,

  PROMO_CODE_FIRST_BOOKING_ONLY: ({ rules, hasOtherBooking }) =>
    rules.firstBookingOnly && hasOtherBooking
      ? 'this promo code is for a first booking, and you have another one'
      : null,

  PROMO_CODE_USED_UP: ({ rules: { maxUses }, promoCode }) =>
    maxUses !== null && promoCode.uses >= maxUses
      ? 'this promo code has been used as often as it may be'
      : null,

  PROMO_CODE_ALREADY_USED: ({ rules: { maxUsesPerUser: most }, usesByUser }) =>
    most !== null && usesByUser >= most ? `you may use this promo code ${most} times, and you did` : null,

  PROMO_CODE_BUDGET_SPENT: ({ rules: { budgetMinor }, promoCode, booking }) =>
    budgetMinor !== null && promoCode.discountedMinor + booking.offMinor > budgetMinor
      ? 'what this promo code may take off in all is spent, or what is left does not suffice for these places'
      : null,
};

/** Every reason why a code cannot be used for this booking, in the order of the rules. */
export function refusePromo(
  booking: PromoBooking,
  promo: NamedPromo,
  now: Date,
): Rejection<PromoRefusalCode>[] {
  const check: Check = { ...promo, booking, rules: promo.promoCode.rules, now };
  const codes = Object.keys(faults) as (keyof typeof faults)[];
  return codes.flatMap((code) => {
    const message = faults[code](check);
    return message === null ? [] : [reject(code, message, ['promoCode'])];
  });
}
