import type { BookingId, RefundId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { FactHead } from '@parterre/platform/bus/bus.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { InboxEntry } from '@parterre/platform/service/use-case.ts';
import type { Account } from '../../domain/account.ts';
import type { Earning } from '../../domain/earning.ts';
import type { EarnedAtLevel } from '../../domain/level.ts';
import type { Operation, OperationId, PointsChangeSet } from '../../domain/points-change-set.ts';

/** The loyalty accounts, one a user, and the operations that made them what they are. */
export interface Accounts {
  /**
   * The user's account, locked until the transaction ends, opened on the way when it is not there yet: facts
   * of different subgraphs come in any order. Whoever changes points, or decides about them, locks it first.
   */
  lock(tx: Transaction, userId: UserId, now: Date): Promise<Account>;

  /**
   * Writes what was done to a locked account: its operations and what it ends up as.
   *
   * @param review when its level is to be looked at again; null: when something happens to it. As it was, unless given
   */
  write(
    tx: Transaction,
    changes: PointsChangeSet,
    now: Date,
    review?: { readonly at: Date | null },
  ): Promise<void>;

  /** Freezes an account (since when), or unfreezes it (null). */
  freeze(tx: Transaction, userId: UserId, since: Date | null): Promise<void>;

  /** At most `limit` accounts whose level is to be looked at by now, locked; those that others hold are left out. */
  lockDue(tx: Transaction, now: Date, limit: number): Promise<Account[]>;

  /** The accounts that exist of these users, in any order. */
  findOf(userIds: readonly UserId[]): Promise<Account[]>;

  /** A user's operations, newest first: at most `limit` of those that are older than `after`. */
  history(
    userId: UserId,
    page: { readonly limit: number; readonly after: OperationId | null },
  ): Promise<PastOperation[]>;
}

export type PastOperation = Pick<Operation, 'id' | 'kind' | 'points' | 'bookingId'> & {
  readonly createdAt: Date;
};

/** What each confirmed booking earned, and what its refunds took back. */
export interface Earnings {
  /** False when the booking was counted before: then nothing happens. */
  insert(tx: Transaction, earning: Earning, earnedAt: Date): Promise<boolean>;

  find(tx: Transaction, bookingId: BookingId): Promise<Earning | null>;

  /** Notes that a refund is counted. False when it was counted before. */
  noteRefund(tx: Transaction, refundId: RefundId, bookingId: BookingId, now: Date): Promise<boolean>;

  /**
   * Adds to what the refunds of a booking came to: minor units paid, points due, and of these the points owed; `isLast` when
   * no ticket is left.
   */
  addRefund(
    tx: Transaction,
    bookingId: BookingId,
    refund: {
      readonly paidMinor: bigint;
      readonly due: number;
      readonly owed: number;
      readonly isLast: boolean;
    },
  ): Promise<void>;

  /** The bookings of a user that owe points, oldest first. */
  owing(tx: Transaction, userId: UserId): Promise<{ readonly bookingId: BookingId; readonly owed: number }[]>;

  /** Notes that a booking owes this much less. */
  payOff(tx: Transaction, bookingId: BookingId, points: number): Promise<void>;

  /** Points that the user earned after `since`, less what was taken back of them, and when the oldest were earned. */
  earnedSince(
    tx: Transaction,
    userId: UserId,
    since: Date,
  ): Promise<{ readonly points: number; readonly oldest: Date | null }>;
}

/** What a booking earns in the usual case, in one statement that is a transaction. */
export interface PointsAtOnce {
  /**
   * Does at once what noting the fact in the inbox, `Accounts.lock`, `Earnings.insert`, `Earnings.earnedSince`, `Accounts.write`
   * and publishing do in a transaction, by the points of the level that the account has. False when nothing happened: the
   * account is not there, is full, owes points or comes to another level, nothing is earned, or the fact is known or has to wait.
   *
   * @param head of PointsAccrued, to which the balance is added that only the database knows
   */
  earn(
    entry: InboxEntry,
    earning: Pick<Earning, 'bookingId' | 'userId' | 'paidMinor'> & {
      readonly earnedAt: Date;
      /** Where the window of the level begins, before `earnedAt`. */
      readonly since: Date;
    },
    levels: readonly EarnedAtLevel[],
    head: FactHead,
    now: Date,
  ): Promise<boolean>;
}
