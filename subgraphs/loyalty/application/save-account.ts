import { fact } from '@parterre/contracts/facts/fact.ts';
import {
  LoyaltyLevelChanged,
  PointsAccrued,
  PointsReturned,
  PointsReversed,
  PointsSpent,
} from '@parterre/contracts/facts/loyalty.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { JobContext } from '@parterre/platform/service/use-case.ts';
import { availablePoints } from '../domain/account.ts';
import { LEVEL_WINDOW_MS, levelFor } from '../domain/level.ts';
import { type Operation, PointsChangeSet } from '../domain/points-change-set.ts';
import type { Dependencies } from './dependencies.ts';

/** Accounts that one run of `reviewLevels` looks at: a transaction of some milliseconds. */
const BATCH = 50;

const factOf = {
  EARNED: PointsAccrued,
  REVERSED: PointsReversed,
  SPENT: PointsSpent,
  RETURNED: PointsReturned,
} as const;

/**
 * Ends the work on a locked account: takes what is owed from what is there, looks at the level, writes it
 * all, and publishes it.
 */
export async function saveAccount(
  deps: Dependencies,
  tx: Transaction,
  changes: PointsChangeSet,
  now: Date,
): Promise<void> {
  const { userId, level: previousLevel } = changes.account;
  await settleDebts(deps, tx, changes);
  const reviewAt = await reviewLevel(deps, tx, changes, now);
  await deps.accounts.write(tx, changes, now, { at: reviewAt });
  const facts: FactEnvelope[] = changes.operations.map((operation) => pointsFact(userId, operation, now));
  const { level } = changes.account;
  if (level !== previousLevel) facts.push(fact(LoyaltyLevelChanged, { userId, level, previousLevel }, now));
  await tx.publish(...facts);
}

/** Points that came in pay what is owed, the oldest booking first. */
async function settleDebts(deps: Dependencies, tx: Transaction, changes: PointsChangeSet): Promise<void> {
  if (changes.account.owed === 0 || availablePoints(changes.account) === 0) return;
  for (const { bookingId, owed } of await deps.earnings.owing(tx, changes.account.userId)) {
    const paid = changes.settle(bookingId, owed);
    if (paid === 0) return;
    await deps.earnings.payOff(tx, bookingId, paid);
  }
}

/** The level follows from what was earned in the window; it is due again when the oldest of that leaves it. */
async function reviewLevel(
  deps: Dependencies,
  tx: Transaction,
  changes: PointsChangeSet,
  now: Date,
): Promise<Date | null> {
  const { userId } = changes.account;
  const since = new Date(now.getTime() - LEVEL_WINDOW_MS);
  const earned = await deps.earnings.earnedSince(tx, userId, since);
  changes.changeLevel(levelFor(earned.points));
  return earned.oldest && new Date(earned.oldest.getTime() + LEVEL_WINDOW_MS);
}

function pointsFact(
  userId: UserId,
  { kind, bookingId, points, balance }: Operation,
  now: Date,
): FactEnvelope {
  return fact(factOf[kind], { userId, bookingId, points: Math.abs(points), balance }, now);
}

/** Looks at the level of accounts whose oldest points have left the window. Answers how many it looked at. */
export async function reviewLevels(deps: Dependencies, { now }: JobContext): Promise<number> {
  return deps.database.transaction(async (tx) => {
    const due = await deps.accounts.lockDue(tx, now, BATCH);
    for (const account of due) await saveAccount(deps, tx, new PointsChangeSet(account), now);
    return due.length;
  });
}
