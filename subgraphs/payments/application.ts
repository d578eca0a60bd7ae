import type { UserId } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { type AuthorizePayment, authorizePayment } from './application/authorize-payment.ts';
import type { Books } from './application/books.ts';
import { type CapturePayment, capturePayment } from './application/capture-payment.ts';
import { freezeWallet, thawWallet } from './application/freeze-wallet.ts';
import { openWallet } from './application/open-wallet.ts';
import { type RefundPayment, refundPayment } from './application/refund-payment.ts';
import { type TopUpWallet, topUpWallet } from './application/top-up-wallet.ts';
import { voidPayment } from './application/void-payment.ts';
import { walletsOf } from './application/wallets-of.ts';
import type { Attempt } from './domain/payment.ts';

/** What the payments room does. Every command is one transaction, and one commit. */
export type Application = ReturnType<typeof application>;

export function application(books: Books) {
  return {
    /** Commands of people. */
    topUpWallet: (command: TopUpWallet, now: Date) => topUpWallet(books, command, now),

    /** Commands of the tickets room, about one attempt to pay a booking. */
    authorizePayment: (command: AuthorizePayment, now: Date) => authorizePayment(books, command, now),
    capturePayment: (command: CapturePayment, now: Date) => capturePayment(books, command, now),
    voidPayment: (command: Attempt, now: Date) => voidPayment(books, command, now),
    refundPayment: (command: RefundPayment, now: Date) => refundPayment(books, command, now),

    /** On facts, in the transaction that notes the fact as seen. */
    openWallet: (tx: Transaction, userId: UserId, now: Date) => openWallet(books, tx, userId, now),
    freezeWallet: (tx: Transaction, userId: UserId, now: Date) => freezeWallet(books, tx, userId, now),
    thawWallet: (tx: Transaction, userId: UserId, now: Date) => thawWallet(books, tx, userId, now),

    /** Queries. */
    walletsOf: (userIds: readonly UserId[]) => walletsOf(books, userIds),
    statement: books.ledger.statement,
    payments: books.payments.summaries,
  };
}
