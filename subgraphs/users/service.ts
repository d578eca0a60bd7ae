import { readFileSync } from 'node:fs';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import type { ServiceDefinition } from '@parterre/platform/service/service.ts';
import { z } from 'zod';
import { createPasswords } from './adapters/crypto/argon2-passwords.ts';
import { createAccessTokens, publicKeys, signingKeysVariable } from './adapters/crypto/signing-keys.ts';
import { createLoaders } from './adapters/graphql/loaders.ts';
import { createResolvers } from './adapters/graphql/resolvers.ts';
import { forgetThePast } from './adapters/jobs/forget-the-past.ts';
import { createAccounts } from './adapters/postgres/accounts.ts';
import { failedSignIns } from './adapters/postgres/failed-sign-ins.ts';
import { migrations } from './adapters/postgres/migrations.ts';
import { sessions } from './adapters/postgres/sessions.ts';
import { UserEntity } from './adapters/postgres/user-entity.ts';
import type { UsersRoom } from './application/ports/users-room.ts';
import { commands } from './application.ts';
import { parseEmailAddress } from './domain/email-address.ts';
import { parsePassword } from './domain/password.ts';

const config = z
  .object({
    ACCESS_TOKEN_KEYS: signingKeysVariable,
    ADMIN_EMAIL: z
      .string()
      .refine((text) => !isRejection(parseEmailAddress(text)), 'expected a mail address')
      .transform((text) => text.trim().toLowerCase())
      .optional(),
    ADMIN_PASSWORD: z
      .string()
      .refine((text) => !isRejection(parsePassword(text)), 'expected a password of 10 to 200 characters')
      .optional(),
    PASSWORD_HASH_QUEUE: z.coerce.number().int().min(0).max(10_000).default(256),
  })
  .superRefine((variables, context) => {
    if ((variables.ADMIN_EMAIL === undefined) === (variables.ADMIN_PASSWORD === undefined)) return;
    const missing = variables.ADMIN_EMAIL === undefined ? 'ADMIN_EMAIL' : 'ADMIN_PASSWORD';
    const message = 'expected ADMIN_EMAIL and ADMIN_PASSWORD both or neither';
    context.addIssue({ code: 'custom', path: [missing], message });
  });

/** The users room: accounts, sign-in and roles. */
export const usersService: ServiceDefinition<typeof config> = {
  name: 'users',
  typeDefs: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
  entities: [UserEntity],
  migrations,
  config,
  async compose({ config, database, clock, logger }) {
    const room: UsersRoom = {
      database,
      accounts: createAccounts(database),
      sessions,
      failedSignIns,
      passwords: createPasswords({ queue: config.PASSWORD_HASH_QUEUE }),
      accessTokens: await createAccessTokens(config.ACCESS_TOKEN_KEYS),
      logger,
    };
    return {
      resolvers: createResolvers(room, publicKeys(config.ACCESS_TOKEN_KEYS)),
      loaders: () => createLoaders(room.accounts),
      jobs: [forgetThePast(database)],
      async start() {
        const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = config;
        if (email && password) await commands.ensureAdministrator(room, { email, password }, clock.now());
      },
    };
  },
};
