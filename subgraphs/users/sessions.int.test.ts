import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymous, type Caller } from '@parterre/platform/kernel/caller.ts';
import { queries } from './testing/documents.ts';
import { codesOf, openUsersFixture, password, signedIn, type UsersFixture } from './testing/fixture.ts';

const DAY = 24 * 60 * 60_000;
const GRACE = 10_000;

let fixture: UsersFixture;
beforeAll(async () => {
  fixture = await openUsersFixture();
});
afterAll(() => fixture.stop());

const refresh = (refreshToken: string) => fixture.mutate('refreshSession', { refreshToken });
const login = async (nickname: string) =>
  signedIn(await fixture.mutate('login', { login: nickname, password }));
const works = async (refreshToken: string) => (await refresh(refreshToken)).session !== null;

describe('a refresh token', () => {
  it('gives the next one of the same session, and a fresh access token', async () => {
    const ada = await fixture.register('ada');
    const next = signedIn(await refresh(ada.refreshToken));
    expect(next.caller).toEqual(ada.caller);
    expect(next.refreshToken).not.toBe(ada.refreshToken);
    expect(await works(next.refreshToken)).toBe(true);
  });

  it('is in the database as a hash only', async () => {
    const { refreshToken } = await fixture.register('bess');
    const rows = await fixture.service.database.sql<{ hash: Buffer }>('select hash from refresh_tokens');
    expect(Buffer.from(refreshToken, 'base64url')).toHaveLength(32);
    for (const { hash } of rows) {
      expect(hash).toHaveLength(32);
      expect(hash.equals(Buffer.from(refreshToken, 'base64url'))).toBe(false);
    }
  });

  it('works again within the grace, for a client whose answer was lost', async () => {
    const first = await fixture.register('carla');
    const lost = signedIn(await refresh(first.refreshToken));
    fixture.pass(GRACE - 1);
    const heard = signedIn(await refresh(first.refreshToken));
    expect(heard.caller).toEqual(first.caller);
    expect(heard.refreshToken).not.toBe(lost.refreshToken);
    fixture.pass(GRACE);
    const next = signedIn(await refresh(heard.refreshToken));
    expect(await works(next.refreshToken)).toBe(true);
    expect(await endings(first.id)).toEqual([]);
  });

  it('ends its whole session when it is used again after the grace, and no other session', async () => {
    const first = await fixture.register('cleo');
    const other = await login('cleo');
    const second = signedIn(await refresh(first.refreshToken));
    fixture.pass(GRACE);
    expect(codesOf(await refresh(first.refreshToken))).toEqual(['INVALID_REFRESH_TOKEN']);
    expect(await works(second.refreshToken)).toBe(false);
    expect(await works(other.refreshToken)).toBe(true);
    await refresh(first.refreshToken);
    expect(await endings(first.id)).toEqual([
      { userId: first.id, sessionId: first.caller.sessionId, reason: 'REFRESH_TOKEN_REUSED' },
    ]);
  });

  it('ends its session also within the grace when the next one has been used already', async () => {
    const first = await fixture.register('clio');
    const second = signedIn(await refresh(first.refreshToken));
    fixture.pass(1);
    const third = signedIn(await refresh(second.refreshToken));
    expect(codesOf(await refresh(first.refreshToken))).toEqual(['INVALID_REFRESH_TOKEN']);
    expect(await works(third.refreshToken)).toBe(false);
  });

  it('shows up a thief who used the grace: of two sisters, one is used up by the other', async () => {
    const first = await fixture.register('cora');
    const owner = signedIn(await refresh(first.refreshToken));
    const thief = signedIn(await refresh(first.refreshToken));
    fixture.pass(GRACE);
    const next = signedIn(await refresh(owner.refreshToken));
    fixture.pass(GRACE);
    expect(codesOf(await refresh(thief.refreshToken))).toEqual(['INVALID_REFRESH_TOKEN']);
    expect(await works(next.refreshToken)).toBe(false);
  });

  it('gives each of many who use it at the same moment a pair of the same session, of which one goes on', async () => {
    const dora = await fixture.register('dora');
    const answers = await Promise.all(Array.from({ length: 12 }, () => refresh(dora.refreshToken)));
    const sessions = answers.map(signedIn);
    expect(new Set(sessions.map(({ caller }) => caller.sessionId))).toEqual(new Set([dora.caller.sessionId]));
    const tokens = sessions.map(({ refreshToken }) => refreshToken);
    expect(new Set(tokens).size).toBe(12);
    // All at once again: each is let in by the grace, and then one alone is the newest.
    expect((await Promise.all(tokens.map(works))).every(Boolean)).toBe(true);
    expect(await endings(dora.id)).toEqual([]);
    fixture.pass(GRACE);
    expect(await works(tokens[0] ?? '')).toBe(false);
    expect(await endings(dora.id)).toEqual([
      { userId: dora.id, sessionId: dora.caller.sessionId, reason: 'REFRESH_TOKEN_REUSED' },
    ]);
  });

  it('works once, also for many at the same moment, where there is no grace', async () => {
    const strict = await openUsersFixture({ env: { REFRESH_GRACE_SECONDS: '0' } });
    try {
      const dora = await strict.register('dora');
      const input = { refreshToken: dora.refreshToken };
      const answers = await Promise.all(
        Array.from({ length: 12 }, () => strict.mutate('refreshSession', input)),
      );
      expect(answers.filter((answer) => answer.session)).toHaveLength(1);
      expect(await strict.service.published('SessionsEnded')).toHaveLength(1);
    } finally {
      await strict.stop();
    }
  });

  it('is worth 30 days, each refresh gives 30 more, and the session ends for good when its time is over', async () => {
    const long = await openUsersFixture({ env: { SESSION_LIFETIME_DAYS: '70' } });
    try {
      const again = (refreshToken: string) => long.mutate('refreshSession', { refreshToken });
      const emma = await long.register('emma');
      long.pass(29 * DAY);
      const next = signedIn(await again(emma.refreshToken));
      long.pass(29 * DAY);
      const answer = await again(next.refreshToken);
      expect(answer.session).toMatchObject({ refreshTokenExpiresAt: '2027-05-10T18:30:00.000Z' });
      long.pass(12 * DAY);
      expect(codesOf(await again(signedIn(answer).refreshToken))).toEqual(['INVALID_REFRESH_TOKEN']);

      const flo = await long.register('flo');
      long.pass(30 * DAY);
      expect(codesOf(await again(flo.refreshToken))).toEqual(['INVALID_REFRESH_TOKEN']);
    } finally {
      await long.stop();
    }
  });

  it('lasts 30 days from logging in unless the server says otherwise, however often it is refreshed', async () => {
    const gail = await fixture.register('gail');
    fixture.pass(29 * DAY);
    const next = signedIn(await refresh(gail.refreshToken));
    fixture.pass(DAY);
    expect(codesOf(await refresh(next.refreshToken))).toEqual(['INVALID_REFRESH_TOKEN']);
  });

  it.each(['', 'nonsense', 'x'.repeat(10_000)])('that nobody was given is refused: %#', async (token) => {
    expect(codesOf(await refresh(token))).toEqual(['INVALID_REFRESH_TOKEN']);
  });
});

/** What was published of sessions that ended, without the moment. */
const endings = async (userId: string) => {
  const facts = await fixture.service.published('SessionsEnded');
  return facts.flatMap(({ data }) => {
    const { at, ...ending } = data as { userId: string; at: string };
    return ending.userId === userId ? [ending] : [];
  });
};

describe('logging out', () => {
  it('ends the session of the token, and no other', async () => {
    const gwen = await fixture.register('gwen');
    const other = await login('gwen');
    expect(await fixture.mutate('logout', { refreshToken: gwen.refreshToken })).toMatchObject({
      signedOut: true,
    });
    expect(await works(gwen.refreshToken)).toBe(false);
    expect(await works(other.refreshToken)).toBe(true);
    expect(await endings(gwen.id)).toEqual([
      { userId: gwen.id, sessionId: gwen.caller.sessionId, reason: 'LOGOUT' },
    ]);
  });

  it('ends the session that the caller is signed in with when no token is given', async () => {
    const hope = await fixture.register('hope');
    expect(await fixture.mutate('logout', {}, hope.caller)).toMatchObject({
      signedOut: true,
      userErrors: [],
    });
    expect(await works(hope.refreshToken)).toBe(false);
  });

  it('is done already for a session that has ended, and for a token that nobody knows', async () => {
    const iris = await fixture.register('iris');
    for (const refreshToken of [iris.refreshToken, iris.refreshToken, 'nonsense']) {
      expect(await fixture.mutate('logout', { refreshToken })).toMatchObject({ signedOut: true });
    }
    expect(await endings(iris.id)).toHaveLength(1);
  });

  it('needs a session to be named', async () => {
    const answer = await fixture.mutate('logout', {});
    expect([answer.signedOut, codesOf(answer)]).toEqual([false, ['NO_SESSION_NAMED']]);
  });
});

describe('the list of sessions', () => {
  interface Sessions {
    readonly me: {
      readonly sessions: {
        readonly edges: readonly { readonly cursor: string }[];
        readonly nodes: readonly {
          readonly id: string;
          readonly current: boolean;
          readonly lastSeenAt: string;
        }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      };
    };
  }
  const sessionsOf = async (caller: Caller, variables: object = {}) =>
    ((await fixture.ask(queries.sessions, variables, caller)).data as Sessions).me.sessions;

  it('holds those of the user that go on, newest first, and says which one asks', async () => {
    const rita = await fixture.register('rita');
    await fixture.register('someone');
    const gone = await login('rita');
    const second = await login('rita');
    await fixture.mutate('logout', { refreshToken: gone.refreshToken });
    fixture.pass(60_000);
    signedIn(await refresh(rita.refreshToken));
    const { nodes } = await sessionsOf(second.caller);
    const minutes = (a: string, b: string) => (Date.parse(a) - Date.parse(b)) / 60_000;
    expect(nodes.map(({ id, current }) => ({ id, current }))).toEqual([
      { id: second.caller.sessionId, current: true },
      { id: rita.caller.sessionId, current: false },
    ]);
    expect(minutes(nodes[1]?.lastSeenAt ?? '', nodes[0]?.lastSeenAt ?? '')).toBe(1);
  });

  it('comes in pages', async () => {
    const rosa = await fixture.register('rosa');
    const others = [await login('rosa'), await login('rosa')];
    const first = await sessionsOf(rosa.caller, { first: 2 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = await sessionsOf(rosa.caller, { first: 2, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.nodes].map(({ id }) => id)).toEqual(
      [...others.reverse(), rosa].map(({ caller }) => caller.sessionId),
    );
  });

  it('is nobody else’s business, an administrator’s neither', async () => {
    const ruth = await fixture.register('ruth');
    const root = await fixture.administrator('root');
    expect((await fixture.ask(queries.sessionsOf, { id: ruth.id }, root.caller)).code).toBe('FORBIDDEN');
    expect((await fixture.ask(queries.sessionsOf, { id: ruth.id }, ruth.caller)).code).toBeUndefined();
  });

  it('is where one ends another of one’s own sessions, and none of anybody else', async () => {
    const sara = await fixture.register('sara');
    const other = await login('sara');
    const thief = await fixture.register('thief');
    const root = await fixture.administrator('root2');
    const end = (sessionId: string, caller: Caller) => fixture.mutate('endSession', { sessionId }, caller);
    for (const caller of [thief.caller, root.caller]) {
      expect(codesOf(await end(other.caller.sessionId, caller))).toEqual(['SESSION_NOT_FOUND']);
    }
    expect(codesOf(await end('nonsense', sara.caller))).toEqual(['SESSION_NOT_FOUND']);
    expect(await end(other.caller.sessionId, sara.caller)).toMatchObject({
      user: { id: sara.id },
      userErrors: [],
    });
    expect(codesOf(await end(other.caller.sessionId, sara.caller))).toEqual(['SESSION_NOT_FOUND']);
    expect(await works(other.refreshToken)).toBe(false);
    expect(await works(sara.refreshToken)).toBe(true);
    expect(await endings(sara.id)).toEqual([
      { userId: sara.id, sessionId: other.caller.sessionId, reason: 'LOGOUT' },
    ]);
  });
});

describe('changing the password', () => {
  const newPassword = 'another long password';

  it('ends every other session and leaves this one', async () => {
    const jane = await fixture.register('jane');
    const other = await login('jane');
    const answer = await fixture.mutate(
      'changePassword',
      { currentPassword: password, newPassword },
      jane.caller,
    );
    expect(answer).toMatchObject({ user: { id: jane.id }, userErrors: [] });
    expect(await works(other.refreshToken)).toBe(false);
    expect(await works(jane.refreshToken)).toBe(true);
    expect(await endings(jane.id)).toEqual([
      { userId: jane.id, exceptSessionId: jane.caller.sessionId, reason: 'PASSWORD_CHANGED' },
    ]);
    expect(codesOf(await fixture.mutate('login', { login: 'jane', password }))).toEqual([
      'WRONG_CREDENTIALS',
    ]);
    expect(codesOf(await fixture.mutate('login', { login: 'jane', password: newPassword }))).toEqual([]);
  });

  it('ends all sessions when the one that it comes from has ended itself', async () => {
    const nora = await fixture.register('nora');
    const other = await login('nora');
    await fixture.mutate('logout', { refreshToken: nora.refreshToken });
    const input = { currentPassword: password, newPassword };
    expect(await fixture.mutate('changePassword', input, nora.caller)).toMatchObject({ userErrors: [] });
    expect(await works(other.refreshToken)).toBe(false);
    expect((await endings(nora.id)).at(-1)).toEqual({ userId: nora.id, reason: 'PASSWORD_CHANGED' });
  });

  it('tells of no ending when there was no other session', async () => {
    const olga = await fixture.register('olga');
    await fixture.mutate('changePassword', { currentPassword: password, newPassword }, olga.caller);
    expect(await endings(olga.id)).toEqual([]);
  });

  it('needs the password until now, and a new one that keeps the rules', async () => {
    const kate = await fixture.register('kate');
    const change = (input: object) => fixture.mutate('changePassword', input, kate.caller);
    expect((await change({ currentPassword: 'not this one', newPassword })).userErrors).toMatchObject([
      { code: 'WRONG_PASSWORD', field: ['currentPassword'] },
    ]);
    expect((await change({ currentPassword: password, newPassword: 'short' })).userErrors).toMatchObject([
      { code: 'INVALID_PASSWORD', field: ['newPassword'] },
    ]);
    expect(codesOf(await fixture.mutate('login', { login: 'kate', password }))).toEqual([]);
  });

  it('is for who is signed in', async () => {
    const document =
      'mutation { changePassword(input: {currentPassword: "a", newPassword: "b"}) { user { id } } }';
    expect((await fixture.ask(document, {}, anonymous)).code).toBe('UNAUTHENTICATED');
  });
});

it('shows the gateway the public keys, to anyone', async () => {
  const { data } = await fixture.ask(queries.jwks, {}, anonymous);
  expect(data).toMatchObject({ jwks: [{ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' }] });
});

it('forgets what is over: sessions, failed logins, addresses, tokens from mails and requests for mails', async () => {
  await fixture.mutate('login', { login: 'nobody', password });
  const { id } = await fixture.register('lena');
  await fixture.mutate('requestPasswordReset', { email: 'lena@example.org' });
  await fixture.mailToken(id, 'PASSWORD_RESET');
  fixture.pass(30 * DAY);
  const fresh = await fixture.register('maud');
  await fixture.service.runJobs();
  const count = async (table: string) =>
    (await fixture.service.database.sql<{ count: number }>(`select count(*)::int as count from ${table}`))[0]
      ?.count;
  const tables = [
    'sessions',
    'refresh_tokens',
    'failed_logins',
    'login_addresses',
    'password_resets',
    'mail_requests',
  ];
  expect(await Promise.all(tables.map(count))).toEqual([1, 1, 0, 1, 0, 0]);
  expect(await works(fresh.refreshToken)).toBe(true);
});
