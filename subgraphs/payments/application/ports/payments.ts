import type { BookingId, PaymentId, UserId } from '@parterre/platform/kernel/ids.ts';
import type { Money } from '@parterre/platform/kernel/money.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { CapturedPayment, Payment } from '../../domain/payment.ts';

/** Every attempt to pay a booking, with what became of it. */
export interface Payments {
  find(tx: Transaction, bookingId: BookingId, attempt: number): Promise<Payment | null>;

  /** The attempt that paid the booking; at most one can. */
  findCaptured(tx: Transaction, bookingId: BookingId): Promise<CapturedPayment | null>;

  /** Records an attempt. False when the attempt was recorded before: then nothing happens. */
  insert(tx: Transaction, payment: Payment): Promise<boolean>;

  /** Records what became of an attempt that was AUTHORIZED until now. Throws when it was not. */
  resolve(tx: Transaction, paymentId: PaymentId, status: 'CAPTURED' | 'VOIDED'): Promise<void>;

  /** Counts a refund of a captured payment. */
  addRefund(tx: Transaction, paymentId: PaymentId, minor: bigint): Promise<void>;

  /** What people see of the payments with these ids, in any order; a tombstone asked for no money and is none. */
  summaries(paymentIds: readonly PaymentId[]): Promise<PaymentSummary[]>;
}

/** A payment as its payer sees it. */
export interface PaymentSummary {
  readonly id: PaymentId;
  readonly bookingId: BookingId;
  readonly userId: UserId;
  readonly status: Payment['status'];
  readonly amount: Money;
  readonly refunded: Money;
  readonly createdAt: Date;
}
