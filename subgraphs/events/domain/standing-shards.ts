/** Enough rows that buyers of one area rarely meet in the same one. */
const MAX_SHARDS = 8;
/** Below this many places a shard would be split by nearly every party. */
const MIN_PLACES_IN_SHARD = 25;

/** Divides the places of a standing section over shards as evenly as can be; the parts sum to `capacity`. */
export function shardCapacities(capacity: number): readonly number[] {
  const count = Math.min(MAX_SHARDS, Math.max(1, Math.floor(capacity / MIN_PLACES_IN_SHARD)));
  const least = Math.floor(capacity / count);
  return Array.from({ length: count }, (_, shard) => least + (shard < capacity % count ? 1 : 0));
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
