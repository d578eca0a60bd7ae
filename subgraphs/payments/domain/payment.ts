import type { BookingId, PaymentId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { formatAmount, type Money } from '@parterre/contracts/kernel/money.ts';
import { deterministicId } from '@parterre/platform/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { TransferId } from './transfer.ts';
import type { AuthorizationRefusal } from './wallet.ts';

/** One attempt to pay a booking: what it is about, whatever became of it. */
export interface Attempt {
  readonly bookingId: BookingId;
  /** Counts the attempts to pay one booking, from 1. */
  readonly attempt: number;
  readonly userId: UserId;
}

interface Recorded extends Attempt {
  readonly id: PaymentId;
  readonly createdAt: Date;
}

export interface AuthorizedPayment extends Recorded {
  readonly status: 'AUTHORIZED';
  readonly amount: Money;
  /** The pending transfer that holds the money. */
  readonly authorizationId: TransferId;
}
export interface CapturedPayment extends Recorded {
  readonly status: 'CAPTURED';
  readonly amount: Money;
  readonly refundedMinor: bigint;
}
export interface VoidedPayment extends Recorded {
  readonly status: 'VOIDED';
  /** Null for a tombstone: it was voided before it was authorized, so that it never will be. */
  readonly amount: Money | null;
}
export interface DeclinedPayment extends Recorded {
  readonly status: 'DECLINED';
  readonly amount: Money;
  /** Remembered, so that the attempt is declined for the same reason however often it is asked for. */
  readonly refusal: AuthorizationRefusal;
}
export type Payment = AuthorizedPayment | CapturedPayment | VoidedPayment | DeclinedPayment;

/** The same attempt has the same id, every time. */
export function paymentIdOf(bookingId: BookingId, attempt: number): PaymentId {
  return deterministicId<'Payment'>('payment', bookingId, String(attempt));
}

/** What an attempt that was decided before answers when it is asked for again. */
export function answerAgain(
  payment: Payment,
  amount: Money,
): Payment | AuthorizationRefusal | Rejection<'PAYMENT_VOIDED' | 'INVALID_AMOUNT'> {
  if (payment.status === 'VOIDED') return alreadyVoided(payment);
  if (payment.amount.minor !== amount.minor || payment.amount.currency !== amount.currency) {
    return reject(
      'INVALID_AMOUNT',
      `expected ${formatAmount(payment.amount.minor, payment.amount.currency)} ${payment.amount.currency} as this attempt asked for first, got ${formatAmount(amount.minor, amount.currency)} ${amount.currency}; count the attempt up`,
      ['amount'],
    );
  }
  return payment.status === 'DECLINED' ? payment.refusal : payment;
}

export function alreadyVoided(attempt: Attempt): Rejection<'PAYMENT_VOIDED'> {
  return reject(
    'PAYMENT_VOIDED',
    `expected attempt ${attempt.attempt} to be open, but it was voided; count the attempt up`,
    ['attempt'],
  );
}

/** Why this much cannot be paid back, or null when it can. */
export function refuseRefund(
  payment: CapturedPayment,
  amount: Money,
): Rejection<'REFUND_EXCEEDS_PAYMENT' | 'INVALID_AMOUNT'> | null {
  if (amount.currency !== payment.amount.currency) {
    return reject(
      'INVALID_AMOUNT',
      `expected ${payment.amount.currency}, the payment's currency, got ${amount.currency}`,
      ['amount', 'currencyCode'],
    );
  }
  const left = payment.amount.minor - payment.refundedMinor;
  if (amount.minor > left) {
    return reject(
      'REFUND_EXCEEDS_PAYMENT',
      `expected at most ${formatAmount(left, amount.currency)}, what is left of the payment, got ${formatAmount(amount.minor, amount.currency)}`,
      ['amount', 'amount'],
    );
  }
  return null;
}
