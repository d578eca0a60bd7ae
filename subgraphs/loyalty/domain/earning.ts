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

/**
 * Points that one more refund takes back: of those that its tickets had earned, the percentage that comes back of the money.
 * The shares of all tickets of a booking together are exactly what it earned.
 */
export function dueBack(earning: Earning, paidForTicketsMinor: bigint, percent: number): number {
  const { points, paidMinor: wholeMinor, refundedMinor: beforeMinor } = earning;
  // The shares of earlier tickets, whatever was taken back of them.
  const given = nextShare({ points, wholeMinor, beforeMinor: 0n, partMinor: beforeMinor, given: 0 });
  const share = nextShare({ points, wholeMinor, beforeMinor, partMinor: paidForTicketsMinor, given });
  return inProportion(share, percent);
}

/** Of these points the same percentage as of the money, rounded alike. */
export function inProportion(points: number, percent: number): number {
  return Number(shareOf(BigInt(points), BigInt(percent), 100n));
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
