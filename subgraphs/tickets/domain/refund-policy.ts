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

/**
 * The same for a booking of an event that may have been moved since. Whoever booked another time agreed to another
 * event, and gets everything back until it begins; from then on the policy counts from the new start.
 *
 * @param start when the event begins as far as is known; null: as it was booked
 */
export function refundPercentOf(
  booked: { readonly startsAt: Date; readonly refundTiers: readonly RefundTier[] },
  start: Date | null,
  now: Date,
): number | Rejection<'REFUND_NOT_ALLOWED'> {
  const startsAt = start ?? booked.startsAt;
  const isMoved = startsAt.getTime() !== booked.startsAt.getTime();
  return isMoved && now < startsAt ? 100 : refundPercent(booked.refundTiers, startsAt, now);
}

/** Until when the share that is paid now is paid: the end of the tier that counts, or the start of a moved event. */
export function shareHoldsUntil(
  booked: { readonly startsAt: Date; readonly refundTiers: readonly RefundTier[] },
  start: Date | null,
  now: Date,
): Date {
  const startsAt = start ?? booked.startsAt;
  if (startsAt.getTime() !== booked.startsAt.getTime()) return startsAt;
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
