import type { BookingId, PaymentId, RefundId, UserId } from '@parterre/platform/kernel/ids.ts';
import type { DecimalMoney } from '@parterre/platform/kernel/money.ts';
import type { Rejection } from '@parterre/platform/kernel/rejection.ts';

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
