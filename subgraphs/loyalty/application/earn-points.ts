import { factHead } from '@parterre/contracts/facts/fact.ts';
import { PointsAccrued } from '@parterre/contracts/facts/loyalty.ts';
import type { BookingId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Money } from '@parterre/contracts/kernel/money.ts';
import type { AtOnceContext, FactContext } from '@parterre/platform/service/use-case.ts';
import { LEVEL_WINDOW_MS, pointsAtEachLevel, pointsFor } from '../domain/level.ts';
import { PointsChangeSet } from '../domain/points-change-set.ts';
import type { Dependencies } from './dependencies.ts';
import { saveAccount } from './save-account.ts';

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
  deps: Dependencies,
  { bookingId, userId, total, confirmedAt }: ConfirmedBooking,
  { tx, now }: FactContext,
): Promise<void> {
  const changes = new PointsChangeSet(await deps.accounts.lock(tx, userId, now));
  const points = changes.earn(bookingId, pointsFor(total, changes.account.level));
  const earning = { bookingId, userId, paidMinor: total.minor, refundedMinor: 0n, points, takenBack: 0 };
  if (!(await deps.earnings.insert(tx, earning, confirmedAt))) return;
  await saveAccount(deps, tx, changes, now);
}

/** The same in one statement; false when nothing happened, because anything is not as usual. */
export async function earnPointsAtOnce(
  { pointsAtOnce }: Dependencies,
  { bookingId, userId, total, confirmedAt }: ConfirmedBooking,
  { entry, now }: AtOnceContext,
): Promise<boolean> {
  const since = new Date(now.getTime() - LEVEL_WINDOW_MS);
  if (confirmedAt <= since) return false;
  const earning = { bookingId, userId, paidMinor: total.minor, earnedAt: confirmedAt, since };
  const head = factHead(PointsAccrued, userId, now);
  return pointsAtOnce.earn(entry, earning, pointsAtEachLevel(total), head, now);
}
