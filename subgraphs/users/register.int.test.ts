import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codesOf, openUsersFixture, password, signedIn, type UsersFixture } from './testing/fixture.ts';

let fixture: UsersFixture;
beforeAll(async () => {
  fixture = await openUsersFixture();
});
afterAll(() => fixture.stop());

const input = (nickname: string, email = `${nickname}@example.org`) => ({ nickname, email, password });

describe('registering', () => {
  it('opens an account with the role USER, logs in and publishes it in the same transaction', async () => {
    const answer = await fixture.mutate('register', input('Ada', ' Ada@Example.org '));
    expect(answer.userErrors).toEqual([]);
    const { id } = signedIn(answer);
    expect(answer.user).toEqual({
      id,
      nickname: 'Ada',
      email: 'ada@example.org',
      isEmailConfirmed: false,
      role: 'USER',
      isBlocked: false,
      createdAt: '2027-03-01T18:30:00.000Z',
    });
    expect(answer.session).toMatchObject({
      accessTokenExpiresAt: '2027-03-01T18:40:00.000Z',
      refreshTokenExpiresAt: '2027-03-31T18:30:00.000Z',
    });
    const [registered] = await fixture.service.published('UserRegistered');
    expect(registered?.data).toEqual({
      userId: id,
      nickname: 'Ada',
      email: 'ada@example.org',
      role: 'USER',
      language: 'EN',
    });
  });

  it('refuses a nickname and an address that differ from another’s by their case alone', async () => {
    await fixture.register('grace');
    expect(codesOf(await fixture.mutate('register', input('GRACE', 'other@example.org')))).toEqual([
      'NICKNAME_TAKEN',
    ]);
    expect(codesOf(await fixture.mutate('register', input('other', 'GRACE@example.ORG')))).toEqual([
      'EMAIL_TAKEN',
    ]);
    expect(codesOf(await fixture.mutate('register', input('Grace')))).toEqual([
      'NICKNAME_TAKEN',
      'EMAIL_TAKEN',
    ]);
  });

  it('has that rule in the database too', async () => {
    await fixture.register('hedy');
    const copy = (nickname: string, email: string) =>
      fixture.service.database.sql(
        `insert into users (id, nickname, email, password_hash, role, created_at)
         select gen_random_uuid(), $1, $2, password_hash, role, created_at from users where nickname = 'hedy'`,
        [nickname, email],
      );
    await expect(copy('HEDY', 'free@example.org')).rejects.toThrow('users_nickname');
    await expect(copy('free', 'hedy@example.org')).rejects.toThrow('users_email');
    await expect(copy('free', 'Hedy@example.org')).rejects.toThrow('check constraint');
  });

  it('gives a name to one of those who want it at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        fixture.mutate('register', input('mary', `m${index}@example.org`)),
      ),
    );
    const [winners, others] = [answers.filter((answer) => answer.user), answers.filter((a) => !a.user)];
    expect(winners).toHaveLength(1);
    expect(others.flatMap(codesOf)).toEqual(Array(7).fill('NICKNAME_TAKEN'));
    const facts = await fixture.service.published('UserRegistered');
    expect(facts.filter((fact) => (fact.data as { nickname: string }).nickname === 'mary')).toHaveLength(1);
  });

  it('tells everything that is wrong at once, at its field', async () => {
    const answer = await fixture.mutate('register', { nickname: 'x', email: 'y', password: 'z' });
    expect(answer.userErrors.map(({ code, field }) => [code, field])).toEqual([
      ['INVALID_NICKNAME', ['nickname']],
      ['INVALID_EMAIL', ['email']],
      ['INVALID_PASSWORD', ['password']],
    ]);
    expect(answer.user).toBeNull();
    expect(answer.session).toBeNull();
  });

  it('says TRY_AGAIN when too many log in at once, and opens no account', async () => {
    const full = await openUsersFixture({ env: { PASSWORD_HASH_QUEUE: '0' } });
    try {
      const names = ['one', 'two', 'three', 'four', 'five', 'six'];
      const answers = await Promise.all(names.map((name) => full.mutate('register', input(name))));
      const refused = answers.filter((answer) => !answer.user);
      expect(new Set(refused.flatMap(codesOf))).toEqual(new Set(['TRY_AGAIN']));
      expect(await full.service.published('UserRegistered')).toHaveLength(names.length - refused.length);
    } finally {
      await full.stop();
    }
  });

  it('keeps no password that could be read', async () => {
    const rows = await fixture.service.database.sql<{ password_hash: string }>(
      'select password_hash from users',
    );
    for (const { password_hash } of rows)
      expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify(await fixture.service.published())).not.toContain(password);
  });
});
