import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import DataLoader from 'dataloader';
import type { LiveSeatMaps } from '../../application/live-seat-maps.ts';
import type { Catalogue, SeatPlace } from '../../application/ports/catalogue.ts';
import type { SeatMapFeed, SeatMapStore } from '../../application/ports/live-maps.ts';
import { readSeatMaps } from '../../application/read-seat-maps.ts';

export interface LoaderSources {
  readonly catalogue: Catalogue;
  readonly feed: SeatMapFeed;
  readonly store: SeatMapStore;
  readonly maps: LiveSeatMaps;
}

export type Loaders = ReturnType<typeof createLoaders>;

/** Fresh loaders for one request: whatever it asks of one kind at one time is one statement. */
export function createLoaders({ catalogue, feed, store, maps }: LoaderSources, caller: Caller) {
  return {
    venue: one((ids) => catalogue.venues(ids)),
    hall: one((ids) => catalogue.halls(ids)),
    hallsOf: list((ids) => catalogue.hallsOf(ids)),
    artist: one((ids) => catalogue.artists(ids)),
    artistsOf: list((ids) => catalogue.artistsOf(ids)),
    event: one((ids) => catalogue.events(ids, caller)),
    pricesOf: list((ids) => catalogue.pricesOf(ids)),
    plan: one((ids) => catalogue.plans(ids)),
    geometryOf: one((ids) => catalogue.geometries(ids)),
    newestPlanOf: one((ids) => catalogue.newestPlansOf(ids)),
    zone: one((ids) => catalogue.zones(ids)),
    zonesOf: list((ids) => catalogue.zonesOf(ids)),
    section: one((ids) => catalogue.sections(ids)),
    sectionsOf: list((ids) => catalogue.sectionsOf(ids)),
    row: one((ids) => catalogue.rows(ids)),
    rowsOf: list((ids) => catalogue.rowsOf(ids)),
    seat: one((ids) => catalogue.seats(ids)),
    seatsOfPlan: list((ids) => catalogue.seatsOfPlans(ids)),
    seatsOfRow: list((ids) => catalogue.seatsOfRows(ids)),
    seatAt: new DataLoader(
      async (places: readonly SeatPlace[]) => {
        const seats = await catalogue.seatsAt(places);
        return places.map((place) => seats.get(placeKey(place)) ?? null);
      },
      { cacheKeyFn: placeKey },
    ),
    seatMap: one(async (ids) => {
      const read = await readSeatMaps(feed, store, ids);
      for (const [id, rows] of read) maps.learn(id, rows);
      return read;
    }),
  };
}

/** Loads what an identifier names, or null. What cannot be an identifier is not asked for. */
function one<Value>(read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>) {
  return new DataLoader<string, Value | null>(async (ids) => {
    const found = await readKnown(ids, read);
    return ids.map((id) => found.get(id) ?? null);
  });
}

/** Loads the list that belongs to an identifier; it may be empty. */
function list<Value>(read: (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly Value[]>>) {
  return new DataLoader<string, readonly Value[]>(async (ids) => {
    const found = await readKnown(ids, read);
    return ids.map((id) => found.get(id) ?? []);
  });
}

async function readKnown<Value>(
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): Promise<ReadonlyMap<string, Value>> {
  const known = ids.filter((id) => isId(id));
  return known.length === 0 ? new Map() : read(known);
}

function placeKey({ planId, index }: SeatPlace): string {
  return `${planId}/${index}`;
}
