import type { BookingId, PaymentId, RefundId, UserId, WalletId } from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode, Money } from '@parterre/contracts/kernel/money.ts';
import type { Positioned } from '@parterre/platform/kernel/log-cursor.ts';
import type { Rejection } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { CapturedPayment, Payment } from '../domain/payment.ts';
import type { Transfer, TransferId } from '../domain/transfer.ts';
import type { Wallet } from '../domain/wallet.ts';

/** The wallets, one a user. */
export interface Wallets {
  /** Opens an empty wallet with its two accounts, unless the user has one. */
  open(tx: Transaction, userId: UserId, currency: CurrencyCode, now: Date): Promise<void>;

  /**
   * The user's wallet, locked until the transaction ends; null when there is none. Whoever moves money of a
   * wallet, or decides about a payment from it, locks it first: that is the order in which all things happen to it.
   */
  lock(tx: Transaction, userId: UserId): Promise<Wallet | null>;

  /** Freezes a wallet (since when), or unfreezes it (null). */
  freeze(tx: Transaction, userId: UserId, since: Date | null): Promise<void>;

  /** The wallets that exist of these users, in any order. */
  findOf(userIds: readonly UserId[]): Promise<Wallet[]>;
}

/** Tells when something has happened to a wallet, in whatever process it happened. */
export interface WalletChanges {
  /**
   * What `read` answers, now and after every change; changes that come together are one message. With `since`, the
   * cursor of a message seen before, the first message comes only when something has changed after it, or says that
   * it starts anew.
   */
  follow<Value>(
    userId: UserId,
    since: string | null,
    read: () => Promise<Value>,
  ): AsyncIterableIterator<Positioned<Value>, undefined>;
}

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

  /** What is shown of the payments with these ids, in any order; a tombstone asked for no money and is none. */
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

/** The double-entry ledger: transfers and their entries are only ever added. */
export interface Ledger {
  /** Adds a transfer with its entries and moves the stored balances of its wallet, which the caller has locked. */
  record(tx: Transaction, transfer: Transfer): Promise<void>;

  /** The refund of this id, if it was made. */
  findRefund(
    tx: Transaction,
    refundId: RefundId,
  ): Promise<{ readonly paymentId: PaymentId; readonly amount: Money } | null>;

  /** A wallet's statement, newest first: at most `limit` lines that are older than `after`. */
  walletStatement(
    walletId: WalletId,
    page: { readonly limit: number; readonly after: TransferId | null },
  ): Promise<StatementLine[]>;
}

/** One line of a wallet's statement: what a top-up, a payment or a refund did to the available balance. */
export interface StatementLine {
  readonly id: TransferId;
  readonly kind: 'TOP_UP' | 'PAYMENT' | 'REFUND';
  readonly status: 'PENDING' | 'POSTED' | 'VOIDED';
  /** Below zero for a payment. */
  readonly amount: Money;
  readonly createdAt: Date;
  readonly paymentId: PaymentId | null;
}

/** A call that its caller may repeat: the key names the attempt, and belongs to the user. */
export interface IdempotentCall {
  readonly userId: UserId;
  readonly operation: string;
  /** 1 to 200 characters. */
  readonly key: string;
  /** What was asked for, without the key. */
  readonly input: object;
}

/** Remembers the outcome of calls, so that a repetition gets the first outcome and has no second effect. */
export interface Idempotency {
  /**
   * Does the work once for each key, within the caller's transaction; the outcome is kept as JSON. A call
   * that comes while the first one is at work waits for it.
   */
  once<Outcome extends object>(
    tx: Transaction,
    call: IdempotentCall,
    work: () => Promise<Outcome>,
  ): Promise<Outcome | Rejection<'IDEMPOTENCY_KEY_REUSED'>>;
}
