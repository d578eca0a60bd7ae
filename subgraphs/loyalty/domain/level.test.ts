import { describe, expect, it } from '@jest/globals';
import { money } from '@parterre/contracts/kernel/money.ts';
import { type Level, levelFor, pointsFor } from './level.ts';

describe('the level', () => {
  it.each<[number, Level]>([
    [0, 'BRONZE'],
    [999, 'BRONZE'],
    [1_000, 'SILVER'],
    [4_999, 'SILVER'],
    [5_000, 'GOLD'],
    [19_999, 'GOLD'],
    [20_000, 'PLATINUM'],
  ])('of somebody who earned %i points is %s', (earned, level) => {
    expect(levelFor(earned)).toBe(level);
  });
});

describe('points', () => {
  it.each<[Level, bigint, number]>([
    ['BRONZE', 2_250n, 22],
    ['BRONZE', 99n, 0],
    ['SILVER', 2_250n, 27],
    ['GOLD', 2_250n, 33],
    ['GOLD', 300n, 4],
    ['PLATINUM', 2_250n, 44],
  ])('at %s for %i minor units are %i: whole units times the factor, rounded down', (level, paid, points) => {
    expect(pointsFor(money(paid, 'EUR'), level)).toBe(points);
  });

  it('are one for each whole unit, whatever digits a currency has', () => {
    expect(pointsFor(money(2_250n, 'JPY'), 'BRONZE')).toBe(2_250);
    expect(pointsFor(money(2_250n, 'KWD'), 'BRONZE')).toBe(2);
  });
});
