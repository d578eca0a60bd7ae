import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anonymous } from '@parterre/platform/kernel/caller.ts';
import { queries } from './testing/documents.ts';
import {
  codesOf,
  openUsersFixture,
  password,
  type SomebodySignedIn,
  signedIn,
  stranger,
  type UsersFixture,
} from './testing/fixture.ts';
import { watchStatements } from './testing/watch-statements.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const newPassword = 'another long password';

let fixture: UsersFixture;
/** The same where addresses are to be confirmed. */
let strict: UsersFixture;
beforeAll(async () => {
  fixture = await openUsersFixture();
  strict = await openUsersFixture({
    env: { REQUIRE_CONFIRMED_EMAIL: '1', CONFIRMED_ADDRESSES: 'demo@example.org' },
  });
});
afterAll(async () => {
  await fixture?.stop();
  await strict?.stop();
});

const confirmationOf = async ({ id }: SomebodySignedIn, at = fixture) =>
  (await at.mailToken(id, 'EMAIL_CONFIRMATION')) ?? '';
const resetOf = async ({ id }: SomebodySignedIn, at = fixture) =>
  (await at.mailToken(id, 'PASSWORD_RESET')) ?? '';
const isConfirmed = async (userId: string, at = fixture) =>
  (await at.ask(queries.isEmailConfirmed, { userId }, { kind: 'subgraph', subgraph: 'tickets' })).data;
const codes = async (answer: Promise<Parameters<typeof codesOf>[0]>) => codesOf(await answer);
const publishedOf = async (type: string, at = fixture) =>
  (await at.service.published(type)).map((fact) => (fact.data as { userId: string }).userId);

describe('a mail address', () => {
  it('is confirmed by the token from a mail, again and again, by whoever has it', async () => {
    const ada = await fixture.register('ada');
    expect(await isConfirmed(ada.id)).toEqual({ isEmailConfirmed: false });
    const token = await confirmationOf(ada);
    for (const caller of [anonymous, ada.caller]) {
      expect(await fixture.mutate('confirmEmail', { token }, caller)).toMatchObject({
        user: { id: ada.id, isEmailConfirmed: true },
        userErrors: [],
      });
    }
    expect(await isConfirmed(ada.id)).toEqual({ isEmailConfirmed: true });
    expect(await fixture.mailToken(ada.id, 'EMAIL_CONFIRMATION')).toBeNull();
  });

  it('is not confirmed by a token that is none of ours, is too old, or is for something else', async () => {
    const bess = await fixture.register('bess');
    const token = await confirmationOf(bess);
    const { session } = await fixture.mutate('login', { login: 'bess', password });
    const { accessToken } = session as { accessToken: string };
    const forged = await strict.register('bess');
    const foreign = await confirmationOf(forged, strict);
    for (const wrong of ['', 'a.b.c', accessToken, foreign, `${token}x`, await resetOf(bess)]) {
      expect(await codes(fixture.mutate('confirmEmail', { token: wrong }))).toEqual(['INVALID_TOKEN']);
    }
    fixture.pass(72 * HOUR + 1);
    expect(await codes(fixture.mutate('confirmEmail', { token }))).toEqual(['INVALID_TOKEN']);
  });

  it('is not confirmed by a token for an address that the account had before', async () => {
    const cleo = await fixture.register('cleo');
    const token = await confirmationOf(cleo);
    await fixture.service.database.sql(`update users set email = 'other@example.org' where id = $1`, [
      cleo.id,
    ]);
    expect(await codes(fixture.mutate('confirmEmail', { token }))).toEqual(['INVALID_TOKEN']);
  });

  it('gets another mail for its user, five an hour, and for an administrator, and for nobody else', async () => {
    const dora = await fixture.register('dora');
    const root = await fixture.administrator('root');
    const request = (input: object, caller = dora.caller) =>
      fixture.mutate('requestEmailConfirmation', input, caller);
    expect(await codes(request({ userId: dora.id }, (await fixture.register('eve')).caller))).toEqual([
      'USER_NOT_FOUND',
    ]);
    expect(await codes(request({ userId: 'nonsense' }))).toEqual(['USER_NOT_FOUND']);
    expect(await codes(request({}, stranger()))).toEqual(['USER_NOT_FOUND']);
    expect(await request({ userId: dora.id }, root.caller)).toMatchObject({ user: { id: dora.id } });
    for (let times = 0; times < 4; times += 1) expect(await codes(request({}))).toEqual([]);
    expect(await codes(request({}))).toEqual(['TOO_MANY_REQUESTS']);
    expect(await publishedOf('EmailConfirmationRequested')).toEqual(Array(5).fill(dora.id));
    fixture.pass(HOUR);
    expect(await codes(request({}))).toEqual([]);
    await fixture.mutate('confirmEmail', { token: await confirmationOf(dora) });
    expect(await codes(request({}))).toEqual(['ALREADY_CONFIRMED']);
  });

  it('with an international domain is one address, however it is written, and is shown as people write it', async () => {
    const details = { nickname: 'fay', email: 'Fay@MÜNCHEN.example', password };
    const answer = await fixture.mutate('register', details);
    expect(answer.user).toMatchObject({ email: 'fay@münchen.example' });
    const again = { ...details, nickname: 'fay2', email: 'fay@xn--mnchen-3ya.example' };
    expect(await codes(fixture.mutate('register', again))).toEqual(['EMAIL_TAKEN']);
    for (const login of ['fay@münchen.example', 'FAY@XN--MNCHEN-3YA.example']) {
      expect(await codes(fixture.mutate('login', { login, password }))).toEqual([]);
    }
    const [fact] = (await fixture.service.published('UserRegistered')).slice(-1);
    expect(fact?.data).toMatchObject({ email: 'fay@xn--mnchen-3ya.example' });
    const root = await fixture.administrator('root-fay');
    for (const search of ['münchen', 'fay@münchen.example', 'xn--mnchen']) {
      const { data } = await fixture.ask(queries.users, { search }, root.caller);
      expect(data).toMatchObject({ users: { nodes: [{ nickname: 'fay' }] } });
    }
  });

  it('is asked for its token by the notifications subgraph alone, and for its state by tickets alone', async () => {
    const gwen = await fixture.register('gwen');
    const input = { userId: gwen.id, purpose: 'PASSWORD_RESET' };
    for (const caller of [anonymous, gwen.caller, { kind: 'subgraph', subgraph: 'tickets' } as const]) {
      const { code } = await fixture.ask(queries.issueMailToken, { input }, caller);
      expect(code).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
    }
    const notifications = { kind: 'subgraph', subgraph: 'notifications' } as const;
    expect((await fixture.ask(queries.isEmailConfirmed, { userId: gwen.id }, notifications)).code).toBe(
      'FORBIDDEN',
    );
  });
});

describe('a forgotten password', () => {
  const request = (email: string, at = fixture) => at.mutate('requestPasswordReset', { email });

  it('is asked for in one statement, the same and with the same answer whether there is an account or not', async () => {
    const { statements, stop } = watchStatements();
    const watched = await openUsersFixture();
    try {
      await watched.register('ada');
      const attempt = async (email: string) => {
        statements.length = 0;
        const answer = await request(email, watched);
        return { answer, statements: [...statements] };
      };
      const known = await attempt('ada@example.org');
      expect(known.answer).toEqual({ accepted: true, userErrors: [] });
      expect(known.statements).toHaveLength(1);
      expect(await attempt('nobody@example.org')).toEqual(known);
      await watched.service.runJobs();
      expect(await watched.service.published('PasswordResetRequested')).toHaveLength(1);
    } finally {
      await watched.stop();
      stop();
    }
  });

  it('causes three mails an hour at most, to an account that is there and not blocked', async () => {
    const hope = await fixture.register('hope');
    const iris = await fixture.register('iris');
    const root = await fixture.administrator('root-iris');
    await fixture.mutate('blockUser', { userId: iris.id, reason: 'sells on' }, root.caller);
    for (const email of ['HOPE@example.org', 'iris@example.org', 'nobody@example.org']) {
      for (let times = 0; times < 5; times += 1)
        expect(await request(email)).toMatchObject({ accepted: true });
    }
    await fixture.service.runJobs();
    expect(await publishedOf('PasswordResetRequested')).toEqual([hope.id, hope.id, hope.id]);
    fixture.pass(HOUR);
    await request('hope@example.org');
    await fixture.service.runJobs();
    expect(await publishedOf('PasswordResetRequested')).toHaveLength(4);
    expect(await codes(request('no address'))).toEqual(['INVALID_EMAIL']);
  });

  it('is replaced by the token from the mail, once; all sessions end, and the address is confirmed', async () => {
    const jane = await fixture.register('jane');
    const other = signedIn(await fixture.mutate('login', { login: 'jane', password }));
    const [token, older] = [await resetOf(jane), await resetOf(jane)];
    const answer = await fixture.mutate('resetPassword', { token, newPassword });
    expect(answer).toMatchObject({ user: { id: jane.id, isEmailConfirmed: true }, userErrors: [] });
    for (const { refreshToken } of [jane, other]) {
      expect(await codes(fixture.mutate('refreshSession', { refreshToken }))).toEqual([
        'INVALID_REFRESH_TOKEN',
      ]);
    }
    const [ending] = (await fixture.service.published('SessionsEnded')).slice(-1);
    expect(ending?.data).toMatchObject({ userId: jane.id, reason: 'PASSWORD_CHANGED' });
    for (const used of [token, older]) {
      const again = fixture.mutate('resetPassword', { token: used, newPassword: 'yet another password' });
      expect(await codes(again)).toEqual(['INVALID_TOKEN']);
    }
    expect(await codes(fixture.mutate('login', { login: 'jane', password }))).toEqual(['WRONG_CREDENTIALS']);
    expect(await codes(fixture.mutate('login', { login: 'jane', password: newPassword }))).toEqual([]);
  });

  it('is set by one of many who use the token at the same moment', async () => {
    const kate = await fixture.register('kate');
    const token = await resetOf(kate);
    const passwords = Array.from({ length: 6 }, (_, index) => `password number ${index}`);
    const answers = await Promise.all(
      passwords.map((wanted) => fixture.mutate('resetPassword', { token, newPassword: wanted })),
    );
    const winners = passwords.filter((_, index) => answers[index]?.user);
    expect(winners).toHaveLength(1);
    const [winner] = winners;
    expect(await codes(fixture.mutate('login', { login: 'kate', password: winner }))).toEqual([]);
  });

  it('needs a token that is not older than an hour, and a password that keeps the rules', async () => {
    const lena = await fixture.register('lena');
    const token = await resetOf(lena);
    const reset = (input: object) => codes(fixture.mutate('resetPassword', { token, newPassword, ...input }));
    expect(await reset({ newPassword: 'short' })).toEqual(['INVALID_PASSWORD']);
    expect(await reset({ token: '' })).toEqual(['INVALID_TOKEN']);
    expect(await reset({ token: await confirmationOf(lena) })).toEqual(['INVALID_TOKEN']);
    fixture.pass(HOUR);
    expect(await reset({})).toEqual(['INVALID_TOKEN']);
  });

  it('leaves its token in no fact, and in the database as a hash only', async () => {
    const maud = await fixture.register('maud');
    const token = await resetOf(maud);
    const confirmation = await confirmationOf(maud);
    const facts = JSON.stringify(await fixture.service.published());
    expect(facts).not.toContain(token);
    expect(facts).not.toContain(confirmation);
    const rows = await fixture.service.database.sql<{ hash: Buffer }>('select hash from password_resets');
    for (const { hash } of rows) expect(hash.equals(Buffer.from(token, 'base64url'))).toBe(false);
  });
});

describe('where addresses are to be confirmed', () => {
  const register = (nickname: string, email: string) =>
    strict.mutate('register', { nickname, email, password });
  const login = (name: string) => codes(strict.mutate('login', { login: name, password }));

  it('an address that somebody has is registered like any other, and its owner alone is told', async () => {
    const owner = signedIn(await register('nora', 'nora@example.org'));
    await strict.mutate('confirmEmail', { token: await confirmationOf(owner, strict) });
    const answer = await register('mallory', 'nora@example.org');
    const free = await register('mabel', 'free@example.org');
    const shape = (each: typeof answer) =>
      JSON.stringify(each, (key, value) =>
        ['id', 'nickname', 'email', 'accessToken', 'refreshToken', 'createdAt'].includes(key) ? key : value,
      );
    expect(shape(answer)).toBe(shape(free));
    const mallory = signedIn(answer);
    // The same mail would be written for both; whose address it is shows when it is about to be sent.
    expect(await strict.mailToken(mallory.id, 'EMAIL_CONFIRMATION')).toBeNull();
    expect(await publishedOf('AddressRegisteredAgain', strict)).toEqual([owner.id]);
    // The address stays its owner's: it logs in, and resets the password, for nobody else.
    expect(await login('nora@example.org')).toEqual([]);
    await strict.mutate('requestPasswordReset', { email: 'nora@example.org' });
    await strict.service.runJobs();
    expect(await publishedOf('PasswordResetRequested', strict)).toEqual([owner.id]);
    expect(await strict.mailToken(mallory.id, 'PASSWORD_RESET')).toBeNull();
  });

  it('an address logs in once it is confirmed; until then the nickname does', async () => {
    const olga = signedIn(await register('olga', 'olga@example.org'));
    expect(await login('olga@example.org')).toEqual(['WRONG_CREDENTIALS']);
    expect(await login('olga')).toEqual([]);
    await strict.mutate('confirmEmail', { token: await confirmationOf(olga, strict) });
    expect(await login('olga@example.org')).toEqual([]);
  });

  it('of two who register one address, whoever confirms it has it', async () => {
    const first = signedIn(await register('pia', 'pia@example.org'));
    const second = signedIn(await register('paula', 'pia@example.org'));
    const tokens = [await confirmationOf(first, strict), await confirmationOf(second, strict)];
    const answers = await Promise.all(tokens.map((token) => strict.mutate('confirmEmail', { token })));
    expect(answers.filter(({ user }) => user)).toHaveLength(1);
    expect(answers.flatMap(codesOf)).toEqual(['EMAIL_TAKEN']);
  });

  it('an address that was had without confirming goes to whoever confirms it', async () => {
    const squatter = signedIn(await register('rex', 'rosa@example.org'));
    await strict.service.database.sql('update users set owns_email = true where id = $1', [squatter.id]);
    const rosa = signedIn(await register('rosa', 'rosa@example.org'));
    await strict.mutate('confirmEmail', { token: await confirmationOf(rosa, strict) });
    expect(await strict.mutate('login', { login: 'rosa@example.org', password })).toMatchObject({
      user: { id: rosa.id },
    });
  });

  it('a nickname that somebody has is refused as ever', async () => {
    await register('sara', 'sara@example.org');
    expect(codesOf(await register('Sara', 'free2@example.org'))).toEqual(['NICKNAME_TAKEN']);
  });

  it('addresses of the demo need no confirming, and those of administrators that the server names neither', async () => {
    const answer = await register('demo', 'demo@example.org');
    expect(answer.user).toMatchObject({ isEmailConfirmed: true });
    expect(codesOf(await register('demo2', 'demo@example.org'))).toEqual(['EMAIL_TAKEN']);
    expect(await login('demo@example.org')).toEqual([]);
    const named = await openUsersFixture({
      env: { ADMIN_EMAIL: 'Root@example.org', ADMIN_PASSWORD: password },
    });
    try {
      const { user } = await named.mutate('login', { login: 'root@example.org', password });
      expect(user).toMatchObject({ role: 'ADMIN', isEmailConfirmed: true });
    } finally {
      await named.stop();
    }
  });
});
