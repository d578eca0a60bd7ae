import type { EventId, EventSeriesId } from '@parterre/contracts/kernel/ids.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { type Id, isId } from '@parterre/platform/kernel/ids.ts';
import type { RequestContext } from '@parterre/platform/service/service.ts';
import DataLoader from 'dataloader';
import type { Application } from '../../application/application.ts';
import type { Sorted } from '../../application/ports/catalogue.ts';
import type { SeatPlace } from '../../application/ports/plans.ts';
import type { WantedSlots } from '../../application/ports/series.ts';
import type { Event } from '../../domain/event.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** What the resolvers of this subgraph know of a request. */
export type Context = RequestContext<Loaders>;

/** Fresh loaders for one request: whatever it asks of one kind at one time is one statement. */
export function createLoaders({ queries }: Application, caller: Caller) {
  const slotPages = new Map<string, DataLoader<string, readonly Sorted<Event>[]>>();
  return {
    venue: one(queries.venues),
    hall: one(queries.halls),
    hallsOf: list(queries.hallsOf),
    artist: one(queries.artists),
    artistsOf: list(queries.artistsOf),
    event: one((ids: readonly EventId[]) => queries.events(ids, caller)),
    series: one((ids: readonly EventSeriesId[]) => queries.series(ids, caller)),
    artistsOfSeries: list(queries.artistsOfSeries),
    ticketTypesOfSeries: list(queries.ticketTypesOfSeries),
    /** The loader of all series whose slots are asked for by the same page. */
    slotsOf(wanted: WantedSlots) {
      const key = JSON.stringify(wanted);
      const loader =
        slotPages.get(key) ??
        list((seriesIds: readonly EventSeriesId[]) =>
          queries.slotsOfSeries({ seriesIds, ...wanted }, { caller }),
        );
      slotPages.set(key, loader);
      return loader;
    },
    pricesOf: list(queries.pricesOf),
    priceRange: one(queries.priceRangesOf),
    freePlaces: one(queries.freePlacesOf),
    soldPlaces: one(queries.soldPlacesOf),
    ticketType: one(queries.ticketTypes),
    ticketTypesOf: list(queries.ticketTypesOf),
    plan: one(queries.plans),
    geometryOf: one(queries.geometriesOf),
    newestPlanOf: one(queries.newestPlansOf),
    zone: one(queries.zones),
    zonesOf: list(queries.zonesOf),
    section: one(queries.sections),
    sectionsOf: list(queries.sectionsOf),
    row: one(queries.rows),
    rowsOf: list(queries.rowsOf),
    seat: one(queries.seats),
    seatsOfPlan: list(queries.seatsOfPlans),
    seatsOfRow: list(queries.seatsOfRows),
    seatAt: new DataLoader(
      async (places: readonly SeatPlace[]) => {
        const seats = await queries.seatsAt(places);
        return places.map((place) => seats.get(placeKey(place)) ?? null);
      },
      { cacheKeyFn: placeKey },
    ),
    seatMap: one(queries.seatMaps),
  };
}

/** Reads for these identifiers; what does not exist is missing. */
type ReadBatch<Kind extends string, Value> = (
  ids: readonly Id<Kind>[],
) => Promise<ReadonlyMap<string, Value>>;

/** Loads what an identifier names, or null. */
function one<Kind extends string, Value>(read: ReadBatch<Kind, Value>) {
  return new DataLoader<string, Value | null>(async (ids) => {
    const found = await readKnown(ids, read);
    return ids.map((id) => found.get(id) ?? null);
  });
}

/** Loads the list that belongs to an identifier; it may be empty. */
function list<Kind extends string, Value>(read: ReadBatch<Kind, readonly Value[]>) {
  return new DataLoader<string, readonly Value[]>(async (ids) => {
    const found = await readKnown(ids, read);
    return ids.map((id) => found.get(id) ?? []);
  });
}

/** What cannot be an identifier is not read for. */
async function readKnown<Kind extends string, Value>(ids: readonly string[], read: ReadBatch<Kind, Value>) {
  const known = ids.filter((id) => isId<Kind>(id));
  return known.length === 0 ? new Map<string, Value>() : read(known);
}

function placeKey({ planId, index }: SeatPlace): string {
  return `${planId}/${index}`;
}

/** What a row of this subgraph's own database refers to is there: a foreign key says so. */
export function requireFound<Value>(value: Value | null, what: string, id: string): Value {
  if (value === null) throw new Error(`expected the ${what} ${id}, got none`);
  return value;
}
