import type { BookingId, PaymentId, RefundId, UserId, WalletId } from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode, Money } from '@parterre/contracts/kernel/money.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { Positioned } from '@parterre/platform/kernel/log-cursor.ts';
import type { Rejection } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { AuthorizedPayment, CapturedPayment, Payment } from '../domain/payment.ts';
import type { ProviderPage, ProviderVerdict, TopUp, TopUpId, TopUpState } from '../domain/top-up.ts';
import type { CaptureTransfer, Transfer, TransferId } from '../domain/transfer.ts';
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

  /**
   * An attempt as it stands at this moment, locked by nobody; AUTHORIZED may be what this process made it and another has
   * changed since. Payer, amount and authorization of an attempt never change.
   */
  look(bookingId: BookingId, attempt: number): Promise<Payment | null>;

  /**
   * Does at once, in one statement, what `Wallets.lock`, `insert`, `Ledger.record` and publishing do in a transaction.
   * False when nothing happened, because the wallet does not allow it or the attempt is known: the transaction says why.
   */
  authorizeAtOnce(payment: AuthorizedPayment, transfer: Transfer, fact: FactEnvelope): Promise<boolean>;

  /** The same of `Wallets.lock`, `Ledger.record`, `resolve` and publishing; false when the payment is not AUTHORIZED. */
  captureAtOnce(
    payment: Pick<Payment, 'bookingId' | 'attempt'>,
    transfer: CaptureTransfer,
    fact: FactEnvelope,
  ): Promise<boolean>;

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

/** What users are to pay, or have paid, on a provider's page. */
export interface TopUps {
  insert(tx: Transaction, topUp: TopUp): Promise<void>;

  /**
   * At most `limit` top-ups, the oldest first, of which the provider should have said by now what became of them, each
   * taken by one caller: it is due again after a pause that grows with every time (`ASK_AGAIN`), while it is PENDING.
   */
  takeUnheard(limit: number, now: Date): Promise<TopUp[]>;

  /** As it stands now, also when it was looked at before in this transaction. */
  find(tx: Transaction, topUpId: TopUpId): Promise<TopUp | null>;

  /** Keeps where a top-up is paid, unless that is known. */
  keepPage(tx: Transaction, topUpId: TopUpId, page: ProviderPage): Promise<void>;

  /** The provider takes no such top-up; one that has ended meanwhile stays as it is. */
  refuse(tx: Transaction, topUpId: TopUpId): Promise<void>;

  /** What became of a top-up, whose wallet the caller has locked. @throws when a person has refunded it meanwhile */
  end(
    tx: Transaction,
    topUpId: TopUpId,
    end:
      | { readonly state: 'PAID'; readonly transferId: TransferId }
      | { readonly state: Exclude<TopUpState, 'PAID'> },
  ): Promise<void>;
}

/** Where money that enters a wallet comes from: nowhere, in a demo, or from a page on which the user pays. */
export type PaymentProvider = { readonly kind: 'free' } | HostedProvider;

/** A provider that hosts a page and says later, in messages that it signs, what became of it. */
export interface HostedProvider {
  readonly kind: 'hosted';
  /** "stripe". */
  readonly name: string;

  /** Asks for something that has no effect, as who we are. @throws when no answer came, or a refusal */
  ping(): Promise<void>;

  /**
   * The page on which a top-up is paid, the same however often it is asked for within a day; 'refused' when the provider
   * takes no such payment.
   *
   * @throws ProviderUnavailable when no answer came; it may or may not have opened the page, so ask again
   */
  openPage(topUp: TopUp): Promise<ProviderPage | 'refused'>;

  /**
   * What has become of a top-up by the provider's books; 'unknown' when they have no page of it. Where its page is not
   * known here either, only a page that was paid or is being paid is looked for, until the signal is given.
   *
   * @throws ProviderUnavailable when no answer came: ask again later
   */
  askAbout(topUp: TopUp, signal?: AbortSignal): Promise<ProviderReport | 'unknown'>;

  /** What a message says; null when it is about no top-up. */
  readMessage(message: ProviderMessage, now: Date): ProviderReport | null | Rejection<'INVALID_SIGNATURE'>;
}

/** A message as it came: every byte of it is signed. */
export interface ProviderMessage {
  readonly text: string;
  readonly signature: string;
}

/** What a provider says of a top-up, in a message or when it is asked. */
export interface ProviderReport {
  readonly topUpId: TopUpId;
  readonly sessionId: string;
  /** What was to be paid, by the provider's books; null when they say none that we know. */
  readonly amount: Money | null;
  readonly verdict: ProviderVerdict;
}

/** A payment provider did not answer. An outage: worth asking again with the same input. */
export class ProviderUnavailable extends Error {
  constructor(provider: string, cause: unknown) {
    super(`expected ${provider} to answer; ask again later`, { cause });
    this.name = 'ProviderUnavailable';
  }
}
