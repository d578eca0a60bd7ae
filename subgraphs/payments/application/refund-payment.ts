import { fact } from '@parterre/contracts/facts/fact.ts';
import { PaymentRefunded } from '@parterre/contracts/facts/payments.ts';
import type { BookingId, RefundId } from '@parterre/contracts/kernel/ids.ts';
import { formatAmount, type Money, toDecimal } from '@parterre/contracts/kernel/money.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import { walletIdOf } from '../domain/account.ts';
import { type CapturedPayment, refuseRefund } from '../domain/payment.ts';
import { refund } from '../domain/transfer.ts';
import type { Dependencies } from './dependencies.ts';

export interface RefundPayment {
  readonly bookingId: BookingId;
  readonly refundId: RefundId;
  readonly amount: Money;
}
export type RefundOutcome =
  | CapturedPayment
  | Rejection<'PAYMENT_NOT_FOUND' | 'REFUND_EXCEEDS_PAYMENT' | 'INVALID_AMOUNT'>;

/**
 * Pays part or all of a booking's captured payment back to the payer's wallet, also while it is frozen. One
 * effect for each refundId; never more than was captured in all. One transaction.
 */
export async function refundPayment(
  deps: Dependencies,
  command: RefundPayment,
  { now }: Context,
): Promise<RefundOutcome> {
  return deps.database.transaction(async (tx) => {
    const payment = await lockCaptured(deps, tx, command.bookingId);
    if (!payment) {
      return reject('PAYMENT_NOT_FOUND', 'expected the booking to have a captured payment, got none', [
        'bookingId',
      ]);
    }
    const made = await deps.ledger.findRefund(tx, command.refundId);
    if (made) return answerRefundAgain(payment, made, command);
    const refusal = refuseRefund(payment, command.amount);
    return refusal ?? payBack(deps, tx, payment, command, now);
  });
}

/** The first look tells whose wallet to lock; what is left of the payment counts only under the lock. */
async function lockCaptured(
  deps: Dependencies,
  tx: Transaction,
  bookingId: BookingId,
): Promise<CapturedPayment | null> {
  const seen = await deps.payments.findCaptured(tx, bookingId);
  if (!seen) return null;
  await deps.wallets.lock(tx, seen.userId);
  return deps.payments.findCaptured(tx, bookingId);
}

function answerRefundAgain(
  payment: CapturedPayment,
  made: { readonly paymentId: string; readonly amount: Money },
  { amount }: RefundPayment,
): RefundOutcome {
  if (made.paymentId !== payment.id) {
    throw new Error('expected a refund id to belong to one booking, got one of another booking');
  }
  if (made.amount.minor !== amount.minor || made.amount.currency !== amount.currency) {
    return reject(
      'INVALID_AMOUNT',
      `expected ${formatAmount(made.amount.minor, made.amount.currency)} ${made.amount.currency} as this refund asked for first, got ${formatAmount(amount.minor, amount.currency)} ${amount.currency}`,
      ['amount'],
    );
  }
  return payment;
}

async function payBack(
  deps: Dependencies,
  tx: Transaction,
  payment: CapturedPayment,
  { refundId, amount }: RefundPayment,
  now: Date,
): Promise<CapturedPayment> {
  const of = { paymentId: payment.id, refundId };
  await deps.ledger.record(tx, refund(walletIdOf(payment.userId), of, amount, now));
  await deps.payments.addRefund(tx, payment.id, amount.minor);
  await tx.publish(
    fact(
      PaymentRefunded,
      {
        paymentId: payment.id,
        bookingId: payment.bookingId,
        refundId,
        userId: payment.userId,
        amount: toDecimal(amount),
      },
      now,
    ),
  );
  return { ...payment, refundedMinor: payment.refundedMinor + amount.minor };
}
