import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nobody } from '@parterre/platform/kernel/asker.ts';
import { queries } from './testing/documents.ts';
import { codesOf, openUsersHouse, password, signedIn, type UsersHouse } from './testing/users-house.ts';

const DAY = 24 * 60 * 60_000;

let house: UsersHouse;
beforeAll(async () => {
  house = await openUsersHouse();
});
afterAll(() => house.stop());

const refresh = (refreshToken: string) => house.mutate('refreshSession', { refreshToken });
const login = async (nickname: string) =>
  signedIn(await house.mutate('login', { login: nickname, password }));
const works = async (refreshToken: string) => (await refresh(refreshToken)).session !== null;

describe('a refresh token', () => {
  it('gives the next one of the same session, and a fresh access token', async () => {
    const ada = await house.register('ada');
    const next = signedIn(await refresh(ada.refreshToken));
    expect(next.asker).toEqual(ada.asker);
    expect(next.refreshToken).not.toBe(ada.refreshToken);
    expect(await works(next.refreshToken)).toBe(true);
  });

  it('is in the database as a hash only', async () => {
    const { refreshToken } = await house.register('bess');
    const rows = await house.service.database.sql<{ hash: Buffer }>('select hash from refresh_tokens');
    expect(Buffer.from(refreshToken, 'base64url')).toHaveLength(32);
    for (const { hash } of rows) {
      expect(hash).toHaveLength(32);
      expect(hash.equals(Buffer.from(refreshToken, 'base64url'))).toBe(false);
    }
  });

  it('ends its whole session when it is used a second time, and no other session', async () => {
    const first = await house.register('cleo');
    const other = await login('cleo');
    const second = signedIn(await refresh(first.refreshToken));
    expect(codesOf(await refresh(first.refreshToken))).toEqual(['INVALID_REFRESH_TOKEN']);
    expect(await works(second.refreshToken)).toBe(false);
    expect(await works(other.refreshToken)).toBe(true);
    await refresh(first.refreshToken);
    expect(await endings(first.id)).toEqual([
      { userId: first.id, sessionId: first.asker.sessionId, reason: 'REFRESH_TOKEN_REUSED' },
    ]);
  });

  it('works for one of many who use it at the same moment, and then the session has ended for all', async () => {
    const dora = await house.register('dora');
    const answers = await Promise.all(Array.from({ length: 12 }, () => refresh(dora.refreshToken)));
    const winners = answers.filter((answer) => answer.session);
    expect(winners).toHaveLength(1);
    expect(answers.filter((answer) => !answer.session).flatMap(codesOf)).toEqual(
      Array(11).fill('INVALID_REFRESH_TOKEN'),
    );
    const [winner] = winners;
    if (!winner) throw new Error('expected a winner');
    expect(await works(signedIn(winner).refreshToken)).toBe(false);
  });

  it('is worth 30 days, and each refresh gives 30 more', async () => {
    const emma = await house.register('emma');
    house.pass(29 * DAY);
    const next = signedIn(await refresh(emma.refreshToken));
    house.pass(29 * DAY);
    const third = signedIn(await refresh(next.refreshToken));
    house.pass(30 * DAY);
    expect(codesOf(await refresh(third.refreshToken))).toEqual(['INVALID_REFRESH_TOKEN']);
  });

  it.each(['', 'nonsense', 'x'.repeat(10_000)])('that nobody was given is refused: %#', async (token) => {
    expect(codesOf(await refresh(token))).toEqual(['INVALID_REFRESH_TOKEN']);
  });

  it('never has a sister that works as well: the database refuses it', async () => {
    await house.register('fay');
    const twin = house.service.database.sql(
      `insert into refresh_tokens (hash, session_id, created_at, expires_at)
       select sha256(hash), session_id, created_at, expires_at from refresh_tokens where used_at is null limit 1`,
    );
    await expect(twin).rejects.toThrow('refresh_tokens_unused');
  });
});

/** What the house was told of sessions that ended, without the moment. */
const endings = async (userId: string) => {
  const facts = await house.service.published('SessionsEnded');
  return facts.flatMap(({ data }) => {
    const { at, ...ending } = data as { userId: string; at: string };
    return ending.userId === userId ? [ending] : [];
  });
};

describe('signing out', () => {
  it('ends the session of the token, and no other', async () => {
    const gwen = await house.register('gwen');
    const other = await login('gwen');
    expect(await house.mutate('logout', { refreshToken: gwen.refreshToken })).toMatchObject({
      signedOut: true,
    });
    expect(await works(gwen.refreshToken)).toBe(false);
    expect(await works(other.refreshToken)).toBe(true);
    expect(await endings(gwen.id)).toEqual([
      { userId: gwen.id, sessionId: gwen.asker.sessionId, reason: 'LOGOUT' },
    ]);
  });

  it('ends the session that the asker is signed in with when no token is given', async () => {
    const hope = await house.register('hope');
    expect(await house.mutate('logout', {}, hope.asker)).toMatchObject({ signedOut: true, userErrors: [] });
    expect(await works(hope.refreshToken)).toBe(false);
  });

  it('is done already for a session that has ended, and for a token that nobody knows', async () => {
    const iris = await house.register('iris');
    for (const refreshToken of [iris.refreshToken, iris.refreshToken, 'nonsense']) {
      expect(await house.mutate('logout', { refreshToken })).toMatchObject({ signedOut: true });
    }
    expect(await endings(iris.id)).toHaveLength(1);
  });

  it('needs a session to be named', async () => {
    const answer = await house.mutate('logout', {});
    expect([answer.signedOut, codesOf(answer)]).toEqual([false, ['NO_SESSION_NAMED']]);
  });
});

describe('changing the password', () => {
  const newPassword = 'another long password';

  it('ends every other session and leaves this one', async () => {
    const jane = await house.register('jane');
    const other = await login('jane');
    const answer = await house.mutate(
      'changePassword',
      { currentPassword: password, newPassword },
      jane.asker,
    );
    expect(answer).toMatchObject({ user: { id: jane.id }, userErrors: [] });
    expect(await works(other.refreshToken)).toBe(false);
    expect(await works(jane.refreshToken)).toBe(true);
    expect(await endings(jane.id)).toEqual([
      { userId: jane.id, exceptSessionId: jane.asker.sessionId, reason: 'PASSWORD_CHANGED' },
    ]);
    expect(codesOf(await house.mutate('login', { login: 'jane', password }))).toEqual(['WRONG_CREDENTIALS']);
    expect(codesOf(await house.mutate('login', { login: 'jane', password: newPassword }))).toEqual([]);
  });

  it('ends all sessions when the one that it comes from has ended itself', async () => {
    const nora = await house.register('nora');
    const other = await login('nora');
    await house.mutate('logout', { refreshToken: nora.refreshToken });
    const input = { currentPassword: password, newPassword };
    expect(await house.mutate('changePassword', input, nora.asker)).toMatchObject({ userErrors: [] });
    expect(await works(other.refreshToken)).toBe(false);
    expect((await endings(nora.id)).at(-1)).toEqual({ userId: nora.id, reason: 'PASSWORD_CHANGED' });
  });

  it('tells of no ending when there was no other session', async () => {
    const olga = await house.register('olga');
    await house.mutate('changePassword', { currentPassword: password, newPassword }, olga.asker);
    expect(await endings(olga.id)).toEqual([]);
  });

  it('needs the password until now, and a new one that keeps the rules', async () => {
    const kate = await house.register('kate');
    const change = (input: object) => house.mutate('changePassword', input, kate.asker);
    expect((await change({ currentPassword: 'not this one', newPassword })).userErrors).toMatchObject([
      { code: 'WRONG_PASSWORD', field: ['currentPassword'] },
    ]);
    expect((await change({ currentPassword: password, newPassword: 'short' })).userErrors).toMatchObject([
      { code: 'INVALID_PASSWORD', field: ['newPassword'] },
    ]);
    expect(codesOf(await house.mutate('login', { login: 'kate', password }))).toEqual([]);
  });

  it('is for who is signed in', async () => {
    const document =
      'mutation { changePassword(input: {currentPassword: "a", newPassword: "b"}) { user { id } } }';
    expect((await house.ask(document, {}, nobody)).code).toBe('UNAUTHENTICATED');
  });
});

it('shows the gateway the public keys, to anyone', async () => {
  const { data } = await house.ask(queries.jwks, {}, nobody);
  expect(data).toMatchObject({ jwks: [{ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' }] });
});

it('forgets sessions after their last token has expired, failed sign-ins after the window, and addresses after 30 days', async () => {
  await house.mutate('login', { login: 'nobody', password });
  await house.register('lena');
  house.pass(30 * DAY);
  const fresh = await house.register('maud');
  await house.service.runJobs();
  const count = async (table: string) =>
    (await house.service.database.sql<{ count: number }>(`select count(*)::int as count from ${table}`))[0]
      ?.count;
  const tables = ['sessions', 'refresh_tokens', 'failed_sign_ins', 'sign_in_addresses'];
  expect(await Promise.all(tables.map(count))).toEqual([1, 1, 0, 1]);
  expect(await works(fresh.refreshToken)).toBe(true);
});
