import type {
  BookingId,
  EventId,
  PaymentId,
  PriceZoneId,
  SeatId,
  SectionId,
  TicketTypeId,
  UserId,
} from '@parterre/contracts/kernel/ids.ts';
import { type CurrencyCode, type Money, money } from '@parterre/contracts/kernel/money.ts';
import type { RefundTier } from '@parterre/contracts/kernel/refund-tiers.ts';

export const bookingStatuses = [
  'AWAITING_PAYMENT',
  'CONFIRMED',
  'EXPIRED',
  'CANCELLED',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
] as const;
/** Where a booking stands. It stays AWAITING_PAYMENT while a payment is under way or being compensated. */
export type BookingStatus = (typeof bookingStatuses)[number];

export const cancellationReasons = [
  'BY_BUYER',
  'PAYMENT_DECLINED',
  'EVENT_CANCELLED',
  'USER_BLOCKED',
  'EXPIRED',
] as const;
/** Why a booking ended. */
export type CancellationReason = (typeof cancellationReasons)[number];

/** What a booking remembers of its event, as it was when the seats were held. */
export interface EventSnapshot {
  readonly eventId: EventId;
  /** As its buyer was told last. */
  readonly title: string;
  readonly organizerId: UserId;
  readonly startsAt: Date;
  readonly currency: CurrencyCode;
  readonly refundTiers: readonly RefundTier[];
}

/** A buyer's agreement with the seller, without its places and tickets. */
export interface Booking {
  readonly id: BookingId;
  readonly userId: UserId;
  readonly event: EventSnapshot;
  readonly status: BookingStatus;
  readonly cancellationReason: CancellationReason | null;
  /** Until when the events subgraph holds the seats. */
  readonly expiresAt: Date;
  readonly subtotal: Money;
  readonly discount: Money;
  /** The payment that confirmed it; null before that, and for a booking that cost nothing. */
  readonly paymentId: PaymentId | null;
  readonly createdAt: Date;
}

/** One place of a booking, with the price that the events subgraph named when it held the place. */
export interface Place {
  /** Null for one place in a standing section. */
  readonly seatId: SeatId | null;
  readonly sectionId: SectionId;
  readonly priceZoneId: PriceZoneId;
  /** Null in bookings from before there were any. */
  readonly ticketTypeId: TicketTypeId | null;
  readonly price: Money;
}

/** A place of a booking with what is really paid for it, in the order of booking. */
export interface BookedPlace extends Place {
  /** Its number in the booking, from 0. */
  readonly position: number;
  /** Price less its share of the discount. */
  readonly paid: Money;
  /** Of that share, what points paid; the rest a promo code took off. Null where it is not known. */
  readonly points: Money | null;
}

/** What is to be paid, or was paid. */
export function totalOf(booking: Pick<Booking, 'subtotal' | 'discount'>): Money {
  return money(booking.subtotal.minor - booking.discount.minor, booking.subtotal.currency);
}

/** Whether its tickets, or some of them, are live. */
export function hasLiveTickets(status: BookingStatus): boolean {
  return status === 'CONFIRMED' || status === 'PARTIALLY_REFUNDED';
}
