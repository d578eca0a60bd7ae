import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SharedServer, shareServer } from '../support/shared-server.ts';

const signUp = `mutation ($input: RegisterInput!) { register(input: $input) {
  session { accessToken refreshToken refreshTokenExpiresAt } userErrors { code } } }`;
const signIn = `mutation ($input: LoginInput!) { login(input: $input) {
  session { accessToken refreshToken refreshTokenExpiresAt } userErrors { code } } }`;
const stay = `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) {
  session { accessToken refreshToken refreshTokenExpiresAt } userErrors { code } } }`;
const signOut = 'mutation ($input: LogoutInput!) { logout(input: $input) { signedOut userErrors { code } } }';
const empty = { refreshToken: '' };
const cleared = 'parterre-refresh=; Path=/graphql/session; Max-Age=0; HttpOnly; SameSite=Strict';

/** Of a browser on the page of this server, which the refresh token has never been shown to. */
describe('a session whose refresh token is in a cookie', () => {
  let server: SharedServer;
  let person: { readonly login: string; readonly password: string };
  let first: Answer;
  beforeAll(async () => {
    server = await shareServer();
    const nickname = `cookie-${randomUUID().slice(0, 8)}`;
    person = { login: nickname, password: `correct horse ${nickname}` };
    const input = { nickname, email: `${nickname}@example.org`, password: person.password };
    first = await post(signUp, input);
  }, 120_000);
  afterAll(() => server?.leave());

  it('begins by registering and by logging in, and no answer has the token', async () => {
    for (const opened of [first, await post(signIn, person)]) {
      expect(opened.payload).toMatchObject({ session: { refreshToken: '' }, userErrors: [] });
      expect(opened.setCookie).toMatch(
        /^parterre-refresh=[\w-]{20,}; Path=\/graphql\/session; Max-Age=\d{6,7}; HttpOnly; SameSite=Strict$/,
      );
      expect(opened.text).not.toContain(tokenIn(opened));
    }
  });

  it('goes on by the cookie alone, each time with another one', async () => {
    const opened = await post(signIn, person);
    const renewed = await post(stay, empty, cookieOf(opened));
    expect(renewed.payload).toMatchObject({ session: { refreshToken: '' }, userErrors: [] });
    expect(tokenIn(renewed)).not.toBe(tokenIn(opened));
    expect(await isSignedIn(renewed)).toBe(true);
  });

  it('goes on when two tabs renew it at once: the browser keeps one cookie, whichever came last', async () => {
    const opened = await post(signIn, person);
    const tabs = await Promise.all([
      post(stay, empty, cookieOf(opened)),
      post(stay, empty, cookieOf(opened)),
    ]);
    for (const tab of tabs) expect(await isSignedIn(tab)).toBe(true);
    const [, last] = tabs;
    const renewed = await post(stay, empty, cookieOf(last));
    expect(renewed.payload).toMatchObject({ userErrors: [] });
    expect(await isSignedIn(renewed)).toBe(true);
  });

  it('ends by logging out, and with it its cookie', async () => {
    const opened = await post(signIn, person);
    const ended = await post(signOut, empty, cookieOf(opened));
    expect(ended).toMatchObject({ payload: { signedOut: true, userErrors: [] }, setCookie: cleared });
    const refused = await post(stay, empty, cookieOf(opened));
    expect(refused.payload).toMatchObject({
      session: null,
      userErrors: [{ code: 'INVALID_REFRESH_TOKEN' }],
    });
    expect(refused.setCookie).toBe(cleared);
  });

  it('is not renewed at the usual address, whatever cookie comes', async () => {
    const opened = await post(signIn, person);
    const asked = await post(stay, empty, cookieOf(opened), {}, '/graphql');
    expect(asked.payload).toMatchObject({ session: null });
    expect((await post(stay, empty, cookieOf(opened))).payload).toMatchObject({ userErrors: [] });
  });

  it('is not renewed by a page elsewhere, and goes on', async () => {
    const opened = await post(signIn, person);
    const forged = await post(stay, empty, cookieOf(opened), { origin: 'https://evil.example' });
    expect(forged).toMatchObject({ status: 403, setCookie: undefined });
    const site = { 'sec-fetch-site': 'cross-site' };
    expect(await post(stay, empty, cookieOf(opened), site)).toMatchObject({ status: 403 });
    expect((await post(stay, empty, cookieOf(opened))).payload).toMatchObject({ userErrors: [] });
  });

  it('does not have its token told by an error that repeats a value', async () => {
    const opened = await post(signIn, person);
    const query = `mutation ($t: String!) { refreshSession(input: { refreshToken: $t }) {
      user { bookings(after: $t) { nodes { id } } } session { refreshToken } } }`;
    const asked = await send('/graphql/session', { query, variables: { t: '' } }, cookieOf(opened), {});
    expect(asked.status).toBe(400);
    expect(asked.text).not.toContain(tokenIn(opened));
    expect((await post(stay, empty, cookieOf(opened))).payload).toMatchObject({ userErrors: [] });
  });

  async function isSignedIn({ payload }: Answer): Promise<boolean> {
    const { accessToken } = (payload as { session: { accessToken: string } }).session;
    const { data } = await server.client.as(accessToken).send<{ me: object | null }>('{ me { id } }');
    return data?.me !== null && data?.me !== undefined;
  }

  function post(
    query: string,
    input: object,
    cookie?: string,
    headers: Record<string, string> = {},
    path = '/graphql/session',
  ): Promise<Answer> {
    return send(path, { query, variables: { input } }, cookie, headers);
  }

  function send(
    path: string,
    body: object,
    cookie: string | undefined,
    more: Record<string, string>,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', ...(cookie ? { cookie } : {}), ...more };
      const sent = request(`${server.client.url}${path}`, { method: 'POST', headers });
      sent.once('error', reject).once('response', (response) => {
        text(response).then((answered) => {
          const { data } = JSON.parse(answered) as { readonly data?: Record<string, object> };
          resolve({
            status: response.statusCode,
            text: answered,
            payload: Object.values(data ?? {})[0],
            setCookie: response.headers['set-cookie']?.[0],
          });
        }, reject);
      });
      sent.end(JSON.stringify(body));
    });
  }
});

interface Answer {
  readonly status: number | undefined;
  readonly text: string;
  readonly payload: object | undefined;
  readonly setCookie: string | undefined;
}

/** As a browser sends it back. */
function cookieOf({ setCookie }: Answer): string {
  const [pair = ''] = (setCookie ?? '').split(';');
  if (pair.endsWith('=') || pair === '') throw new Error(`expected a cookie with a value, got ${setCookie}`);
  return pair;
}

function tokenIn(answer: Answer): string {
  return cookieOf(answer).slice('parterre-refresh='.length);
}
