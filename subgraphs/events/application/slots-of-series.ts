import type { EventSeriesId } from '@parterre/contracts/kernel/ids.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import type { Event } from '../domain/event.ts';
import type { Dependencies } from './dependencies.ts';
import type { Sorted } from './ports/catalogue.ts';
import type { WantedSlots } from './ports/series.ts';

/** A page of the slots of each of these series, by start: two statements for any number of series. */
export async function slotsOfSeries(
  { series, events }: Dependencies,
  { seriesIds, ...wanted }: WantedSlots & { readonly seriesIds: readonly EventSeriesId[] },
  { caller }: { readonly caller: Caller },
): Promise<ReadonlyMap<string, readonly Sorted<Event>[]>> {
  const pages = await series.slotPages(seriesIds, wanted, caller);
  const found = await events.byId(
    [...pages.values()].flat().map(({ id }) => id),
    caller,
  );
  return new Map(
    [...pages].map(([seriesId, slots]) => [
      seriesId,
      // Events are never deleted; one that was found a moment ago is there.
      slots.flatMap(({ id, sortKey }) => {
        const row = found.get(id);
        return row ? [{ row, sortKey }] : [];
      }),
    ]),
  );
}
