import { fact } from '@parterre/contracts/facts/fact.ts';
import { PaymentAuthorized, PaymentFailed } from '@parterre/contracts/facts/payments.ts';
import { type Money, toDecimal } from '@parterre/contracts/kernel/money.ts';
import type { Rejection } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import { walletIdOf } from '../domain/account.ts';
import {
  type Attempt,
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
 * transaction.
 */
export async function authorizePayment(
  deps: Dependencies,
  command: AuthorizePayment,
  { now }: Context,
): Promise<AuthorizeOutcome> {
  return deps.database.transaction(async (tx) => {
    const wallet = await deps.wallets.lock(tx, command.userId);
    const known = await decidedBefore(deps, tx, command);
    if (known) return answerAgain(known, command.amount);
    const refusal = refuseAuthorization(wallet, command.amount);
    return refusal ? decline(deps, tx, command, refusal, now) : setAside(deps, tx, command, now);
  });
}

async function setAside(
  deps: Dependencies,
  tx: Transaction,
  command: AuthorizePayment,
  now: Date,
): Promise<AuthorizeOutcome> {
  const { bookingId, attempt, userId, amount } = command;
  const id = paymentIdOf(bookingId, attempt);
  const transfer = authorization(walletIdOf(userId), id, amount, now);
  const payment: Payment = {
    id,
    bookingId,
    attempt,
    userId,
    createdAt: now,
    status: 'AUTHORIZED',
    amount,
    authorizationId: transfer.id,
  };
  if (!(await deps.payments.insert(tx, payment))) return lostRace(deps, tx, command);
  await deps.ledger.record(tx, transfer);
  const details = { paymentId: id, bookingId, userId, amount: toDecimal(amount) };
  await tx.publish(fact(PaymentAuthorized, details, now));
  return payment;
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
