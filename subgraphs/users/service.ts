import { readFileSync } from 'node:fs';
import { roleRules } from '@parterre/contracts/access/require-role.ts';
import { createServiceOperations } from '@parterre/platform/operations/service-operations.ts';
import { readMigrations } from '@parterre/platform/postgres/read-migrations.ts';
import type { ServiceDefinition } from '@parterre/platform/service/service.ts';
import { createPasswords } from './adapters/crypto/argon2-passwords.ts';
import { createMailTokens } from './adapters/crypto/mail-tokens.ts';
import { createAccessTokens } from './adapters/crypto/signing-keys.ts';
import { createLoaders } from './adapters/graphql/loaders.ts';
import { createResolvers } from './adapters/graphql/resolvers.ts';
import { createJobs } from './adapters/jobs/jobs.ts';
import { createPostgresAccounts } from './adapters/postgres/accounts.ts';
import { entities } from './adapters/postgres/entities.ts';
import { createPostgresFailedLogins } from './adapters/postgres/failed-logins.ts';
import { createPostgresMailRequests } from './adapters/postgres/mail-requests.ts';
import { createPostgresPasswordResets } from './adapters/postgres/password-resets.ts';
import { createPostgresSessions } from './adapters/postgres/sessions.ts';
import { type Application, application } from './application/application.ts';
import { config } from './config.ts';

const DAY_MS = 86_400_000;

/** The users subgraph: accounts, login and roles. */
export const usersService: ServiceDefinition<typeof config> = {
  name: 'users',
  typeDefs: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
  roles: roleRules,
  entities,
  migrations: readMigrations(new URL('./adapters/postgres/migrations/', import.meta.url)),
  config,
  async compose({ config, database, bus, clock, logger }) {
    const users: Application = application({
      operations: createServiceOperations({
        service: 'users',
        database,
        bus,
        clock,
        logger,
      }),
      database,
      accounts: createPostgresAccounts(database),
      sessions: createPostgresSessions(database),
      failedLogins: createPostgresFailedLogins(database),
      passwordResets: createPostgresPasswordResets(database),
      mailRequests: createPostgresMailRequests(database),
      passwords: createPasswords({ queue: config.PASSWORD_HASH_QUEUE }),
      accessTokens: await createAccessTokens(config.ACCESS_TOKEN_KEYS),
      mailTokens: await createMailTokens(config.ACCESS_TOKEN_KEYS),
      sessionRules: {
        lifetimeMs: config.SESSION_LIFETIME_DAYS * DAY_MS,
        graceMs: config.REFRESH_GRACE_SECONDS * 1_000,
      },
      requiresConfirmedEmail: config.REQUIRE_CONFIRMED_EMAIL === '1',
      confirmedAddresses: new Set(config.CONFIRMED_ADDRESSES),
      logger,
    });
    return {
      resolvers: createResolvers(users),
      loaders: () => createLoaders(users),
      jobs: createJobs(users),
      async start() {
        const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = config;
        const context = { now: clock.now() };
        await users.commands.confirmListedEmails(context);
        if (email && password) await users.commands.ensureAdministrator({ email, password }, context);
      },
    };
  },
};
