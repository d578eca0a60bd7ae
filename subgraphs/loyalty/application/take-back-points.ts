import type { BookingId, RefundId, UserId } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { dueBack } from '../domain/earning.ts';
import { dueToReturn } from '../domain/reservation.ts';
import { Sheet } from '../domain/sheet.ts';
import type { Books } from './books.ts';
import { closeSheet } from './close-sheet.ts';

export interface RefundedTickets {
  readonly bookingId: BookingId;
  readonly userId: UserId;
  readonly refundId: RefundId;
  /** What was paid for these tickets, and what a discount had taken off them; all of it, whatever the refund policy paid back. */
  readonly paidMinor: bigint;
  readonly discountMinor: bigint;
  /** The share of what was paid that the refund policy gave back, in money and in points. */
  readonly percent: number;
}

/**
 * Tickets were refunded: of the points that had paid for them comes back what comes back of the money, then the points that they had earned
 * are taken back. What was spent meanwhile is owed. Counted once for each refund.
 */
export async function takeBackPoints(
  books: Books,
  tx: Transaction,
  refund: RefundedTickets,
  now: Date,
): Promise<void> {
  const sheet = new Sheet(await books.accounts.lock(tx, refund.userId, now));
  if (!(await books.earnings.noteRefund(tx, refund.refundId, refund.bookingId, now))) return;
  await returnSpent(books, tx, sheet, refund);
  await takeBackEarned(books, tx, sheet, refund);
  await closeSheet(books, tx, sheet, now);
}

async function returnSpent(
  books: Books,
  tx: Transaction,
  sheet: Sheet,
  { bookingId, discountMinor, percent }: RefundedTickets,
): Promise<void> {
  const reservation = await books.reservations.find(tx, bookingId);
  if (!reservation?.discount || reservation.state === 'RELEASED') return;
  if (reservation.state === 'RESERVED') {
    // Tickets are issued after the discount is committed, so there is nothing to refund before.
    throw new Error(`expected the discount of booking ${bookingId} to be committed before a refund`);
  }
  const points = dueToReturn(reservation, discountMinor, percent);
  sheet.giveBack(bookingId, points);
  await books.reservations.addRefund(tx, bookingId, { discountMinor, points });
}

async function takeBackEarned(
  books: Books,
  tx: Transaction,
  sheet: Sheet,
  { bookingId, paidMinor }: RefundedTickets,
): Promise<void> {
  const earning = await books.earnings.find(tx, bookingId);
  if (!earning) {
    // Both facts have the booking's key, and one consumer: they come in order.
    throw new Error(`expected booking ${bookingId} to be confirmed before its tickets are refunded`);
  }
  const due = dueBack(earning, paidMinor);
  const owed = sheet.takeBack(bookingId, due);
  await books.earnings.addRefund(tx, bookingId, { paidMinor, due, owed });
}
