import type { BookingId, EventId, RefundId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Money } from '@parterre/contracts/kernel/money.ts';
import type { Rejection } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Account } from '../domain/account.ts';
import type { Earning } from '../domain/earning.ts';
import type { Operation, OperationId, PointsChangeSet } from '../domain/points-change-set.ts';
import type { Reservation } from '../domain/reservation.ts';

/** The loyalty accounts, one a user, and the operations that made them what they are. */
export interface Accounts {
  /**
   * The user's account, locked until the transaction ends, opened on the way when it is not there yet: facts
   * of different subgraphs come in any order. Whoever changes points, or decides about them, locks it first.
   */
  lock(tx: Transaction, userId: UserId, now: Date): Promise<Account>;

  /** Writes what was done to a locked account: its operations and what it ends up as. */
  write(tx: Transaction, changes: PointsChangeSet, now: Date): Promise<void>;

  /** Freezes an account (since when), or unfreezes it (null). */
  freeze(tx: Transaction, userId: UserId, since: Date | null): Promise<void>;

  /** Asks for the level of a locked account to be looked at again then; null: when something happens to it. */
  reviewAt(tx: Transaction, userId: UserId, at: Date | null): Promise<void>;

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

  /** Adds to what the refunds of a booking came to: minor units paid, points due, and of these the points owed. */
  addRefund(
    tx: Transaction,
    bookingId: BookingId,
    refund: { readonly paidMinor: bigint; readonly due: number; readonly owed: number },
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

/** The promo codes that there are. */
export interface PromoCodes {
  /** What a code takes off this booking, or why it takes nothing. */
  discountOf(
    code: string,
    booking: { readonly userId: UserId; readonly eventId: EventId; readonly subtotal: Money },
  ): Promise<Money | Rejection<'PROMO_CODE_NOT_FOUND'>>;
}

/** Discounts set aside for bookings. */
export interface Reservations {
  find(tx: Transaction, bookingId: BookingId): Promise<Reservation | null>;

  /** False when the booking has one: then nothing happens. */
  insert(tx: Transaction, reservation: Reservation, now: Date): Promise<boolean>;

  /** Ends a reservation that was RESERVED until now. Throws when it was not. */
  end(tx: Transaction, bookingId: BookingId, state: 'COMMITTED' | 'RELEASED'): Promise<void>;

  /** Adds to what refunds came to: of the discount, and points returned. */
  addRefund(
    tx: Transaction,
    bookingId: BookingId,
    refund: { readonly discountMinor: bigint; readonly points: number },
  ): Promise<void>;
}
