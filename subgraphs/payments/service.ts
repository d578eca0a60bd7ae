import { readFileSync } from 'node:fs';
import { roleRules } from '@parterre/contracts/access/require-role.ts';
import { currencyCodes } from '@parterre/contracts/kernel/money.ts';
import { readMigrations } from '@parterre/platform/postgres/read-migrations.ts';
import type { ServiceDefinition } from '@parterre/platform/service/service.ts';
import { z } from 'zod';
import { createConsumers } from './adapters/bus/consumers.ts';
import { createWalletChanges } from './adapters/bus/wallet-changes.ts';
import { createLoaders } from './adapters/graphql/loaders.ts';
import { createResolvers } from './adapters/graphql/resolvers.ts';
import { entities } from './adapters/postgres/entities.ts';
import { createPostgresIdempotency } from './adapters/postgres/idempotency.ts';
import { createPostgresLedger } from './adapters/postgres/ledger.ts';
import { createPostgresPayments } from './adapters/postgres/payments.ts';
import { createPostgresWallets } from './adapters/postgres/wallets.ts';
import { application } from './application/application.ts';

const config = z.object({
  /** The currency that new wallets are kept in. */
  CURRENCY: z.enum(currencyCodes).default('EUR'),
});

/** The payments subgraph: wallets, and a double-entry ledger of all that moves. */
export const paymentsService: ServiceDefinition<typeof config> = {
  name: 'payments',
  typeDefs: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
  roles: roleRules,
  entities,
  migrations: readMigrations(new URL('./adapters/postgres/migrations/', import.meta.url)),
  config,
  compose({ database, bus, config: { CURRENCY: currency } }) {
    const walletChanges = createWalletChanges(bus);
    const payments = application({
      database,
      currency,
      wallets: createPostgresWallets(database),
      walletChanges,
      payments: createPostgresPayments(database),
      ledger: createPostgresLedger(database),
      idempotency: createPostgresIdempotency(),
    });
    return {
      resolvers: { ...createResolvers(payments) },
      loaders: () => createLoaders(payments),
      consumers: createConsumers(payments),
      start: walletChanges.start,
      stop: walletChanges.stop,
    };
  },
};
