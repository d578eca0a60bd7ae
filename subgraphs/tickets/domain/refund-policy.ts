import { type Money, money, shareOf } from '@parterre/contracts/kernel/money.ts';
import { defaultRefundTiers, type RefundTier } from '@parterre/contracts/kernel/refund-tiers.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';

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
  /** Until when whoever booked another time gets everything back; null: until it begins. */
  readonly refundUntil: Date | null;
}

/** Of an event that nothing was heard of. */
export const asBooked: EventNow = { startsAt: null, isCancelled: false, refundUntil: null };

/**
 * The same for a booking of an event that may have been moved or cancelled since. Whoever booked another time agreed to
 * another event, and gets everything back until it begins, or until the organizer said; from then on the policy counts from
 * the new start. A cancelled event gives everything back for good.
 */
export function refundPercentOf(
  booked: { readonly startsAt: Date; readonly refundTiers: readonly RefundTier[] },
  event: EventNow,
  now: Date,
): number | Rejection<'REFUND_NOT_ALLOWED'> {
  if (event.isCancelled) return 100;
  const startsAt = event.startsAt ?? booked.startsAt;
  const isMoved = startsAt.getTime() !== booked.startsAt.getTime();
  return isMoved && now < (event.refundUntil ?? startsAt)
    ? 100
    : refundPercent(booked.refundTiers, startsAt, now);
}

/**
 * Until when the share that is paid now is paid: the end of the tier that counts, or of the time in which a moved event gives
 * everything back. Null for good: the event was cancelled.
 */
export function shareHoldsUntil(
  booked: { readonly startsAt: Date; readonly refundTiers: readonly RefundTier[] },
  event: EventNow,
  now: Date,
): Date | null {
  if (event.isCancelled) return null;
  const startsAt = event.startsAt ?? booked.startsAt;
  const isMoved = startsAt.getTime() !== booked.startsAt.getTime();
  const freeUntil = event.refundUntil ?? startsAt;
  if (isMoved && now < freeUntil) return freeUntil;
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
