import { describe, expect, it } from '@jest/globals';
import { areaFill } from '../picture/draw-areas.ts';
import { readableOn } from '../picture/shape-2d.ts';
import { contrast, leastDistance } from './color.ts';
import { darkTheme, lightTheme } from './theme.ts';
import { palette, zoneLooks } from './zones.ts';

const themes = { light: lightTheme, dark: darkTheme };
const zonesOf = (...colors: (string | null)[]) => colors.map((color, at) => ({ id: `z-${at}`, color }));
const none = new Map<string, number>();
const onLight = { prices: none, paper: lightTheme.paper, isDark: false };

describe.each(['light', 'dark'] as const)('zone colours on %s paper', (name) => {
  const colors = palette[name];
  const theme = themes[name];

  it('are 0.10 apart for normal, protan, deutan and tritan sight', () => {
    const distances = colors.flatMap((one, at) =>
      colors.slice(at + 1).map((other) => leastDistance(one, other)),
    );
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(0.1);
  });

  it('are seen on it', () => {
    const least = Math.min(...colors.map((color) => contrast(color, theme.paper)));
    expect(least).toBeGreaterThanOrEqual(name === 'light' ? 3.1 : 3.65);
  });

  it('carry numbers that can be read', () => {
    for (const color of colors) expect(contrast(readableOn(color), color)).toBeGreaterThanOrEqual(4.3);
  });

  it('fill areas on which names can be read at every step', () => {
    for (const color of colors) {
      for (const step of [0, 1, 2, 3, 4] as const) {
        expect(contrast(theme.ink, areaFill(theme, color, step))).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('go with texts and signs that keep their contrast', () => {
    const of = (color: string) => contrast(color, theme.paper);
    expect(of(theme.ink)).toBeGreaterThanOrEqual(14);
    expect(of(theme.muted)).toBeGreaterThanOrEqual(4.5);
    expect(of(theme.accent)).toBeGreaterThanOrEqual(4.5);
    expect(of(theme.danger)).toBeGreaterThanOrEqual(4.5);
    expect(of(theme.taken)).toBeGreaterThanOrEqual(3);
  });
});

describe('the distance of colours', () => {
  it('is that of whoever tells them apart worst', () => {
    expect(leastDistance('#AEDB54', '#AFCA54')).toBeCloseTo(0.039, 3);
    // A green and a blue of one lightness are nearly one colour to tritan eyes.
    expect(leastDistance('#2F7D60', '#4A6FA5')).toBeCloseTo(0.0256, 4);
    expect(leastDistance('#000000', '#FFFFFF')).toBeCloseTo(1, 3);
  });
});

describe('how zones look', () => {
  it('follows their price: letters and colours from the dearest on', () => {
    const prices = new Map([
      ['z-0', 2000],
      ['z-1', 9000],
    ]);
    const looks = zoneLooks(zonesOf(null, null, null), { ...onLight, prices });
    expect(looks.map(({ letter }) => letter)).toEqual(['B', 'A', 'C']);
    expect(looks[1]?.color).toBe(palette.light[0]);
  });

  it("keeps an organizer's colours that everybody tells apart and sees", () => {
    const own = zonesOf('#1F2F9E', '#117A56', '#E0218F');
    const looks = zoneLooks(own, onLight);
    expect(looks.map(({ color }) => color)).toEqual(own.map(({ color }) => color));
    expect(looks.some(({ isReplaced }) => isReplaced)).toBe(false);
  });

  it('replaces one too pale for the paper, or too near another', () => {
    const [, pale] = zoneLooks(zonesOf('#1F2F9E', '#FFF3B0'), onLight);
    expect(pale).toMatchObject({ isReplaced: true, color: palette.light[1] });
    const [first, second] = zoneLooks(zonesOf('#AEDB54', '#AFCA54'), {
      ...onLight,
      paper: darkTheme.paper,
      isDark: true,
    });
    expect(first).toMatchObject({ isReplaced: false, color: '#AEDB54' });
    expect(second?.isReplaced).toBe(true);
  });

  it('keeps every pair apart, whatever the organizer gave', () => {
    for (const colors of [
      ['#B57D17', '#2F7D60', '#4A6FA5', '#8E44AD', '#C0392B'],
      ['#777777', '#787878', '#797979', '#FF0000'],
      ['#2F7D60', '#B57D17', null, '#123456'],
    ]) {
      const looks = zoneLooks(zonesOf(...colors), onLight);
      const pairs = looks.flatMap((one, at) =>
        looks.slice(at + 1).map((other) => leastDistance(one.color, other.color)),
      );
      expect(Math.min(...pairs)).toBeGreaterThanOrEqual(0.09);
    }
  });

  it('tells more zones than colours by stripes, and goes on after Z', () => {
    const looks = zoneLooks(zonesOf(...Array.from({ length: 28 }, () => null)), onLight);
    expect(looks[5]?.isHatched).toBe(false);
    expect(looks[6]).toMatchObject({ isHatched: true, color: palette.light[0], letter: 'G' });
    expect(looks[27]?.letter).toBe('AB');
  });

  it('is empty for a plan without zones', () => {
    expect(zoneLooks([], onLight)).toEqual([]);
  });
});
