import { fact } from '@parterre/contracts/facts/fact.ts';
import { PaymentAuthorized, PaymentFailed } from '@parterre/contracts/facts/payments.ts';
import { type Money, toDecimal } from '@parterre/contracts/kernel/money.ts';
import type { Rejection } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import { walletIdOf } from '../domain/account.ts';
import {
  type Attempt,
  type AuthorizedPayment,
  answerAgain,
  type DeclinedPayment,
  type Payment,
  paymentIdOf,
} from '../domain/payment.ts';
import { authorization } from '../domain/transfer.ts';
import { type AuthorizationRefusal, refuseAuthorization } from '../domain/wallet.ts';
import type { Dependencies } from './dependencies.ts';

export interface AuthorizePayment extends Attempt {
  readonly amount: Money;
}
export type AuthorizeOutcome =
  | Payment
  | AuthorizationRefusal
  | Rejection<'PAYMENT_VOIDED' | 'INVALID_AMOUNT'>;

/**
 * Sets money aside for one attempt to pay a booking. The attempt has one answer, a decline included. One
 * statement when nothing is in the way; one transaction says what is.
 */
export async function authorizePayment(
  deps: Dependencies,
  command: AuthorizePayment,
  { now }: Context,
): Promise<AuthorizeOutcome> {
  const { payment, transfer, told } = authorized(command, now);
  if (await deps.payments.authorizeAtOnce(payment, transfer, told)) return payment;
  return deps.database.transaction(async (tx) => {
    const wallet = await deps.wallets.lock(tx, command.userId);
    const known = await decidedBefore(deps, tx, command);
    if (known) return answerAgain(known, command.amount);
    const refusal = refuseAuthorization(wallet, command.amount);
    if (refusal) return decline(deps, tx, command, refusal, now);
    if (!(await deps.payments.insert(tx, payment))) return lostRace(deps, tx, command);
    await deps.ledger.record(tx, transfer);
    await tx.publish(told);
    return payment;
  });
}

/** An attempt that is granted, with all that belongs to it. */
function authorized({ bookingId, attempt, userId, amount }: AuthorizePayment, now: Date) {
  const id = paymentIdOf(bookingId, attempt);
  const transfer = authorization(walletIdOf(userId), id, amount, now);
  const payment: AuthorizedPayment = {
    id,
    bookingId,
    attempt,
    userId,
    createdAt: now,
    status: 'AUTHORIZED',
    amount,
    authorizationId: transfer.id,
  };
  const details = { paymentId: id, bookingId, userId, amount: toDecimal(amount) };
  return { payment, transfer, told: fact(PaymentAuthorized, details, now) };
}

async function decline(
  deps: Dependencies,
  tx: Transaction,
  command: AuthorizePayment,
  refusal: AuthorizationRefusal,
  now: Date,
): Promise<AuthorizeOutcome> {
  const { bookingId, attempt, userId, amount } = command;
  const id = paymentIdOf(bookingId, attempt);
  const payment: DeclinedPayment = {
    id,
    bookingId,
    attempt,
    userId,
    createdAt: now,
    status: 'DECLINED',
    amount,
    refusal,
  };
  if (!(await deps.payments.insert(tx, payment))) return lostRace(deps, tx, command);
  const details = { paymentId: id, bookingId, userId, amount: toDecimal(amount) };
  await tx.publish(fact(PaymentFailed, { ...details, reason: refusal.code }, now));
  return refusal;
}

/**
 * Somebody recorded the same attempt since we looked. With a wallet its lock keeps them out; without one
 * there is nothing to lock, and the attempt's unique key decides.
 */
async function lostRace(
  deps: Dependencies,
  tx: Transaction,
  command: AuthorizePayment,
): Promise<AuthorizeOutcome> {
  const winner = await decidedBefore(deps, tx, command);
  if (!winner) throw new Error(`expected attempt ${command.attempt} of ${command.bookingId} to be recorded`);
  return answerAgain(winner, command.amount);
}

async function decidedBefore(deps: Dependencies, tx: Transaction, command: Attempt): Promise<Payment | null> {
  const known = await deps.payments.find(tx, command.bookingId, command.attempt);
  if (known && known.userId !== command.userId) {
    throw new Error(
      `expected attempt ${command.attempt} of booking ${command.bookingId} to be paid by its first payer`,
    );
  }
  return known;
}
