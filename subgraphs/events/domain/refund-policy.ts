import type { RefundTier } from '@parterre/contracts/kernel/refund-tiers.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';

const MAX_TIERS = 10;
/** 366 days. */
const MAX_HOURS_BEFORE = 8_784;

/** Checks a refund policy and puts its earliest tier first. */
export function readRefundTiers(
  tiers: readonly RefundTier[],
): readonly RefundTier[] | Rejection<'INVALID_INPUT'> {
  if (tiers.length > MAX_TIERS) {
    return refuse(`expected at most ${MAX_TIERS} refund tiers, got ${tiers.length}`);
  }
  const hours = new Set<number>();
  for (const [index, { hoursBefore, percent }] of tiers.entries()) {
    const at = ['refundTiers', String(index)];
    if (!isWhole(hoursBefore, 0, MAX_HOURS_BEFORE)) {
      return refuse(`expected 0 to ${MAX_HOURS_BEFORE} hours, got ${hoursBefore}`, [...at, 'hoursBefore']);
    }
    if (!isWhole(percent, 0, 100)) {
      return refuse(`expected 0 to 100 percent, got ${percent}`, [...at, 'percent']);
    }
    if (hours.has(hoursBefore)) {
      return refuse(`expected one tier an hour, got ${hoursBefore} again`, [...at, 'hoursBefore']);
    }
    hours.add(hoursBefore);
  }
  return tiers
    .map(({ hoursBefore, percent }) => ({ hoursBefore, percent }))
    .sort((a, b) => b.hoursBefore - a.hoursBefore);
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

function refuse(message: string, field: readonly string[] = ['refundTiers']): Rejection<'INVALID_INPUT'> {
  return reject('INVALID_INPUT', message, field);
}
