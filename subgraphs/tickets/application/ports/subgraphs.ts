import type {
  BookingId,
  EventId,
  PaymentId,
  PriceZoneId,
  RefundId,
  SeatId,
  SectionId,
  TicketTypeId,
  UserId,
} from '@parterre/contracts/kernel/ids.ts';
import type { DecimalMoney } from '@parterre/contracts/kernel/money.ts';
import type { Rejection } from '@parterre/platform/kernel/rejection.ts';
import type { BookingDraft } from '../../domain/booking-draft.ts';
import type { ReservedDiscount } from '../../domain/discount-shares.ts';
import type { EventAsOfNow } from '../../domain/refund-policy.ts';
import type { TypeNeeds } from '../../domain/type-needs.ts';

/** Standing places wanted in one section. */
export interface StandingPlaces {
  readonly sectionId: SectionId;
  readonly quantity: number;
  /** The event's first unless given. */
  readonly ticketTypeId?: TicketTypeId;
}

/** A party that wants to sit side by side in a price zone. */
export interface BestSeats {
  readonly priceZoneId: PriceZoneId;
  readonly party: readonly { readonly ticketTypeId: TicketTypeId | null; readonly quantity: number }[];
}

/** The ticket type of a seat. */
export interface SeatType {
  readonly seatId: SeatId;
  readonly ticketTypeId: TicketTypeId;
}

export interface HoldRequest {
  readonly bookingId: BookingId;
  readonly userId: UserId;
  readonly eventId: EventId;
  readonly seatIds: readonly SeatId[];
  /** Those of the seats that have not the event's first type. */
  readonly seatTypes?: readonly SeatType[];
  readonly standing: readonly StandingPlaces[];
  /** Seats that the events subgraph chooses. */
  readonly bestAvailable?: BestSeats;
  /** How many places the buyer may hold in all events together; null for as many as the events allow. */
  readonly mostHeldInAll: number | null;
}

export interface ReleaseRequest {
  readonly bookingId: BookingId;
  readonly eventId: EventId;
  /** Names this release: asked again it has no second effect. */
  readonly requestId: BookingId | RefundId;
  readonly reason: 'BOOKING_CANCELLED' | 'TICKETS_REFUNDED' | 'HOLD_EXPIRED';
  /** Which places; everything that the booking holds or bought when left out. */
  readonly places?: { readonly seatIds: readonly SeatId[]; readonly standing: readonly StandingPlaces[] };
}

export type HoldRefusal =
  | 'EVENT_NOT_FOUND'
  | 'EVENT_NOT_ON_SALE'
  | 'SEAT_NOT_FOUND'
  | 'SECTION_NOT_FOUND'
  | 'PRICE_ZONE_NOT_FOUND'
  | 'SEATS_TAKEN'
  | 'SINGLE_SEAT_LEFT'
  | 'STANDING_SOLD_OUT'
  | 'TICKET_TYPE_NOT_FOUND'
  | 'TICKET_TYPE_RULES'
  | 'TICKET_TYPE_SOLD_OUT'
  | 'TOO_MANY_SEATS'
  | 'TOO_MANY_SEATS_IN_ALL'
  | 'HOLD_CONFLICT'
  | 'HOLD_ENDED'
  | 'TRY_AGAIN';

/** What the events subgraph answered to a hold: all that a booking has to know of the event and its places. */
export type HeldSeats = Omit<BookingDraft, 'userId' | 'promoCode' | 'spendPoints'>;

/**
 * The seats, kept by the events subgraph. An outage throws and leaves the outcome unknown: ask
 * again with the same request, it answers the same. Only `hold` answers an outage as TRY_AGAIN, for there
 * is nothing yet that would ask again by itself.
 */
export interface SeatHolds {
  /** All places or none, until the answer's `expiresAt`. Prices come from the answer and nowhere else. */
  hold(request: HoldRequest): Promise<HeldSeats | Rejection<HoldRefusal>>;
  /** Turns everything that the booking holds into sold places. */
  sell(
    bookingId: BookingId,
    eventId: EventId,
  ): Promise<'sold' | Rejection<'HOLD_EXPIRED' | 'HOLD_NOT_FOUND' | 'EVENT_NOT_ON_SALE'>>;
  /** Puts places back on sale; a hold that is still on its way is refused from then on. */
  release(request: ReleaseRequest): Promise<'released' | Rejection<'HOLD_NOT_FOUND' | 'NOTHING_TO_RELEASE'>>;
}

/** One attempt to pay for a booking; attempts count from 1. */
export interface PaymentAttempt {
  readonly bookingId: BookingId;
  readonly attempt: number;
}

/**
 * The wallets, kept by the payments subgraph. An outage throws and leaves the outcome unknown: ask
 * again with the same attempt or refund, it answers the same.
 */
export interface Payments {
  /** Sets the amount aside in the buyer's wallet. Any rejection is final for this attempt. */
  authorize(
    attempt: PaymentAttempt,
    userId: UserId,
    amount: DecimalMoney,
  ): Promise<{ readonly paymentId: PaymentId } | Rejection>;
  /** Takes what was set aside. */
  capture(attempt: PaymentAttempt): Promise<'captured' | Rejection<'PAYMENT_NOT_FOUND' | 'PAYMENT_VOIDED'>>;
  /** Gives back what was set aside; an authorization that is still on its way is refused from then on. */
  void(attempt: PaymentAttempt, userId: UserId): Promise<'voided' | Rejection<'PAYMENT_CAPTURED'>>;
  /** Gives back part or all of what was taken. */
  refund(
    bookingId: BookingId,
    refundId: RefundId,
    amount: DecimalMoney,
  ): Promise<'refunded' | Rejection<'PAYMENT_NOT_FOUND' | 'REFUND_EXCEEDS_PAYMENT' | 'INVALID_AMOUNT'>>;
}

export interface DiscountRequest {
  readonly bookingId: BookingId;
  readonly userId: UserId;
  readonly eventId: EventId;
  readonly organizerId: UserId;
  /** In the order in which their shares are answered. */
  readonly places: readonly {
    readonly priceZoneId: PriceZoneId;
    /** Null in bookings from before there were any. */
    readonly ticketTypeId: TicketTypeId | null;
    readonly price: DecimalMoney;
  }[];
  readonly subtotal: DecimalMoney;
  readonly promoCode: string | null;
  readonly spendPoints: number | null;
}

export type DiscountRefusal =
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
  | 'PROMO_CODE_BUDGET_SPENT'
  | 'INSUFFICIENT_POINTS'
  | 'ACCOUNT_FROZEN'
  | 'ACCOUNT_NOT_FOUND'
  | 'TOO_MANY_POINTS'
  | 'RESERVATION_ENDED'
  | 'INVALID_INPUT';

/**
 * Promo codes and points, kept by the loyalty subgraph: at most one reservation a booking. An outage throws and
 * leaves the outcome unknown: ask again, it answers the same.
 */
export interface Discounts {
  /** Sets the discount aside for the booking. */
  reserve(request: DiscountRequest): Promise<ReservedDiscount | Rejection<DiscountRefusal>>;
  /** Makes the discount final. */
  commit(
    bookingId: BookingId,
  ): Promise<'committed' | Rejection<'RESERVATION_NOT_FOUND' | 'RESERVATION_RELEASED'>>;
  /** Gives the discount back; a reservation that is still on its way is refused from then on. */
  release(bookingId: BookingId, userId: UserId): Promise<'released' | Rejection<'RESERVATION_COMMITTED'>>;
  /** How many points would come back with tickets. */
  refundedPoints(refund: RefundedDiscount): Promise<number>;
}

/** What was taken off tickets that are given back. */
export interface RefundedDiscount {
  readonly bookingId: BookingId;
  readonly discount: DecimalMoney;
  /** Of that, what points paid; null where it is not known. */
  readonly points: DecimalMoney | null;
  readonly percent: number;
}

/** What the users subgraph knows of who buys. */
export interface Buyers {
  /** Whether the buyer's mail address is confirmed; 'unknown' when the subgraph does not answer. */
  isEmailConfirmed(userId: UserId): Promise<boolean | 'unknown'>;
  /** Who has a nickname, in any case; null where nobody has. @throws when the users subgraph does not answer */
  withNickname(nickname: string): Promise<UserId | null>;
  /** At most 500 nicknames, null of who is not known. @throws when the users subgraph does not answer */
  nicknames(userIds: readonly UserId[]): Promise<readonly (string | null)[]>;
}

/** What the events subgraph says of an event, and of the signs on seats and sections. */
export interface TicketPlaces {
  /** Null where there is no such event any more. @throws when the events subgraph does not answer */
  find(
    eventId: EventId,
    seatIds: readonly SeatId[],
    sectionIds: readonly SectionId[],
  ): Promise<EventPlaces | null>;
  /**
   * The same seats and sections in the plan that the event is on now, in their order. @throws when the events subgraph does
   * not answer
   */
  present(
    eventId: EventId,
    seatIds: readonly SeatId[],
    sectionIds: readonly SectionId[],
  ): Promise<{ readonly seatIds: readonly SeatId[]; readonly sectionIds: readonly SectionId[] }>;
  /** What of an event a refund depends on, as it is now; 'unknown' when the events subgraph does not answer. */
  eventForRefund(eventId: EventId): Promise<(EventAsOfNow & { readonly typeNeeds: TypeNeeds }) | 'unknown'>;
}

export interface EventPlaces {
  readonly title: string;
  readonly startsAt: Date;
  readonly timeZone: string;
  readonly hallName: string;
  readonly venueName: string;
  /** Street, number and city. */
  readonly venueAddress: string;
  readonly seats: ReadonlyMap<string, { readonly rowLabel: string; readonly seatLabel: string }>;
  readonly sectionLabels: ReadonlyMap<string, string>;
  /** Empty where the event has one type: then there is nothing to tell apart. */
  readonly ticketTypes: ReadonlyMap<string, { readonly label: string; readonly proof: string | null }>;
}
