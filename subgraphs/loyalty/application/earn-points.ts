import type { BookingId, UserId } from '@parterre/platform/kernel/ids.ts';
import type { Money } from '@parterre/platform/kernel/money.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { pointsFor } from '../domain/level.ts';
import { Sheet } from '../domain/sheet.ts';
import type { Books } from './books.ts';
import { closeSheet } from './close-sheet.ts';

export interface ConfirmedBooking {
  readonly bookingId: BookingId;
  readonly userId: UserId;
  /** What was really paid. */
  readonly total: Money;
  readonly confirmedAt: Date;
}

/**
 * A booking is paid: it earns points, by the level that the account has at this moment. Counted once for
 * each booking. A frozen account earns as well: nobody loses what was paid for.
 */
export async function earnPoints(
  books: Books,
  tx: Transaction,
  { bookingId, userId, total, confirmedAt }: ConfirmedBooking,
  now: Date,
): Promise<void> {
  const sheet = new Sheet(await books.accounts.lock(tx, userId, now));
  const points = sheet.earn(bookingId, pointsFor(total.minor, sheet.account.level));
  const earning = { bookingId, userId, paidMinor: total.minor, refundedMinor: 0n, points, takenBack: 0 };
  if (!(await books.earnings.insert(tx, earning, confirmedAt))) return;
  await closeSheet(books, tx, sheet, now);
}
