import type { PlanZone } from '../plan/geometry.ts';
import { contrast, leastDistance } from './color.ts';

/** Zone colours, dearest first. Each pair keeps an OKLab distance of 0.10 for every sight. */
export const palette = {
  light: ['#1F2F9E', '#6E1F0C', '#117A56', '#E0218F', '#A39316', '#4391F5'],
  dark: ['#3B72B8', '#857516', '#14AE74', '#FF78BE', '#CFCB2E', '#3CBBFF'],
} as const;

/** What an organizer's own colours have to keep: told apart by everybody, and seen on the paper. */
const LEAST_DISTANCE = 0.09;
const LEAST_CONTRAST = 3;

export interface ZoneLook {
  /** #RRGGBB. */
  readonly color: string;
  /** By rank: A is the dearest. After Z come AA, AB, and so on. */
  readonly letter: string;
  /** Drawn with stripes as well: its colour stands for another zone too. */
  readonly isHatched: boolean;
  /** The organizer gave a colour that could not be kept. */
  readonly isReplaced: boolean;
}

/**
 * How zones look, in their order in the plan.
 * @param prices by id of the zone, in minor units; without one, a zone ranks after those with one
 */
export function zoneLooks(
  zones: readonly Pick<PlanZone, 'id' | 'color'>[],
  { prices, paper, isDark }: { prices: ReadonlyMap<string, number>; paper: string; isDark: boolean },
): readonly ZoneLook[] {
  const ranked = zones
    .map(({ id }, at) => ({ at, price: prices.get(id) ?? -1 }))
    .sort((a, b) => b.price - a.price || a.at - b.at)
    .map(({ at }) => at);
  const colors = palette[isDark ? 'dark' : 'light'];
  const kept = new Map<number, string>();
  const isApart = (color: string) =>
    [...kept.values()].every((other) => leastDistance(color, other) >= LEAST_DISTANCE);
  for (const at of ranked) {
    const own = zones[at]?.color;
    if (own && contrast(own, paper) >= LEAST_CONTRAST && isApart(own)) kept.set(at, own);
  }
  const own = new Set(kept.keys());
  for (const [rank, at] of ranked.entries()) {
    if (own.has(at)) continue;
    const others = colors.slice(rank % colors.length).concat(colors.slice(0, rank % colors.length));
    const color = others.find(isApart);
    if (color === undefined) {
      // Beside colours of their own none is left for this one: then all of them are replaced, by rank.
      own.clear();
      kept.clear();
      break;
    }
    kept.set(at, color);
  }
  return zones.map(({ color }, at) => {
    const rank = ranked.indexOf(at);
    return {
      color: kept.get(at) ?? colors[rank % colors.length] ?? '#000000',
      letter: letterOf(rank),
      isHatched: rank >= colors.length,
      isReplaced: color !== null && !own.has(at),
    };
  });
}

function letterOf(rank: number): string {
  const letter = String.fromCharCode(65 + (rank % 26));
  return rank < 26 ? letter : letterOf(Math.floor(rank / 26) - 1) + letter;
}
