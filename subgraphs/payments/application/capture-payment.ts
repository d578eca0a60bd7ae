import { fact } from '@parterre/contracts/facts/fact.ts';
import { PaymentSucceeded } from '@parterre/contracts/facts/payments.ts';
import type { BookingId } from '@parterre/contracts/kernel/ids.ts';
import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import { walletIdOf } from '../domain/account.ts';
import {
  type AuthorizedPayment,
  alreadyVoided,
  type CapturedPayment,
  type Payment,
} from '../domain/payment.ts';
import { capture } from '../domain/transfer.ts';
import type { Dependencies } from './dependencies.ts';

export interface CapturePayment {
  readonly bookingId: BookingId;
  readonly attempt: number;
}
export type CaptureOutcome = CapturedPayment | Rejection<'PAYMENT_NOT_FOUND' | 'PAYMENT_VOIDED'>;

/**
 * Makes an authorized payment final: what was set aside goes to the seller. What is captured of a payment never
 * changes, so it is read without a lock, and one statement decides; when it does not, one transaction says why.
 */
export async function capturePayment(
  deps: Dependencies,
  command: CapturePayment,
  { now }: Context,
): Promise<CaptureOutcome> {
  const seen = await deps.payments.look(command.bookingId, command.attempt);
  if (seen?.status === 'AUTHORIZED') {
    const { payment, transfer, told } = captured(seen, now);
    if (await deps.payments.captureAtOnce(command, transfer, told)) return payment;
  }
  return deps.database.transaction(async (tx) => {
    const payment = await lockPayment(deps, tx, command);
    switch (payment?.status) {
      case 'AUTHORIZED':
        return post(deps, tx, payment, now);
      case 'CAPTURED':
        return payment;
      case 'VOIDED':
        return alreadyVoided(payment);
      default:
        return reject(
          'PAYMENT_NOT_FOUND',
          `expected attempt ${command.attempt} to be authorized, got ${payment ? 'a declined one' : 'none'}`,
          ['attempt'],
        );
    }
  });
}

/** A payment that is captured, with all that belongs to it. */
function captured({ authorizationId, ...kept }: AuthorizedPayment, now: Date) {
  const { id, bookingId, userId, amount } = kept;
  const transfer = capture(walletIdOf(userId), { paymentId: id, resolves: authorizationId }, amount, now);
  const payment: CapturedPayment = { ...kept, status: 'CAPTURED', refundedMinor: 0n };
  const details = { paymentId: id, bookingId, userId, amount: toDecimal(amount) };
  return { payment, transfer, told: fact(PaymentSucceeded, details, now) };
}

/**
 * An attempt as it stands while its payer's wallet is locked. The first look only tells whose wallet; what
 * it saw may have changed until the lock is ours (a capture and a void race here), so we look again.
 */
async function lockPayment(
  deps: Dependencies,
  tx: Transaction,
  { bookingId, attempt }: CapturePayment,
): Promise<Payment | null> {
  const seen = await deps.payments.find(tx, bookingId, attempt);
  if (!seen) return null;
  await deps.wallets.lock(tx, seen.userId);
  return deps.payments.find(tx, bookingId, attempt);
}

async function post(
  deps: Dependencies,
  tx: Transaction,
  authorized: AuthorizedPayment,
  now: Date,
): Promise<CapturedPayment> {
  const { payment, transfer, told } = captured(authorized, now);
  await deps.ledger.record(tx, transfer);
  await deps.payments.resolve(tx, payment.id, 'CAPTURED');
  await tx.publish(told);
  return payment;
}
