import type { BookingId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { shareOf } from '@parterre/contracts/kernel/money.ts';

/** What a confirmed booking earned, and how much of that its refunds have taken back so far. */
export interface Earning {
  readonly bookingId: BookingId;
  readonly userId: UserId;
  /** What was paid for the booking, and for those of its tickets that were refunded. */
  readonly paidMinor: bigint;
  readonly refundedMinor: bigint;
  readonly points: number;
  /** Points that refunds are due so far, owed ones included. */
  readonly takenBack: number;
}

/** Points that one more refund takes back. All refunds of a booking together take exactly what it earned. */
export function dueBack(earning: Earning, paidForTicketsMinor: bigint): number {
  return nextShare({
    points: earning.points,
    wholeMinor: earning.paidMinor,
    beforeMinor: earning.refundedMinor,
    partMinor: paidForTicketsMinor,
    given: earning.takenBack,
  });
}

/**
 * The share of `points` that falls to the next part of a whole. Counted from the start each time, so that
 * what rounding gave to one part too many the next one gets less, and all parts together get all points.
 */
export function nextShare(share: {
  readonly points: number;
  readonly wholeMinor: bigint;
  readonly beforeMinor: bigint;
  readonly partMinor: bigint;
  /** Points that the parts before this one got. */
  readonly given: number;
}): number {
  if (share.wholeMinor <= 0n) return 0;
  const seen = share.beforeMinor + share.partMinor;
  if (seen >= share.wholeMinor) return share.points - share.given;
  return Number(shareOf(BigInt(share.points), seen, share.wholeMinor)) - share.given;
}
