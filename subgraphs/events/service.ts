import { readFileSync } from 'node:fs';
import { roleRules } from '@parterre/contracts/access/require-role.ts';
import { currencyCodes } from '@parterre/contracts/kernel/money.ts';
import { createConcurrencyLimiter } from '@parterre/platform/concurrency/limiter.ts';
import { createPostgresIdempotency } from '@parterre/platform/idempotency/postgres-idempotency.ts';
import { BoundedMap } from '@parterre/platform/memory/bounded-map.ts';
import { createServiceOperations } from '@parterre/platform/operations/service-operations.ts';
import { readMigrations } from '@parterre/platform/postgres/read-migrations.ts';
import type { ServiceDefinition } from '@parterre/platform/service/service.ts';
import { z } from 'zod';
import { createSeatMapFeed } from './adapters/bus/seat-map-feed.ts';
import { createLoaders } from './adapters/graphql/loaders.ts';
import { createResolvers } from './adapters/graphql/resolvers.ts';
import { countHeldPlaces } from './adapters/jobs/count-held-places.ts';
import { createJobs } from './adapters/jobs/jobs.ts';
import { createPostgresArtists } from './adapters/postgres/artists.ts';
import { entities } from './adapters/postgres/entities.ts';
import { createPostgresEventFigures } from './adapters/postgres/event-figures.ts';
import { createPostgresEvents } from './adapters/postgres/events.ts';
import { createPostgresGuestMinimums } from './adapters/postgres/guest-minimums.ts';
import { createPostgresHalls } from './adapters/postgres/halls.ts';
import { createPostgresHeldTypes } from './adapters/postgres/held-types.ts';
import { createPostgresHolds } from './adapters/postgres/holds.ts';
import { createPostgresHoldsAtOnce } from './adapters/postgres/holds-at-once.ts';
import { createPostgresOverdueWork } from './adapters/postgres/overdue-work.ts';
import { createPostgresPlacePrices } from './adapters/postgres/place-prices.ts';
import { createPostgresPlanChanges } from './adapters/postgres/plan-changes.ts';
import { createPostgresPlanParts } from './adapters/postgres/plan-parts.ts';
import { createPostgresReleases } from './adapters/postgres/releases.ts';
import { createPostgresSeatChoices } from './adapters/postgres/seat-choices.ts';
import { createPostgresSeatMaps } from './adapters/postgres/seat-maps.ts';
import { createPostgresSeatingPlans } from './adapters/postgres/seating-plans.ts';
import { createPostgresSeats } from './adapters/postgres/seats.ts';
import { createPostgresSeries } from './adapters/postgres/series.ts';
import { createPostgresStandingPlaces } from './adapters/postgres/standing-places.ts';
import { createPostgresVenues } from './adapters/postgres/venues.ts';
import { createPlanReader } from './adapters/worker/plan-reader.ts';
import { type Application, application } from './application/application.ts';
import { CountedPlaces } from './application/counted-places.ts';
import { LiveSeatMaps } from './application/live-seat-maps.ts';
import { SeatLayouts } from './application/seat-layouts.ts';

const config = z.object({
  /** The currency that every event is priced in. */
  CURRENCY: z.enum(currencyCodes).default('EUR'),
  /** Hold time of events that set none, in seconds. */
  HOLD_SECONDS: z.coerce.number().int().min(1).max(86_400).default(600),
  /** Holds that one process makes at a time; fewer than the pool has connections, so that others get one too. */
  HOLDS_AT_A_TIME: z.coerce.number().int().min(1).max(1_000).default(8),
});

/**
 * Buyers who wait for their turn in one process, and how long they do before they hear TRY_AGAIN: half of what an answer
 * may take in a rush. More holds at a time than the pool has connections would wait there, unseen and without a bound of
 * their own. Each process of the tickets subgraph lets few at a time come here (BOOKINGS_AT_A_TIME).
 */
const QUEUE = { queue: 2_000, patienceMs: 500 };

/** Events of which it is remembered how many places are free: a few megabytes. */
const EVENTS_COUNTED = 20_000;

/** Events at which it is remembered that seats are fought for. */
const EVENTS_IN_A_RUSH = 1_000;

/** The events subgraph: venues, plans, events, and which of their places are free. */
export const eventsService: ServiceDefinition<typeof config> = {
  name: 'events',
  typeDefs: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
  roles: roleRules,
  entities,
  migrations: readMigrations(new URL('./adapters/postgres/migrations/', import.meta.url)),
  config,
  compose({ config, database, bus, clock, logger }) {
    const seatMapFeed = createSeatMapFeed(bus, logger);
    const seatChoices = createPostgresSeatChoices();
    const eventFigures = createPostgresEventFigures(database);
    const liveSeatMaps = new LiveSeatMaps(seatMapFeed, createPostgresSeatMaps(database));
    const events: Application = application({
      operations: createServiceOperations({
        service: 'events',
        database,
        bus,
        clock,
        logger,
        overdue: createPostgresOverdueWork(),
      }),
      database,
      venues: createPostgresVenues(database),
      halls: createPostgresHalls(database),
      plans: createPostgresSeatingPlans(database),
      planParts: createPostgresPlanParts(database),
      seatChoices,
      seatLayouts: new SeatLayouts(seatChoices),
      planReader: createPlanReader(),
      artists: createPostgresArtists(database),
      events: createPostgresEvents(database),
      eventFigures,
      freePlaces: new CountedPlaces(eventFigures.freePlaces, clock, new BoundedMap(EVENTS_COUNTED)),
      soldPlaces: new CountedPlaces(eventFigures.soldPlaces, clock, new BoundedMap(EVENTS_COUNTED)),
      guestMinimums: createPostgresGuestMinimums(database),
      series: createPostgresSeries(database),
      holds: createPostgresHolds(database),
      holdsAtOnce: createPostgresHoldsAtOnce(database),
      heldTypes: createPostgresHeldTypes(),
      releases: createPostgresReleases(database),
      seats: createPostgresSeats(),
      standing: createPostgresStandingPlaces(),
      planChanges: createPostgresPlanChanges(),
      idempotency: createPostgresIdempotency(),
      placePrices: createPostgresPlacePrices(database),
      liveSeatMaps,
      rushes: new BoundedMap(EVENTS_IN_A_RUSH),
      limiter: createConcurrencyLimiter({ places: config.HOLDS_AT_A_TIME, ...QUEUE }),
      currency: config.CURRENCY,
      defaultHoldSeconds: config.HOLD_SECONDS,
    });
    return {
      resolvers: createResolvers(events),
      loaders: (caller) => createLoaders(events, caller),
      jobs: [...createJobs(events), countHeldPlaces(database)],
      async stop() {
        liveSeatMaps.close();
        await seatMapFeed.stop();
      },
    };
  },
};
