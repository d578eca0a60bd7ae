import { fact } from '@parterre/contracts/facts/fact.ts';
import { PaymentFailed } from '@parterre/contracts/facts/payments.ts';
import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import { walletIdOf } from '../domain/account.ts';
import {
  type Attempt,
  type AuthorizedPayment,
  type DeclinedPayment,
  paymentIdOf,
  type VoidedPayment,
} from '../domain/payment.ts';
import { giveBack } from '../domain/transfer.ts';
import type { Dependencies } from './dependencies.ts';

export type VoidOutcome = VoidedPayment | DeclinedPayment | Rejection<'PAYMENT_CAPTURED'>;

/**
 * Sees to it that an attempt holds no money, now and later: gives back what is set aside, and leaves a
 * tombstone where nothing was authorized yet, so that an authorization that comes late is refused. One
 * transaction.
 */
export async function voidPayment(
  deps: Dependencies,
  command: Attempt,
  { now }: Context,
): Promise<VoidOutcome> {
  return deps.database.transaction(async (tx) => {
    await deps.wallets.lock(tx, command.userId);
    // The tombstone goes first: if the attempt was recorded before, it falls aside, and without a wallet to
    // lock, its unique key is what a concurrent authorization waits for.
    const tombstone = tombstoneOf(command, now);
    if (await deps.payments.insert(tx, tombstone)) return tombstone;
    const payment = await deps.payments.find(tx, command.bookingId, command.attempt);
    if (!payment || payment.userId !== command.userId) {
      throw new Error(
        `expected attempt ${command.attempt} of booking ${command.bookingId} to be voided for its payer`,
      );
    }
    switch (payment.status) {
      case 'AUTHORIZED':
        return release(deps, tx, payment, now);
      case 'CAPTURED':
        return reject('PAYMENT_CAPTURED', 'expected an open payment, but it is captured; refund it instead');
      default:
        return payment;
    }
  });
}

function tombstoneOf({ bookingId, attempt, userId }: Attempt, now: Date): VoidedPayment {
  return {
    id: paymentIdOf(bookingId, attempt),
    bookingId,
    attempt,
    userId,
    createdAt: now,
    status: 'VOIDED',
    amount: null,
  };
}

async function release(
  deps: Dependencies,
  tx: Transaction,
  payment: AuthorizedPayment,
  now: Date,
): Promise<VoidedPayment> {
  const { authorizationId, ...kept } = payment;
  const held = { paymentId: payment.id, resolves: authorizationId };
  await deps.ledger.record(tx, giveBack(walletIdOf(payment.userId), held, payment.amount, now));
  await deps.payments.resolve(tx, payment.id, 'VOIDED');
  await tx.publish(
    fact(
      PaymentFailed,
      {
        paymentId: payment.id,
        bookingId: payment.bookingId,
        userId: payment.userId,
        amount: toDecimal(payment.amount),
        reason: 'VOIDED',
      },
      now,
    ),
  );
  return { ...kept, status: 'VOIDED' };
}
