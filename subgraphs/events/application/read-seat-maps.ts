import type { SeatMapRows } from '../domain/seat-map.ts';
import type { SeatMapFeed, SeatMapStore } from './ports/live-maps.ts';

/**
 * Reads maps from the rows, each with a version to subscribe from. The version is asked for first: whatever
 * was published until then is committed, so the rows hold all of it, and perhaps more. A subscription from
 * that version tells everything after it, some of it a second time; never does it leave something out.
 */
export async function readSeatMaps(
  feed: Pick<SeatMapFeed, 'endVersion'>,
  store: SeatMapStore,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, SeatMapRows>> {
  const versions = await Promise.all(eventIds.map(async (id) => [id, await feed.endVersion(id)] as const));
  const versionOf = new Map(versions);
  const readings = await store.read(eventIds);
  return new Map(
    [...readings].flatMap(([id, reading]) => {
      const version = versionOf.get(id);
      return version === undefined ? [] : [[id, { ...reading, version }] as const];
    }),
  );
}
