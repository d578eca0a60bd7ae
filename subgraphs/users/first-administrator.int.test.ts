import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from '@parterre/platform/config/read-config.ts';
import { usersService } from './service.ts';
import { codesOf, openUsersFixture, password, signedIn, type UsersFixture } from './testing/fixture.ts';

const env = { ADMIN_EMAIL: 'Root@Example.org', ADMIN_PASSWORD: 'the first administrator' };

/** Starts the subgraph anew, with an administrator in its environment. */
async function startWithAdministrator({ service }: UsersFixture): Promise<void> {
  Object.assign(service.tools.config as object, { ...env, ADMIN_EMAIL: env.ADMIN_EMAIL.toLowerCase() });
  await service.service.start?.();
}

async function inServer(
  env: Record<string, string>,
  work: (fixture: UsersFixture) => Promise<void>,
): Promise<void> {
  const fixture = await openUsersFixture({ env });
  try {
    await work(fixture);
  } finally {
    await fixture.stop();
  }
}

describe('the first administrator', () => {
  it('is made on the first start, once, however many start at once, and a fact says so', () =>
    inServer({}, async (fixture) => {
      await Promise.all([
        startWithAdministrator(fixture),
        startWithAdministrator(fixture),
        startWithAdministrator(fixture),
      ]);
      await startWithAdministrator(fixture);
      const answer = await fixture.mutate('login', {
        login: 'root@example.org',
        password: env.ADMIN_PASSWORD,
      });
      expect(signedIn(answer).caller.role).toBe('ADMIN');
      const facts = await fixture.service.published('UserRegistered');
      expect(facts.map((fact) => fact.data)).toMatchObject([
        { email: 'root@example.org', nickname: 'admin', role: 'ADMIN' },
      ]);
    }));

  it('keeps a password that was changed, whatever the environment says', () =>
    inServer(env, async (fixture) => {
      const login = (word: string) => fixture.mutate('login', { login: 'admin', password: word });
      const admin = signedIn(await login(env.ADMIN_PASSWORD));
      const change = { currentPassword: env.ADMIN_PASSWORD, newPassword: password };
      await fixture.mutate('changePassword', change, admin.caller);
      await fixture.service.service.start?.();
      expect(codesOf(await login(env.ADMIN_PASSWORD))).toEqual(['WRONG_CREDENTIALS']);
      expect(codesOf(await login(password))).toEqual([]);
    }));

  it('is not somebody who has registered with that address before', () =>
    inServer({}, async (fixture) => {
      const email = 'root@example.org';
      const early = await fixture.mutate('register', { nickname: 'early', email, password });
      await startWithAdministrator(fixture);
      const { id } = signedIn(early);
      const rows = await fixture.service.database.sql('select id, role from users');
      expect(rows).toEqual([{ id, role: 'USER' }]);
    }));

  it('is not made when nobody asks for one', () =>
    inServer({}, async (fixture) => {
      expect(await fixture.service.published('UserRegistered')).toEqual([]);
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
