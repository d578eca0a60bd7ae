import type { HallId } from '@parterre/contracts/kernel/ids.ts';
import { type Money, money, shareOf } from '@parterre/contracts/kernel/money.ts';
import { defaultRefundTiers, type RefundTier } from '@parterre/contracts/kernel/refund-tiers.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { EventSnapshot } from './booking.ts';

const HOUR_MS = 3_600_000;

/**
 * The share of what was paid that goes back at `now`, in percent: of the tiers that are still satisfied, the
 * one with the most hours counts. Refused when none is, and when the one that counts gives nothing: nobody
 * gives a ticket away for nothing by mistake.
 */
export function refundPercent(
  tiers: readonly RefundTier[],
  startsAt: Date,
  now: Date,
): number | Rejection<'REFUND_NOT_ALLOWED'> {
  const msBefore = startsAt.getTime() - now.getTime();
  const satisfied = (tiers.length > 0 ? tiers : defaultRefundTiers).filter(
    (tier) => msBefore >= tier.hoursBefore * HOUR_MS,
  );
  const [best] = satisfied.sort((a, b) => b.hoursBefore - a.hoursBefore);
  if (best && best.percent > 0) return best.percent;
  return reject(
    'REFUND_NOT_ALLOWED',
    `the event's refund policy pays nothing back at this time: the event starts at ${startsAt.toISOString()}; the tickets stay valid`,
  );
}

/** What has been heard of an event by now, beside what a booking of it says. */
export interface EventNow {
  /** Null: as it was booked. */
  readonly startsAt: Date | null;
  readonly isCancelled: boolean;
  /** Until when whoever booked another time or hall gets everything back; null: until it begins. */
  readonly refundUntil: Date | null;
  /** Null: as it was booked. */
  readonly hallId: HallId | null;
  /** That of bookings which do not remember theirs. */
  readonly firstHallId: HallId | null;
}

/** An event as its own subgraph says at this moment. */
export interface EventAsOfNow {
  readonly startsAt: Date;
  readonly hallId: HallId;
  readonly isCancelled: boolean;
}

/** Whether an event was moved or cancelled, of which nothing was heard yet. What was never heard of is not compared. */
export function isOutdated(known: EventNow, event: EventAsOfNow): boolean {
  const isMovedSince = known.startsAt !== null && known.startsAt.getTime() !== event.startsAt.getTime();
  const isElsewhere = known.hallId !== null && known.hallId !== event.hallId;
  return isMovedSince || isElsewhere || (event.isCancelled && !known.isCancelled);
}

/** What a booking remembers of its event that a refund depends on. */
export type BookedEvent = Pick<EventSnapshot, 'startsAt' | 'hallId' | 'refundTiers'>;

/** Of an event that nothing was heard of. */
export const asBooked: EventNow = {
  startsAt: null,
  isCancelled: false,
  refundUntil: null,
  hallId: null,
  firstHallId: null,
};

/** Whether it takes place at another time or in another hall than was booked. */
function isMoved(booked: BookedEvent, { startsAt, hallId, firstHallId }: EventNow): boolean {
  const bookedHallId = booked.hallId ?? firstHallId;
  const isElsewhere = hallId !== null && bookedHallId !== null && hallId !== bookedHallId;
  return isElsewhere || (startsAt !== null && startsAt.getTime() !== booked.startsAt.getTime());
}

/**
 * The same for a booking of an event that may have been moved or cancelled since. Whoever booked another time or
 * hall agreed to another event, and gets everything back until it begins, or until the organizer said; from then on the policy counts from
 * the new start. A cancelled event gives everything back for good.
 */
export function refundPercentOf(
  booked: BookedEvent,
  event: EventNow,
  now: Date,
): number | Rejection<'REFUND_NOT_ALLOWED'> {
  if (event.isCancelled) return 100;
  const startsAt = event.startsAt ?? booked.startsAt;
  return isMoved(booked, event) && now < (event.refundUntil ?? startsAt)
    ? 100
    : refundPercent(booked.refundTiers, startsAt, now);
}

/**
 * Until when the share that is paid now is paid: the end of the tier that counts, or of the time in which a moved event gives
 * everything back. Null for good: the event was cancelled.
 */
export function shareHoldsUntil(booked: BookedEvent, event: EventNow, now: Date): Date | null {
  if (event.isCancelled) return null;
  const startsAt = event.startsAt ?? booked.startsAt;
  const freeUntil = event.refundUntil ?? startsAt;
  if (isMoved(booked, event) && now < freeUntil) return freeUntil;
  const { refundTiers: tiers } = booked;
  const ends = (tiers.length > 0 ? tiers : defaultRefundTiers)
    .map(({ hoursBefore }) => startsAt.getTime() - hoursBefore * HOUR_MS)
    .filter((end) => end >= now.getTime());
  return ends.length > 0 ? new Date(Math.min(...ends)) : startsAt;
}

/** `percent` of what was paid for a ticket, rounded as the server rounds money. */
export function refundOf(paid: Money, percent: number): Money {
  return money(shareOf(paid.minor, BigInt(percent), 100n), paid.currency);
}
