import { readFileSync } from 'node:fs';
import { roleRules } from '@parterre/contracts/access/require-role.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import { readMigrations } from '@parterre/platform/postgres/read-migrations.ts';
import type { ServiceDefinition } from '@parterre/platform/service/service.ts';
import { z } from 'zod';
import { createPasswords } from './adapters/crypto/argon2-passwords.ts';
import { createMailTokens } from './adapters/crypto/mail-tokens.ts';
import { createAccessTokens, publicKeys, signingKeysVariable } from './adapters/crypto/signing-keys.ts';
import { createLoaders } from './adapters/graphql/loaders.ts';
import { createResolvers } from './adapters/graphql/resolvers.ts';
import { forgetThePast, sendPasswordResets } from './adapters/jobs/prune-sessions.ts';
import { createAccounts } from './adapters/postgres/accounts.ts';
import { failedLogins } from './adapters/postgres/failed-logins.ts';
import { mailRequests, passwordResets } from './adapters/postgres/mails.ts';
import { sessions } from './adapters/postgres/sessions.ts';
import { UserEntity } from './adapters/postgres/user-entity.ts';
import type { Dependencies } from './application/dependencies.ts';
import { commands } from './application.ts';
import { parseEmailAddress } from './domain/email-address.ts';
import { parsePassword } from './domain/password.ts';

const DAY_MS = 86_400_000;

function readAddress(text: string, context: z.RefinementCtx): string {
  const email = parseEmailAddress(text);
  if (!isRejection(email)) return email;
  context.addIssue({ code: 'custom', message: 'expected a mail address' });
  return z.NEVER;
}

const config = z
  .object({
    ACCESS_TOKEN_KEYS: signingKeysVariable,
    ADMIN_EMAIL: z.string().transform(readAddress).optional(),
    ADMIN_PASSWORD: z
      .string()
      .refine((text) => !isRejection(parsePassword(text)), 'expected a password of 10 to 200 characters')
      .optional(),
    /** From signing in to the end of a session, however often it is refreshed. */
    SESSION_LIFETIME_DAYS: z.coerce.number().int().min(1).max(3_650).default(30),
    /** For so long a refresh token that was used works again; 0 never. */
    REFRESH_GRACE_SECONDS: z.coerce.number().int().min(0).max(60).default(10),
    REQUIRE_CONFIRMED_EMAIL: z.enum(['0', '1'], { error: 'expected 0 or 1' }).default('0'),
    /** Addresses between commas that need no confirming: those of the demo. */
    CONFIRMED_ADDRESSES: z
      .string()
      .default('')
      .transform((text) => text.split(',').filter(Boolean))
      .pipe(z.array(z.string().transform(readAddress)).max(100)),
    PASSWORD_HASH_QUEUE: z.coerce.number().int().min(0).max(10_000).default(256),
  })
  .superRefine((variables, context) => {
    if ((variables.ADMIN_EMAIL === undefined) === (variables.ADMIN_PASSWORD === undefined)) return;
    const missing = variables.ADMIN_EMAIL === undefined ? 'ADMIN_EMAIL' : 'ADMIN_PASSWORD';
    const message = 'expected ADMIN_EMAIL and ADMIN_PASSWORD both or neither';
    context.addIssue({ code: 'custom', path: [missing], message });
  });

/** The users subgraph: accounts, login and roles. */
export const usersService: ServiceDefinition<typeof config> = {
  name: 'users',
  typeDefs: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
  roles: roleRules,
  entities: [UserEntity],
  migrations: readMigrations(new URL('./adapters/postgres/migrations/', import.meta.url)),
  config,
  async compose({ config, database, clock, logger }) {
    const deps: Dependencies = {
      database,
      accounts: createAccounts(database),
      sessions,
      failedLogins,
      passwords: createPasswords({ queue: config.PASSWORD_HASH_QUEUE }),
      accessTokens: await createAccessTokens(config.ACCESS_TOKEN_KEYS),
      mailTokens: await createMailTokens(config.ACCESS_TOKEN_KEYS),
      mailRequests,
      passwordResets,
      sessionRules: {
        lifetimeMs: config.SESSION_LIFETIME_DAYS * DAY_MS,
        graceMs: config.REFRESH_GRACE_SECONDS * 1_000,
      },
      requiresConfirmedEmail: config.REQUIRE_CONFIRMED_EMAIL === '1',
      confirmedAddresses: new Set(config.CONFIRMED_ADDRESSES),
      logger,
    };
    return {
      resolvers: createResolvers(deps, publicKeys(config.ACCESS_TOKEN_KEYS)),
      loaders: () => createLoaders(deps.accounts),
      jobs: [forgetThePast(database), sendPasswordResets(deps)],
      async start() {
        await deps.accounts.confirmEmails(database, config.CONFIRMED_ADDRESSES, clock.now());
        const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = config;
        if (email && password) await commands.ensureAdministrator(deps, { email, password }, clock.now());
      },
    };
  },
};
