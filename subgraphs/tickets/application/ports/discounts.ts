import type { BookingId, EventId, UserId } from '@parterre/platform/kernel/ids.ts';
import type { DecimalMoney } from '@parterre/platform/kernel/money.ts';
import type { Rejection } from '@parterre/platform/kernel/rejection.ts';

export interface DiscountRequest {
  readonly bookingId: BookingId;
  readonly userId: UserId;
  readonly eventId: EventId;
  readonly subtotal: DecimalMoney;
  readonly promoCode: string | null;
  readonly spendPoints: number | null;
}

export type DiscountRefusal =
  | 'PROMO_CODE_NOT_FOUND'
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
  reserve(request: DiscountRequest): Promise<DecimalMoney | Rejection<DiscountRefusal>>;
  /** Makes the discount final. */
  commit(
    bookingId: BookingId,
  ): Promise<'committed' | Rejection<'RESERVATION_NOT_FOUND' | 'RESERVATION_RELEASED'>>;
  /** Gives the discount back; a reservation that is still on its way is refused from then on. */
  release(bookingId: BookingId, userId: UserId): Promise<'released' | Rejection<'RESERVATION_COMMITTED'>>;
}
