import { fact } from '@parterre/contracts/facts/fact.ts';
import {
  LoyaltyLevelChanged,
  PointsAccrued,
  PointsReturned,
  PointsReversed,
  PointsSpent,
} from '@parterre/contracts/facts/loyalty.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { UserId } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { availablePoints } from '../domain/account.ts';
import { LEVEL_WINDOW_MS, levelFor } from '../domain/level.ts';
import type { Operation, Sheet } from '../domain/sheet.ts';
import type { Books } from './books.ts';

const factOf = {
  EARNED: PointsAccrued,
  REVERSED: PointsReversed,
  SPENT: PointsSpent,
  RETURNED: PointsReturned,
} as const;

/**
 * Ends the work on a locked account: takes what is owed from what is there, looks at the level, writes it
 * all, and tells the house.
 */
export async function closeSheet(books: Books, tx: Transaction, sheet: Sheet, now: Date): Promise<void> {
  const { userId, level: previousLevel } = sheet.account;
  await settleDebts(books, tx, sheet);
  await reviewLevel(books, tx, sheet, now);
  await books.accounts.write(tx, sheet, now);
  const facts: FactEnvelope[] = sheet.operations.map((operation) => pointsFact(userId, operation, now));
  const { level } = sheet.account;
  if (level !== previousLevel) facts.push(fact(LoyaltyLevelChanged, { userId, level, previousLevel }, now));
  await tx.publish(...facts);
}

/** Points that came in pay what is owed, the oldest booking first. */
async function settleDebts(books: Books, tx: Transaction, sheet: Sheet): Promise<void> {
  if (sheet.account.owed === 0 || availablePoints(sheet.account) === 0) return;
  for (const { bookingId, owed } of await books.earnings.owing(tx, sheet.account.userId)) {
    const paid = sheet.settle(bookingId, owed);
    if (paid === 0) return;
    await books.earnings.payOff(tx, bookingId, paid);
  }
}

/** The level follows from what was earned in the window; it is due again when the oldest of that leaves it. */
async function reviewLevel(books: Books, tx: Transaction, sheet: Sheet, now: Date): Promise<void> {
  const { userId } = sheet.account;
  const since = new Date(now.getTime() - LEVEL_WINDOW_MS);
  const earned = await books.earnings.earnedSince(tx, userId, since);
  sheet.changeLevel(levelFor(earned.points));
  const due = earned.oldest && new Date(earned.oldest.getTime() + LEVEL_WINDOW_MS);
  await books.accounts.reviewAt(tx, userId, due);
}

function pointsFact(
  userId: UserId,
  { kind, bookingId, points, balance }: Operation,
  now: Date,
): FactEnvelope {
  return fact(factOf[kind], { userId, bookingId, points: Math.abs(points), balance }, now);
}
