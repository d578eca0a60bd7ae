import { readFileSync } from 'node:fs';
import { roleRules } from '@parterre/contracts/access/require-role.ts';
import { currencyCodes } from '@parterre/contracts/kernel/money.ts';
import { createServiceOperations } from '@parterre/platform/operations/service-operations.ts';
import { readMigrations } from '@parterre/platform/postgres/read-migrations.ts';
import type { ServiceDefinition } from '@parterre/platform/service/service.ts';
import { z } from 'zod';
import { createConsumers } from './adapters/bus/consumers.ts';
import { createLoaders } from './adapters/graphql/loaders.ts';
import { createResolvers } from './adapters/graphql/resolvers.ts';
import { createJobs } from './adapters/jobs/jobs.ts';
import { createPostgresAccounts } from './adapters/postgres/accounts.ts';
import { createPostgresEarnings } from './adapters/postgres/earnings.ts';
import { entities } from './adapters/postgres/entities.ts';
import { createPostgresPointsAtOnce } from './adapters/postgres/points-at-once.ts';
import { createPostgresPromoCodes } from './adapters/postgres/promo-codes.ts';
import { createPostgresPromoUses } from './adapters/postgres/promo-uses.ts';
import { createPostgresReservations } from './adapters/postgres/reservations.ts';
import { createEvents } from './adapters/subgraphs/events.ts';
import { type Application, application } from './application/application.ts';

const config = z.object({
  /** The currency that everything is priced in. */
  CURRENCY: z.enum(currencyCodes).default('EUR'),
});

/** The loyalty subgraph: points that are earned, spent, taken back and returned, the levels that follow, and promo codes. */
export const loyaltyService: ServiceDefinition<typeof config> = {
  name: 'loyalty',
  typeDefs: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
  roles: roleRules,
  entities,
  migrations: readMigrations(new URL('./adapters/postgres/migrations/', import.meta.url)),
  config,
  compose({ config, database, bus, subgraphs, clock, logger }) {
    const loyalty: Application = application({
      operations: createServiceOperations({
        service: 'loyalty',
        database,
        bus,
        clock,
        logger,
        consumers: () => createConsumers(loyalty),
      }),
      database,
      accounts: createPostgresAccounts(database),
      earnings: createPostgresEarnings(),
      pointsAtOnce: createPostgresPointsAtOnce(database),
      reservations: createPostgresReservations(),
      promoCodes: createPostgresPromoCodes(database),
      promoUses: createPostgresPromoUses(database),
      events: createEvents(subgraphs),
      currency: config.CURRENCY,
    });
    return {
      resolvers: { ...createResolvers(loyalty) },
      loaders: () => createLoaders(loyalty),
      consumers: createConsumers(loyalty),
      jobs: createJobs(loyalty),
    };
  },
};
