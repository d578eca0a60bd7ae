import type { BookingId, RefundId, UserId } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Earning } from '../../domain/earning.ts';

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
