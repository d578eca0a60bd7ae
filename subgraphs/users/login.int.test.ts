import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '@parterre/platform/kernel/clock.ts';
import { createServiceOperations } from '@parterre/platform/operations/service-operations.ts';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { memoryBus } from '@parterre/platform/testing/memory-bus.ts';
import { createTestDatabase, type TestDatabase } from '@parterre/platform/testing/test-database.ts';
import { type Argon2id, createPasswords } from './adapters/crypto/argon2-passwords.ts';
import { createPostgresAccounts } from './adapters/postgres/accounts.ts';
import { createPostgresFailedLogins } from './adapters/postgres/failed-logins.ts';
import { createPostgresMailRequests } from './adapters/postgres/mail-requests.ts';
import { createPostgresPasswordResets } from './adapters/postgres/password-resets.ts';
import { createPostgresSessions } from './adapters/postgres/sessions.ts';
import { type Application, application } from './application/application.ts';
import type { Dependencies } from './application/dependencies.ts';
import { usersService } from './service.ts';
import { watchStatements } from './testing/watch-statements.ts';

const now = new Date('2027-03-01T18:30:00Z');
const later = new Date('2027-03-01T18:45:00.001Z');
const right = 'correct horse battery';

// Every statement and every hash is written down: equal work is shown by equal lists, not by a stopwatch.
const { statements, stop } = watchStatements();
let hashes = 0;
// Stands in for the slow function: the real one is tried out in argon2-passwords.test.ts.
const quickHash: Argon2id = async (password, { salt }, length) => {
  hashes += 1;
  return Buffer.concat([salt, Buffer.from(password)], length);
};

let test: TestDatabase;
let deps: Dependencies;
let users: Application;
beforeAll(async () => {
  test = await createTestDatabase(usersService);
  const { database } = test;
  deps = {
    database,
    accounts: createPostgresAccounts(database),
    sessions: createPostgresSessions(database),
    failedLogins: createPostgresFailedLogins(database),
    passwordResets: createPostgresPasswordResets(database),
    mailRequests: createPostgresMailRequests(database),
    passwords: createPasswords({ queue: 1_000, argon2id: quickHash }),
    accessTokens: { issue: async () => ({ token: 'token', expiresAt: now }), publicKeys: [] },
    mailTokens: { issue: async () => ({ token: 'token', expiresAt: now }), read: async () => null },
    sessionRules: { lifetimeMs: 30 * 86_400_000, graceMs: 10_000 },
    requiresConfirmedEmail: false,
    confirmedAddresses: new Set(),
    logger: silentLogger,
    operations: createServiceOperations({
      service: 'users',
      database,
      bus: memoryBus(),
      clock: systemClock,
      logger: silentLogger,
    }),
  };
  users = application(deps);
});
afterAll(async () => {
  await test.drop();
  stop();
});

let count = 0;
let nickname = '';
beforeEach(async () => {
  count += 1;
  nickname = `ada${count}`;
  const email = `${nickname}@example.org`;
  const registered = await users.commands.register({ nickname, email, password: right }, { now });
  if (!('session' in registered)) throw new Error(JSON.stringify(registered));
  statements.length = 0;
  hashes = 0;
});

const login = async (name: string, password: string, at = now, clientAddress?: string) => {
  const outcome = await users.commands.login({ login: name, password }, { now: at, clientAddress });
  return 'session' in outcome ? 'signed in' : outcome.code;
};
const fail = async (name: string, times: number, address?: string) => {
  for (let i = 0; i < times; i += 1) {
    expect(await login(name, 'a wrong guess', now, address)).toBe('WRONG_CREDENTIALS');
  }
};

describe('logging in', () => {
  it('takes nickname or address, in any case', async () => {
    expect(await login(nickname.toUpperCase(), right)).toBe('signed in');
    expect(await login(` ${nickname}@EXAMPLE.org `, right)).toBe('signed in');
  });

  it.each(['', '@', `${'x'.repeat(5_000)}`, '%', "' or 1=1 --", 'аda1'])(
    'refuses the login %j like any unknown one',
    async (unknown) => {
      expect(await login(unknown, right)).toBe('WRONG_CREDENTIALS');
    },
  );

  it('answers an unknown account and a wrong password in the same words, after the same work', async () => {
    const attempt = async (name: string) => {
      statements.length = 0;
      hashes = 0;
      const answer = await users.commands.login({ login: name, password: 'a wrong guess' }, { now });
      return { answer, statements: [...statements], hashes };
    };
    const known = await attempt(nickname);
    expect(known.hashes).toBe(1);
    expect(known.statements.length).toBeGreaterThan(3);
    expect(await attempt(`nobody${count}`)).toEqual(known);
  });

  it('tells only who knows the password that the account is blocked', async () => {
    const account = await deps.accounts.findByLogin(nickname);
    if (!account) throw new Error('expected the account');
    await users.commands.blockUser({ userId: account.id, reason: 'sells on at the door' }, { now });
    hashes = 0;
    expect(await login(nickname, 'a wrong guess')).toBe('WRONG_CREDENTIALS');
    expect(await login(nickname, right)).toBe('ACCOUNT_BLOCKED');
    expect(hashes).toBe(2);
  });

  it('refuses the old password when it is changed while the old one is being checked', async () => {
    const account = await deps.accounts.findByLogin(nickname);
    if (!account) throw new Error('expected the account');
    const whileHashing = application({
      ...deps,
      passwords: {
        ...deps.passwords,
        async verify(password, hash) {
          const matches = await deps.passwords.verify(password, hash);
          const changed = await deps.passwords.hash('another password');
          await deps.database.transaction((tx) => deps.accounts.setPassword(tx, account.id, String(changed)));
          return matches;
        },
      },
    });
    expect(await whileHashing.commands.login({ login: nickname, password: right }, { now })).toMatchObject({
      code: 'WRONG_CREDENTIALS',
    });
  });
});

describe('failed logins', () => {
  it('shut the account after ten, also for the right password, by whichever name', async () => {
    await fail(nickname, 5);
    await fail(`${nickname}@example.org`, 5);
    expect(await login(nickname, right)).toBe('TOO_MANY_ATTEMPTS');
    expect(await login(`${nickname}@example.org`, right)).toBe('TOO_MANY_ATTEMPTS');
  });

  it('shut a login that no account has just so, and no hash is made for it then', async () => {
    await fail(`nobody${count}`, 10);
    hashes = 0;
    expect(await login(`NOBODY${count}`, right)).toBe('TOO_MANY_ATTEMPTS');
    expect(hashes).toBe(0);
  });

  it('are forgotten after 15 minutes', async () => {
    await fail(nickname, 10);
    expect(await login(nickname, right, later)).toBe('signed in');
  });

  it('do not shut another account', async () => {
    await fail(`nobody${count}`, 10);
    expect(await login(nickname, right)).toBe('signed in');
  });

  it('are not wiped out by a login that succeeds', async () => {
    await fail(nickname, 9);
    expect(await login(nickname, right)).toBe('signed in');
    await fail(nickname, 1);
    expect(await login(nickname, right)).toBe('TOO_MANY_ATTEMPTS');
  });

  it('shut out the address that they come from, and nobody else', async () => {
    await fail(nickname, 10, '198.51.100.7');
    expect(await login(nickname, right, now, '198.51.100.7')).toBe('TOO_MANY_ATTEMPTS');
    expect(await login(nickname, right, now, '203.0.113.1')).toBe('signed in');
    expect(await login(nickname, right, now, '198.51.100.7')).toBe('TOO_MANY_ATTEMPTS');
  });

  it('count for a whole IPv6 network: whoever has one has all of its addresses', async () => {
    for (let i = 0; i < 10; i += 1) await fail(nickname, 1, `2001:db8:7::${i}`);
    expect(await login(nickname, right, now, '2001:db8:7::abcd')).toBe('TOO_MANY_ATTEMPTS');
    expect(await login(nickname, right, now, '2001:db8:8::1')).toBe('signed in');
  });

  it('from many addresses are answered slowly, but where somebody has signed in before', async () => {
    expect(await login(nickname, right, now, '203.0.113.1')).toBe('signed in');
    for (let i = 0; i < 50; i += 1) await fail(nickname, 1, `198.51.100.${i}`);
    const secondsLater = (seconds: number) => new Date(now.getTime() + seconds * 1000);
    // A new address waits, the right password or not: nobody learns which it is.
    expect(await login(nickname, right, now, '192.0.2.1')).toBe('TOO_MANY_ATTEMPTS');
    expect(await login(nickname, 'a wrong guess', secondsLater(1), '192.0.2.2')).toBe('WRONG_CREDENTIALS');
    expect(await login(nickname, 'a wrong guess', secondsLater(2), '192.0.2.3')).toBe('TOO_MANY_ATTEMPTS');
    expect(await login(nickname, 'a wrong guess', secondsLater(3), '192.0.2.3')).toBe('WRONG_CREDENTIALS');
    // The owner does not, and gets in from somewhere new as soon as the attack pauses.
    expect(await login(nickname, right, secondsLater(3), '203.0.113.1')).toBe('signed in');
    expect(await login(nickname, right, secondsLater(7), '192.0.2.4')).toBe('signed in');
  });

  it('from a hundred addresses at once are answered one at a time, once there are many', async () => {
    for (let i = 0; i < 50; i += 1) await fail(nickname, 1, `198.51.100.${i}`);
    const at = new Date(now.getTime() + 5_000);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) => login(nickname, 'a wrong guess', at, `192.0.2.${i}`)),
    );
    expect(answers.filter((answer) => answer === 'WRONG_CREDENTIALS')).toHaveLength(1);
  });

  it('of a login that no account has make it wait just so', async () => {
    for (let i = 0; i < 50; i += 1) await fail(`nobody${count}`, 1, `198.51.100.${i}`);
    expect(await login(`nobody${count}`, right, now, '192.0.2.1')).toBe('TOO_MANY_ATTEMPTS');
  });

  it('are ten at most also when a hundred guesses come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => login(nickname, `a wrong guess ${index}`)),
    );
    expect(answers.filter((answer) => answer === 'WRONG_CREDENTIALS')).toHaveLength(10);
    expect(answers.filter((answer) => answer === 'TOO_MANY_ATTEMPTS')).toHaveLength(90);
  });

  it('do not hinder somebody who logs in twenty times at once with the right password', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => login(nickname, right)));
    expect(new Set(answers)).toEqual(new Set(['signed in']));
  });

  it('count for a wrong current password too, when the password is changed', async () => {
    const account = await deps.accounts.findByLogin(nickname);
    if (!account) throw new Error('expected the account');
    const caller = { kind: 'user', userId: account.id, role: 'USER', sessionId: '' } as const;
    const change = (currentPassword: string) =>
      users.commands.changePassword({ currentPassword, newPassword: 'another password' }, { caller, now });
    for (let i = 0; i < 10; i += 1) expect(await change('no')).toMatchObject({ code: 'WRONG_PASSWORD' });
    expect(await change(right)).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    expect(await login(nickname, right)).toBe('TOO_MANY_ATTEMPTS');
  });
});
