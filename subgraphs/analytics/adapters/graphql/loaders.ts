import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import type { RequestContext } from '@parterre/platform/service/service.ts';
import DataLoader from 'dataloader';
import type { Application } from '../../application/application.ts';
import type {
  ArtistQuery,
  ArtistSums,
  EventPart,
  EventSums,
  SalesOverTimeQuery,
  SalesPoint,
} from '../../application/ports.ts';

const MAX_BATCH = 500;
/** What the schema says; as months, the coarsest unit, 41 years. */
export const MOST_POINTS = 500;

/** What one request reads at most once. */
export interface Loaders {
  /** Null for an event that has not been on sale. */
  readonly eventStatistics: DataLoader<EventId, EventSums | null>;
  readonly salesByType: DataLoader<EventId, EventPart[]>;
  /** One more than MOST_POINTS where there are more. */
  readonly salesOverTime: DataLoader<SalesOverTimeQuery, SalesPoint[], string>;
  readonly artistStatistics: DataLoader<ArtistQuery, ArtistSums, string>;
}

/** What the resolvers of this subgraph know of a request. */
export type Context = RequestContext<Loaders>;

export function createLoaders({ queries }: Application): Loaders {
  const options = { maxBatchSize: MAX_BATCH };
  return {
    eventStatistics: new DataLoader(async (ids) => {
      const found = new Map((await queries.eventStatistics(ids)).map((sums) => [sums.eventId, sums]));
      return ids.map((id) => found.get(id) ?? null);
    }, options),

    salesByType: new DataLoader(async (ids) => {
      const parts = Map.groupBy(await queries.salesByType(ids), (part) => part.eventId);
      return ids.map((id) => parts.get(id) ?? []);
    }, options),

    salesOverTime: new DataLoader((asked) => queries.salesOverTime(asked, MOST_POINTS), {
      ...options,
      cacheKeyFn: ({ eventId, bucket, from, to }) =>
        `${eventId} ${bucket} ${from?.getTime()} ${to?.getTime()}`,
    }),

    artistStatistics: new DataLoader(queries.artistStatistics, {
      ...options,
      cacheKeyFn: ({ artistId, organizerId, from, to }) =>
        `${artistId} ${organizerId} ${from.getTime()} ${to.getTime()}`,
    }),
  };
}
