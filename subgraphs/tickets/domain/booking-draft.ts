import type {
  BookingId,
  EventId,
  PriceZoneId,
  SeatId,
  SectionId,
  TicketTypeId,
  UserId,
} from '@parterre/contracts/kernel/ids.ts';
import {
  type CurrencyCode,
  type DecimalMoney,
  fromDecimal,
  type Money,
  money,
  toDecimal,
} from '@parterre/contracts/kernel/money.ts';
import type { RefundTier } from '@parterre/contracts/kernel/refund-tiers.ts';
import type { BookedPlace, Booking } from './booking.ts';
import { type ReservedDiscount, sharesOf, subtotalOf } from './discount-shares.ts';
import type { StoredRejection } from './pending-response.ts';

/**
 * A booking before it stands: what the events subgraph answered to the hold. Plain JSON, because the saga keeps
 * it while a discount is asked for.
 */
export interface BookingDraft {
  readonly bookingId: BookingId;
  readonly userId: UserId;
  readonly eventId: EventId;
  readonly eventTitle: string;
  readonly organizerId: UserId;
  readonly startsAt: string;
  readonly currencyCode: CurrencyCode;
  readonly refundTiers: readonly RefundTier[];
  readonly expiresAt: string;
  readonly places: readonly DraftPlace[];
  /** What is asked of loyalty. */
  readonly promoCode: string | null;
  readonly spendPoints: number | null;
  /** What the buyer was shown that all of it costs, less the discount; missing where he does not say. */
  readonly expectedTotal?: DecimalMoney;
}

export interface DraftPlace {
  readonly seatId: SeatId | null;
  readonly sectionId: SectionId;
  readonly priceZoneId: PriceZoneId;
  /** Missing in sagas from before there were any. */
  readonly ticketTypeId?: TicketTypeId | null;
  readonly price: DecimalMoney;
}

/** Whether loyalty has to be asked before the booking has a price. */
export function wantsDiscount(draft: BookingDraft): boolean {
  return draft.promoCode !== null || (draft.spendPoints ?? 0) > 0;
}

export function subtotalOfDraft(draft: BookingDraft): Money {
  return subtotalOf(placesOf(draft), draft.currencyCode);
}

/** Why a draft comes to nothing that costs so much: the buyer was shown another total. */
export function refuseTotal({ expectedTotal }: BookingDraft, total: Money): StoredRejection | null {
  if (!expectedTotal) return null;
  const now = toDecimal(total);
  if (expectedTotal.amount === now.amount && expectedTotal.currencyCode === now.currencyCode) return null;
  const [was, is] = [expectedTotal, now].map(({ amount, currencyCode }) => `${amount} ${currencyCode}`);
  const message = `expected places that cost ${was}, got some that cost ${is} now; nothing was booked, look and book with a new key`;
  return { code: 'PRICE_CHANGED', message, field: ['expectedTotal'] };
}

/** The booking that stands once the discount is known, and its places with what is paid for each. */
export function bookingOf(
  draft: BookingDraft,
  reserved: ReservedDiscount | null,
  now: Date,
): { readonly booking: Booking; readonly places: readonly BookedPlace[] } {
  const places = placesOf(draft);
  const discount = reserved ? fromDecimal(reserved.discount) : money(0n, draft.currencyCode);
  const shares = sharesOf(places, discount, reserved?.places);
  const booking: Booking = {
    id: draft.bookingId,
    userId: draft.userId,
    event: {
      eventId: draft.eventId,
      title: draft.eventTitle,
      organizerId: draft.organizerId,
      startsAt: new Date(draft.startsAt),
      currency: draft.currencyCode,
      refundTiers: draft.refundTiers,
    },
    status: 'AWAITING_PAYMENT',
    cancellationReason: null,
    expiresAt: new Date(draft.expiresAt),
    subtotal: subtotalOf(places, draft.currencyCode),
    discount,
    paymentId: null,
    createdAt: now,
  };
  return {
    booking,
    places: places.map((place, position) => {
      const share = shares[position];
      if (!share) throw new Error(`expected a share of the discount for place ${position}`);
      return { ...place, position, ...share };
    }),
  };
}

function placesOf(draft: BookingDraft) {
  return draft.places.map((place) => ({
    ...place,
    ticketTypeId: place.ticketTypeId ?? null,
    price: fromDecimal(place.price),
  }));
}
