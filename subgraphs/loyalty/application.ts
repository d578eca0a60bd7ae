import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { accountsOf } from './application/accounts-of.ts';
import { commitDiscount } from './application/commit-discount.ts';
import type { Dependencies } from './application/dependencies.ts';
import { type ConfirmedBooking, earnPoints } from './application/earn-points.ts';
import { freezeAccount, openAccount, unfreezeAccount } from './application/follow-user.ts';
import { type ReleaseDiscount, releaseDiscount } from './application/release-discount.ts';
import { type ReserveDiscount, reserveDiscount } from './application/reserve-discount.ts';
import { reviewLevels } from './application/review-levels.ts';
import { type RefundedTickets, takeBackPoints } from './application/take-back-points.ts';

/** What the loyalty subgraph does. Every command is one transaction, and one commit. */
export type Application = ReturnType<typeof application>;

export function application(deps: Dependencies) {
  return {
    /** Commands of the tickets subgraph, about the discount of one booking. */
    reserveDiscount: (command: ReserveDiscount, now: Date) => reserveDiscount(deps, command, now),
    commitDiscount: (command: Parameters<typeof commitDiscount>[1], now: Date) =>
      commitDiscount(deps, command, now),
    releaseDiscount: (command: ReleaseDiscount, now: Date) => releaseDiscount(deps, command, now),

    /** On facts, in the transaction that notes the fact as seen. */
    earnPoints: (tx: Transaction, booking: ConfirmedBooking, now: Date) => earnPoints(deps, tx, booking, now),
    takeBackPoints: (tx: Transaction, refund: RefundedTickets, now: Date) =>
      takeBackPoints(deps, tx, refund, now),
    openAccount: (tx: Transaction, userId: UserId, now: Date) => openAccount(deps, tx, userId, now),
    freezeAccount: (tx: Transaction, userId: UserId, now: Date) => freezeAccount(deps, tx, userId, now),
    unfreezeAccount: (tx: Transaction, userId: UserId, now: Date) => unfreezeAccount(deps, tx, userId, now),

    /** As points age. */
    reviewLevels: (now: Date) => reviewLevels(deps, now),

    /** Queries. */
    accountsOf: (userIds: readonly UserId[]) => accountsOf(deps, userIds),
    history: deps.accounts.history,
  };
}
