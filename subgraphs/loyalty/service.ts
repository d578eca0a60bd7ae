import { readFileSync } from 'node:fs';
import type { EntitySchema } from '@mikro-orm/core';
import { roleRules } from '@parterre/contracts/access/require-role.ts';
import { readMigrations } from '@parterre/platform/postgres/read-migrations.ts';
import type { ServiceDefinition } from '@parterre/platform/service/service.ts';
import { z } from 'zod';
import { consumers } from './adapters/bus/consumers.ts';
import { loaders } from './adapters/graphql/loaders.ts';
import { resolvers } from './adapters/graphql/resolvers.ts';
import { reviewLevelsJob } from './adapters/jobs/review-levels.ts';
import { postgresAccounts } from './adapters/postgres/accounts.ts';
import { postgresEarnings } from './adapters/postgres/earnings.ts';
import { AccountRow, OperationRow } from './adapters/postgres/entities.ts';
import { postgresReservations } from './adapters/postgres/reservations.ts';
import { noPromoCodes } from './adapters/promo-codes/no-promo-codes.ts';
import { application } from './application.ts';

const config = z.object({});

/** The loyalty subgraph: points that are earned, spent, taken back and returned, and the levels that follow. */
export const loyaltyService: ServiceDefinition<typeof config> = {
  name: 'loyalty',
  typeDefs: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
  roles: roleRules,
  entities: [AccountRow, OperationRow] as readonly EntitySchema[],
  migrations: readMigrations(new URL('./adapters/postgres/migrations/', import.meta.url)),
  config,
  compose({ database, clock }) {
    const subgraph = application({
      database,
      accounts: postgresAccounts(database),
      earnings: postgresEarnings,
      reservations: postgresReservations,
      promoCodes: noPromoCodes,
    });
    return {
      resolvers: { ...resolvers(subgraph) },
      loaders: () => loaders(subgraph),
      consumers: consumers(subgraph, clock),
      jobs: [reviewLevelsJob(subgraph)],
    };
  },
};
