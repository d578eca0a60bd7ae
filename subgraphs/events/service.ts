import { readFileSync } from 'node:fs';
import { roleRules } from '@parterre/contracts/access/require-role.ts';
import { currencyCodes } from '@parterre/contracts/kernel/money.ts';
import { createConcurrencyLimiter } from '@parterre/platform/concurrency/limiter.ts';
import { readMigrations } from '@parterre/platform/postgres/read-migrations.ts';
import type { ServiceDefinition } from '@parterre/platform/service/service.ts';
import { z } from 'zod';
import { createSeatMapFeed } from './adapters/bus/seat-map-feed.ts';
import { createLoaders } from './adapters/graphql/loaders.ts';
import { createResolvers } from './adapters/graphql/resolvers.ts';
import { expireHoldsJob } from './adapters/jobs/expire-holds.ts';
import { pruneHolds } from './adapters/jobs/prune-holds.ts';
import { artists } from './adapters/postgres/artists.ts';
import { createCatalogue } from './adapters/postgres/catalogue.ts';
import { ArtistEntity, EventEntity, VenueEntity } from './adapters/postgres/entities.ts';
import { events } from './adapters/postgres/events.ts';
import { halls } from './adapters/postgres/halls.ts';
import { holds } from './adapters/postgres/holds.ts';
import { seatBlocks } from './adapters/postgres/seat-blocks.ts';
import { seatMapRows } from './adapters/postgres/seat-map-rows.ts';
import { seatingPlans } from './adapters/postgres/seating-plans.ts';
import { standingPlaces } from './adapters/postgres/standing-places.ts';
import { venues } from './adapters/postgres/venues.ts';
import { createPlanReader } from './adapters/worker/plan-reader.ts';
import type { Dependencies } from './application/dependencies.ts';
import { LiveSeatMaps } from './application/live-seat-maps.ts';

const config = z.object({
  /** The currency that every event is priced in. */
  CURRENCY: z.enum(currencyCodes).default('EUR'),
  /** Hold time of events that set none, in seconds. */
  HOLD_SECONDS: z.coerce.number().int().min(1).max(86_400).default(600),
  /** Holds that one process makes at a time; fewer than the pool has connections, so that others get one too. */
  HOLDS_AT_A_TIME: z.coerce.number().int().min(1).max(1_000).default(8),
});

/**
 * Buyers who wait for their turn in one process, and how long they do before they hear TRY_AGAIN. More holds at a time
 * than the pool has connections would wait there, unseen and without a bound of their own.
 */
const QUEUE = { queue: 2_000, patienceMs: 3_000 };

/** The events subgraph: venues, plans, events, and which of their places are free. */
export const eventsService: ServiceDefinition<typeof config> = {
  name: 'events',
  typeDefs: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
  roles: roleRules,
  entities: [VenueEntity, ArtistEntity, EventEntity],
  migrations: readMigrations(new URL('./adapters/postgres/migrations/', import.meta.url)),
  config,
  compose({ config, database, bus, logger }) {
    const deps: Dependencies = {
      database,
      venues,
      halls,
      plans: seatingPlans,
      planReader: createPlanReader(),
      artists,
      events,
      holds,
      standing: standingPlaces,
      blocks: seatBlocks,
      limiter: createConcurrencyLimiter({ places: config.HOLDS_AT_A_TIME, ...QUEUE }),
      currency: config.CURRENCY,
      defaultHoldSeconds: config.HOLD_SECONDS,
    };
    const catalogue = createCatalogue(database);
    const store = seatMapRows(database);
    const feed = createSeatMapFeed(bus, logger);
    const maps = new LiveSeatMaps(feed, store);
    return {
      resolvers: createResolvers(deps, catalogue, maps),
      loaders: (caller) => createLoaders({ catalogue, feed, store, maps }, caller),
      jobs: [expireHoldsJob(deps), pruneHolds(database)],
      async stop() {
        maps.close();
        await feed.stop();
      },
    };
  },
};
