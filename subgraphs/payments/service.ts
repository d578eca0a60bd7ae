import { readFileSync } from 'node:fs';
import type { EntitySchema } from '@mikro-orm/core';
import { roleRules } from '@parterre/contracts/access/require-role.ts';
import { currencyCodes } from '@parterre/contracts/kernel/money.ts';
import { readMigrations } from '@parterre/platform/postgres/read-migrations.ts';
import type { ServiceDefinition } from '@parterre/platform/service/service.ts';
import { z } from 'zod';
import { consumers } from './adapters/bus/consumers.ts';
import { loaders } from './adapters/graphql/loaders.ts';
import { resolvers } from './adapters/graphql/resolvers.ts';
import { PaymentRow, WalletRow } from './adapters/postgres/entities.ts';
import { idempotency } from './adapters/postgres/idempotency.ts';
import { postgresLedger } from './adapters/postgres/ledger.ts';
import { postgresPayments } from './adapters/postgres/payments.ts';
import { postgresWallets } from './adapters/postgres/wallets.ts';
import { application } from './application.ts';

const config = z.object({
  /** The currency that new wallets are kept in. */
  CURRENCY: z.enum(currencyCodes).default('EUR'),
});

/** The payments subgraph: wallets, and a double-entry ledger of all that moves. */
export const paymentsService: ServiceDefinition<typeof config> = {
  name: 'payments',
  typeDefs: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
  roles: roleRules,
  entities: [WalletRow, PaymentRow] as readonly EntitySchema[],
  migrations: readMigrations(new URL('./adapters/postgres/migrations/', import.meta.url)),
  config,
  compose({ database, config: { CURRENCY: currency }, clock }) {
    const subgraph = application({
      database,
      currency,
      wallets: postgresWallets(database),
      payments: postgresPayments(database),
      ledger: postgresLedger(database),
      idempotency,
    });
    return {
      resolvers: { ...resolvers(subgraph) },
      loaders: () => loaders(subgraph),
      consumers: consumers(subgraph, clock),
    };
  },
};
