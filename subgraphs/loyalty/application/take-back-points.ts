import type { BookingId, RefundId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { FactContext } from '@parterre/platform/service/use-case.ts';
import { dueBack, inProportion } from '../domain/earning.ts';
import { PointsChangeSet } from '../domain/points-change-set.ts';
import { splitRefund } from '../domain/reservation.ts';
import type { Dependencies } from './dependencies.ts';
import { saveAccount } from './save-account.ts';

export interface RefundedTickets {
  readonly bookingId: BookingId;
  readonly userId: UserId;
  readonly refundId: RefundId;
  /** What was paid for these tickets, and what a discount had taken off them; all of it, whatever the refund policy paid back. */
  readonly paidMinor: bigint;
  readonly discountMinor: bigint;
  /** Of that discount, what points paid; null where the fact does not say. */
  readonly pointsMinor: bigint | null;
  /** The share of what was paid that the refund policy gave back, in money and in points. */
  readonly percent: number;
  /** Whether the booking has no ticket left. */
  readonly isLast: boolean;
}

/**
 * Tickets were refunded: of the points that had paid for them, and of those that they had earned, goes back what comes back
 * of the money. What was spent meanwhile is owed. What a promo code had taken off them counts against its budget no longer,
 * and the use of the code ends with the last ticket. Counted once for each refund.
 */
export async function takeBackPoints(
  deps: Dependencies,
  refund: RefundedTickets,
  { tx, now }: FactContext,
): Promise<void> {
  const changes = new PointsChangeSet(await deps.accounts.lock(tx, refund.userId, now));
  if (!(await deps.earnings.noteRefund(tx, refund.refundId, refund.bookingId, now))) return;
  const promoMinor = await returnDiscount(deps, tx, changes, refund);
  await takeBackEarned(deps, tx, changes, refund);
  await saveAccount(deps, tx, changes, now);
  if (promoMinor !== null) await returnPromo(deps, tx, refund, promoMinor);
}

/** Last, because it locks the code, which everybody may name. */
async function returnPromo(
  { promoUses }: Dependencies,
  tx: Transaction,
  { bookingId, isLast }: RefundedTickets,
  promoMinor: bigint,
): Promise<void> {
  if (promoMinor > 0n) await promoUses.addRefund(tx, bookingId, promoMinor);
  if (isLast) await promoUses.end(tx, bookingId);
}

/** Answers what a promo code had taken off the tickets; null where none was named for the booking. */
async function returnDiscount(
  deps: Dependencies,
  tx: Transaction,
  changes: PointsChangeSet,
  { bookingId, percent, ...refund }: RefundedTickets,
): Promise<bigint | null> {
  const reservation = await deps.reservations.find(tx, bookingId);
  if (!reservation?.discount || reservation.state === 'RELEASED') return null;
  if (reservation.state === 'RESERVED') {
    // Tickets are issued after the discount is committed, so there is nothing to refund before.
    throw new Error(`expected the discount of booking ${bookingId} to be committed before a refund`);
  }
  const { points: spent, promoMinor } = splitRefund(reservation, refund);
  const points = inProportion(spent, percent);
  changes.giveBack(bookingId, points);
  await deps.reservations.addRefund(tx, bookingId, {
    discountMinor: refund.discountMinor,
    pointsMinor: refund.pointsMinor ?? 0n,
    points,
  });
  return reservation.command?.promoCode == null ? null : promoMinor;
}

async function takeBackEarned(
  deps: Dependencies,
  tx: Transaction,
  changes: PointsChangeSet,
  { bookingId, paidMinor, percent, isLast }: RefundedTickets,
): Promise<void> {
  const earning = await deps.earnings.find(tx, bookingId);
  if (!earning) {
    // Both facts have the booking's key, and one consumer: they come in order.
    throw new Error(`expected booking ${bookingId} to be confirmed before its tickets are refunded`);
  }
  const due = dueBack(earning, paidMinor, percent);
  const owed = changes.takeBack(bookingId, due);
  await deps.earnings.addRefund(tx, bookingId, { paidMinor, due, owed, isLast });
}
