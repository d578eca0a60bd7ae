import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from '@parterre/platform/config/read-config.ts';
import { usersService } from './service.ts';
import { codesOf, openUsersHouse, password, signedIn, type UsersHouse } from './testing/users-house.ts';

const env = { ADMIN_EMAIL: 'Root@Example.org', ADMIN_PASSWORD: 'the first administrator' };

/** Starts the room anew, with an administrator in its environment. */
async function startAsTold({ service }: UsersHouse): Promise<void> {
  Object.assign(service.tools.config as object, { ...env, ADMIN_EMAIL: env.ADMIN_EMAIL.toLowerCase() });
  await service.service.start?.();
}

async function inHouse(
  env: Record<string, string>,
  work: (house: UsersHouse) => Promise<void>,
): Promise<void> {
  const house = await openUsersHouse({ env });
  try {
    await work(house);
  } finally {
    await house.stop();
  }
}

describe('the first administrator', () => {
  it('is made on the first start, once, however many start at once, and the house is told', () =>
    inHouse({}, async (house) => {
      await Promise.all([startAsTold(house), startAsTold(house), startAsTold(house)]);
      await startAsTold(house);
      const answer = await house.mutate('login', { login: 'root@example.org', password: env.ADMIN_PASSWORD });
      expect(signedIn(answer).asker.role).toBe('ADMIN');
      const facts = await house.service.published('UserRegistered');
      expect(facts.map((fact) => fact.data)).toMatchObject([
        { email: 'root@example.org', nickname: 'admin', role: 'ADMIN' },
      ]);
    }));

  it('keeps a password that was changed, whatever the environment says', () =>
    inHouse(env, async (house) => {
      const login = (word: string) => house.mutate('login', { login: 'admin', password: word });
      const admin = signedIn(await login(env.ADMIN_PASSWORD));
      const change = { currentPassword: env.ADMIN_PASSWORD, newPassword: password };
      await house.mutate('changePassword', change, admin.asker);
      await house.service.service.start?.();
      expect(codesOf(await login(env.ADMIN_PASSWORD))).toEqual(['WRONG_CREDENTIALS']);
      expect(codesOf(await login(password))).toEqual([]);
    }));

  it('is not somebody who has registered with that address before', () =>
    inHouse({}, async (house) => {
      const email = 'root@example.org';
      const early = await house.mutate('register', { nickname: 'early', email, password });
      await startAsTold(house);
      const { id } = signedIn(early);
      const rows = await house.service.database.sql('select id, role from users');
      expect(rows).toEqual([{ id, role: 'USER' }]);
    }));

  it('is not made when nobody asks for one', () =>
    inHouse({}, async (house) => {
      expect(await house.service.published('UserRegistered')).toEqual([]);
    }));

  it.each([
    [{ ADMIN_EMAIL: 'root@example.org' }, 'ADMIN_PASSWORD: expected ADMIN_EMAIL and ADMIN_PASSWORD both'],
    [{ ADMIN_PASSWORD: 'long enough for all' }, 'ADMIN_EMAIL: expected ADMIN_EMAIL and ADMIN_PASSWORD both'],
    [{ ADMIN_EMAIL: 'root', ADMIN_PASSWORD: 'long enough for all' }, 'ADMIN_EMAIL: expected a mail address'],
    [
      { ADMIN_EMAIL: 'root@example.org', ADMIN_PASSWORD: 'short' },
      'ADMIN_PASSWORD: expected a password of 10',
    ],
  ])('is refused by name when the environment says %j', (variables, words) => {
    let fault: unknown;
    try {
      readConfig(usersService.config, { ACCESS_TOKEN_KEYS: keys, ...variables });
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(ConfigError);
    expect(String(fault)).toContain(words);
  });
});

const keys = JSON.stringify({ keys: [{ kid: 'a', kty: 'OKP', crv: 'Ed25519', x: 'x', d: 'd' }] });
