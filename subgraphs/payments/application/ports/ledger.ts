import type { PaymentId, RefundId, WalletId } from '@parterre/platform/kernel/ids.ts';
import type { Money } from '@parterre/platform/kernel/money.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Transfer, TransferId } from '../../domain/transfer.ts';

/** The double-entry ledger: transfers and their entries are only ever added. */
export interface Ledger {
  /** Adds a transfer with its entries and moves the stored balances of its wallet, which the caller has locked. */
  record(tx: Transaction, transfer: Transfer): Promise<void>;

  /** The refund of this id, if it was made. */
  findRefund(
    tx: Transaction,
    refundId: RefundId,
  ): Promise<{ readonly paymentId: PaymentId; readonly amount: Money } | null>;

  /** A wallet's statement, newest first: at most `limit` lines that are older than `before`. */
  statement(walletId: WalletId, limit: number, before: TransferId | null): Promise<StatementLine[]>;
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
