import { readFileSync } from 'node:fs';
import { roleRules } from '@parterre/contracts/access/require-role.ts';
import { createPostgresIdempotency } from '@parterre/platform/idempotency/postgres-idempotency.ts';
import { createServiceOperations } from '@parterre/platform/operations/service-operations.ts';
import { readMigrations } from '@parterre/platform/postgres/read-migrations.ts';
import type { ServiceDefinition } from '@parterre/platform/service/service.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { createConsumers } from './adapters/bus/consumers.ts';
import { createWalletChanges } from './adapters/bus/wallet-changes.ts';
import { createLoaders } from './adapters/graphql/loaders.ts';
import { createResolvers } from './adapters/graphql/resolvers.ts';
import { createJobs } from './adapters/jobs/jobs.ts';
import { entities } from './adapters/postgres/entities.ts';
import { createPostgresLedger } from './adapters/postgres/ledger.ts';
import { createPostgresOverdueWork } from './adapters/postgres/overdue-work.ts';
import { createPostgresPayments } from './adapters/postgres/payments.ts';
import { createPostgresTopUps } from './adapters/postgres/top-ups.ts';
import { createPostgresWallets } from './adapters/postgres/wallets.ts';
import { type Application, application } from './application/application.ts';
import type { PaymentProvider } from './application/ports.ts';
import { type Config, config } from './config.ts';

/** The payments subgraph: wallets, and a double-entry ledger of all that moves. */
export const paymentsService: ServiceDefinition<typeof config> = {
  name: 'payments',
  typeDefs: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
  roles: roleRules,
  entities,
  migrations: readMigrations(new URL('./adapters/postgres/migrations/', import.meta.url)),
  config,
  async compose({ database, bus, config, clock, logger }) {
    const walletChanges = createWalletChanges(bus);
    const provider = await providerOf(config, logger);
    const payments: Application = application({
      operations: createServiceOperations({
        service: 'payments',
        database,
        bus,
        clock,
        logger,
        consumers: () => createConsumers(payments),
        overdue: createPostgresOverdueWork(),
        provider: provider.kind === 'hosted' ? { name: provider.name, ask: () => provider.ping() } : null,
      }),
      database,
      currency: config.CURRENCY,
      provider,
      wallets: createPostgresWallets(database),
      walletChanges,
      payments: createPostgresPayments(database),
      topUps: createPostgresTopUps(database),
      ledger: createPostgresLedger(database),
      idempotency: createPostgresIdempotency(),
      logger,
    });
    return {
      resolvers: { ...createResolvers(payments) },
      loaders: () => createLoaders(payments),
      consumers: createConsumers(payments),
      jobs: createJobs(payments),
      start: walletChanges.start,
      stop: walletChanges.stop,
    };
  },
};

async function providerOf(config: Config, logger: Logger): Promise<PaymentProvider> {
  const { PAYMENT_PROVIDER, STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret } = config;
  if (PAYMENT_PROVIDER === 'demo') return { kind: 'free' };
  if (!secretKey || !webhookSecret)
    throw new Error('expected config.ts to have refused Stripe without its secrets');
  // Stripe's library takes 0.2 s and 9 MB, which nobody is to spend who does not need it.
  const { createStripe } = await import('./adapters/providers/stripe.ts');
  const { STRIPE_API_URL: apiUrl, PUBLIC_URL: publicUrl } = config;
  return createStripe({ secretKey, webhookSecret, apiUrl, publicUrl, logger });
}
