import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { type AuthorizePayment, authorizePayment } from './application/authorize-payment.ts';
import { type CapturePayment, capturePayment } from './application/capture-payment.ts';
import type { Dependencies } from './application/dependencies.ts';
import { freezeWallet, unfreezeWallet } from './application/freeze-wallet.ts';
import { openWallet } from './application/open-wallet.ts';
import { type RefundPayment, refundPayment } from './application/refund-payment.ts';
import { type TopUpWallet, topUpWallet } from './application/top-up-wallet.ts';
import { voidPayment } from './application/void-payment.ts';
import { walletsOf } from './application/wallets-of.ts';
import type { Attempt } from './domain/payment.ts';

/** What the payments subgraph does. Every command is one transaction, and one commit. */
export type Application = ReturnType<typeof application>;

export function application(deps: Dependencies) {
  return {
    /** Commands of people. */
    topUpWallet: (command: TopUpWallet, now: Date) => topUpWallet(deps, command, now),

    /** Commands of the tickets subgraph, about one attempt to pay a booking. */
    authorizePayment: (command: AuthorizePayment, now: Date) => authorizePayment(deps, command, now),
    capturePayment: (command: CapturePayment, now: Date) => capturePayment(deps, command, now),
    voidPayment: (command: Attempt, now: Date) => voidPayment(deps, command, now),
    refundPayment: (command: RefundPayment, now: Date) => refundPayment(deps, command, now),

    /** On facts, in the transaction that notes the fact as seen. */
    openWallet: (tx: Transaction, userId: UserId, now: Date) => openWallet(deps, tx, userId, now),
    freezeWallet: (tx: Transaction, userId: UserId, now: Date) => freezeWallet(deps, tx, userId, now),
    unfreezeWallet: (tx: Transaction, userId: UserId, now: Date) => unfreezeWallet(deps, tx, userId, now),

    /** Queries. */
    walletsOf: (userIds: readonly UserId[]) => walletsOf(deps, userIds),
    statement: deps.ledger.statement,
    payments: deps.payments.summaries,
  };
}
