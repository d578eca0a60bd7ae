import { readFileSync } from 'node:fs';
import { roleRules } from '@parterre/contracts/access/require-role.ts';
import type { Subscription } from '@parterre/platform/bus/bus.ts';
import { createServiceOperations } from '@parterre/platform/operations/service-operations.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { DatabaseBusy } from '@parterre/platform/postgres/errors.ts';
import { readMigrations } from '@parterre/platform/postgres/read-migrations.ts';
import type { ServiceDefinition } from '@parterre/platform/service/service.ts';
import { z } from 'zod';
import { createConsumers } from './adapters/bus/consumers.ts';
import { replay } from './adapters/bus/replay.ts';
import { createLoaders } from './adapters/graphql/loaders.ts';
import { createResolvers } from './adapters/graphql/resolvers.ts';
import { countSales } from './adapters/jobs/count-sales.ts';
import { rebuildOutdated } from './adapters/jobs/rebuild-outdated.ts';
import { entities } from './adapters/postgres/entities.ts';
import { createPostgresFactStore } from './adapters/postgres/fact-store.ts';
import { createPostgresStatistics } from './adapters/postgres/statistics.ts';
import { type Application, application } from './application/application.ts';
import { rebuildAndCompare } from './application/rebuild-statistics.ts';

const config = z.object({
  ANALYTICS_REPLAY: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'expected a name of 1 to 40 lower-case letters, digits and hyphens')
    .optional(),
});

/** The analytics subgraph: sums over facts. It asks no other subgraph anything. */
export const analyticsService: ServiceDefinition<typeof config> = {
  name: 'analytics',
  typeDefs: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
  roles: roleRules,
  entities,
  migrations: readMigrations(new URL('./adapters/postgres/migrations/', import.meta.url)),
  config,
  compose({ config, database, bus, clock, logger }) {
    const analytics: Application = application({
      ...storesOf(database),
      operations: createServiceOperations({
        service: 'analytics',
        database,
        bus,
        clock,
        logger,
        consumers: () => createConsumers(analytics),
      }),
    });
    let replaying: Subscription | undefined;
    return {
      resolvers: { ...createResolvers(analytics) },
      loaders: () => createLoaders(analytics),
      consumers: createConsumers(analytics),
      jobs: [countSales(database), rebuildOutdated(analytics)],
      async start() {
        await analytics.commands.rebuildIfOutdated().catch((error: unknown) => {
          // Another process makes them anew, which takes minutes: until then the old ones are read, and the job looks again.
          if (!(error instanceof DatabaseBusy)) throw error;
          logger.warn({ err: error }, 'the sums could not be made anew yet; looking again in a minute');
        });
        const name = config.ANALYTICS_REPLAY;
        if (name) replaying = await replay(analytics, { name, bus, database, clock, logger });
      },
      async stop() {
        await replaying?.stop();
      },
    };
  },
  rebuild: (database) => rebuildAndCompare(storesOf(database)),
};

function storesOf(database: Database) {
  return {
    database,
    factStore: createPostgresFactStore(database),
    statistics: createPostgresStatistics(database),
  };
}
