import DataLoader from 'dataloader';
import type {
  ArtistCommand,
  ArtistSums,
  EventSums,
  SalesPoint,
  Statistics,
} from '../../application/ports.ts';

const MAX_BATCH = 500;
/** What the schema says; as months, the coarsest unit, 41 years. */
const LONGEST_SERIES = 500;

export interface Loaders {
  /** Null for an event that has not been on sale. */
  readonly events: DataLoader<string, EventSums | null>;
  readonly salesOverTime: DataLoader<string, SalesPoint[]>;
  readonly artists: DataLoader<ArtistCommand, ArtistSums, string>;
}

/** Fresh loaders for one request. */
export function createLoaders(statistics: Statistics): Loaders {
  const options = { maxBatchSize: MAX_BATCH };
  return {
    events: new DataLoader(async (ids) => {
      const found = new Map((await statistics.ofEvents(ids)).map((sums) => [sums.eventId, sums]));
      return ids.map((id) => found.get(id) ?? null);
    }, options),

    salesOverTime: new DataLoader(async (ids) => {
      const points = Map.groupBy(await statistics.overTime(ids), (point) => point.eventId);
      return ids.map((id) => (points.get(id) ?? []).slice(-LONGEST_SERIES));
    }, options),

    artists: new DataLoader((commands) => statistics.ofArtists(commands), {
      ...options,
      cacheKeyFn: ({ artistId, from, to }) => `${artistId} ${from.getTime()} ${to.getTime()}`,
    }),
  };
}
