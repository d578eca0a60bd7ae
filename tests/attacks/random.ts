/** Chance that can be repeated. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number, at least 0, below `limit`. */
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** At most `most` of them, one perhaps several times. */
  some<Item>(items: readonly Item[], most: number): Item[];
}

/** Mulberry32: small, fast, and the same everywhere. Not for secrets. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error('expected something to pick from, got an empty list');
    return item;
  };
  return {
    next,
    below,
    pick,
    chance: (probability) => next() < probability,
    some: (items, most) => Array.from({ length: below(most + 1) }, () => pick(items)),
  };
}
