/** Enough rows that buyers of one area rarely meet in the same one. */
export const MAX_SHARDS = 8;
/** Below this many places a shard would be split by nearly every party. */
const MIN_PLACES_IN_SHARD = 25;

/** Divides the places of a standing section over shards as evenly as can be; the parts sum to `capacity`. */
export function shardCapacities(capacity: number): readonly number[] {
  const count = Math.min(MAX_SHARDS, Math.max(1, Math.floor(capacity / MIN_PLACES_IN_SHARD)));
  const least = Math.floor(capacity / count);
  return Array.from({ length: count }, (_, shard) => least + (shard < capacity % count ? 1 : 0));
}

/** A shard of a section in a new plan. */
export interface ShardMove {
  readonly shard: number;
  readonly capacity: number;
  readonly taken: number;
  readonly version: number;
  /** The shard whose places it takes over; null when it takes over none. */
  readonly before: number | null;
}

/**
 * Divides the places of a section in which some are taken already: a shard each for what is taken in one, and more as far
 * as there are places for them. `capacity` is not below what is taken.
 */
export function reshapeShards(
  before: readonly { readonly shard: number; readonly taken: number; readonly version: number }[],
  capacity: number,
): readonly ShardMove[] {
  const kept = before.filter(({ taken }) => taken > 0);
  const free = capacity - kept.reduce((sum, { taken }) => sum + taken, 0);
  const fresh = Math.min(free, Math.max(0, shardCapacities(capacity).length - kept.length));
  const count = kept.length + fresh;
  return Array.from({ length: count }, (_, shard) => {
    const { shard: former = null, taken = 0, version = 0 } = kept[shard] ?? {};
    // The last ones get the places that are over: each that has none taken gets at least one.
    const share = Math.floor(free / count) + (shard >= count - (free % count) ? 1 : 0);
    return { shard, capacity: taken + share, taken, version, before: former };
  });
}

export interface ShardRoom {
  readonly shard: number;
  readonly free: number;
}

/** Takes `quantity` places from several shards, the emptiest first; null when there are not enough in all. */
export function spread(
  quantity: number,
  shards: readonly ShardRoom[],
): { shard: number; places: number }[] | null {
  const parts: { shard: number; places: number }[] = [];
  let wanted = quantity;
  for (const { shard, free } of [...shards].sort((a, b) => b.free - a.free || a.shard - b.shard)) {
    const places = Math.min(wanted, free);
    if (places > 0) parts.push({ shard, places });
    wanted -= places;
  }
  return wanted === 0 ? parts : null;
}
