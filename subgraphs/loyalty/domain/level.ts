import { type Money, minorPerUnit } from '@parterre/contracts/kernel/money.ts';

/** Levels of loyalty, by the points earned in the last 365 days. */
export type Level = 'BRONZE' | 'SILVER' | 'GOLD' | 'PLATINUM';

export const LEVEL_WINDOW_MS = 365 * 24 * 60 * 60 * 1000;

const QUARTERS = 4;

/** From the highest down. The factor is kept in quarters, so that points stay whole: 1, 1.25, 1.5 and 2. */
const levels: readonly { readonly level: Level; readonly from: number; readonly factorQuarters: number }[] = [
  { level: 'PLATINUM', from: 20_000, factorQuarters: 8 },
  { level: 'GOLD', from: 5_000, factorQuarters: 6 },
  { level: 'SILVER', from: 1_000, factorQuarters: 5 },
  { level: 'BRONZE', from: 0, factorQuarters: 4 },
];

/** The level of somebody who earned these points in the last 365 days. */
export function levelFor(earned: number): Level {
  return levels.find(({ from }) => earned >= from)?.level ?? 'BRONZE';
}

/** Whether a level is this one or a higher one. */
export function isLevelAtLeast(level: Level, least: Level): boolean {
  const rank = (of: Level) => levels.findIndex((known) => known.level === of);
  return rank(level) <= rank(least);
}

/**
 * Points for an amount paid: one for each whole currency unit, times the level's factor. Both are rounded
 * down: 9.99 earns 9 points, and 9 points at SILVER are 11.
 */
export function pointsFor(paid: Money, level: Level): number {
  const units = Number(paid.minor / minorPerUnit(paid.currency));
  const quarters = levels.find((known) => known.level === level)?.factorQuarters ?? QUARTERS;
  return Math.floor((units * quarters) / QUARTERS);
}

/** What an amount earns at a level, and the points earned in the last 365 days that keep an account there. */
export interface EarnedAtLevel {
  readonly level: Level;
  readonly points: number;
  readonly from: number;
  /** Where the next level begins; null at the highest. */
  readonly below: number | null;
}

export function pointsAtEachLevel(paid: Money): readonly EarnedAtLevel[] {
  return levels.map(({ level, from }, index) => {
    return { level, points: pointsFor(paid, level), from, below: levels[index - 1]?.from ?? null };
  });
}
