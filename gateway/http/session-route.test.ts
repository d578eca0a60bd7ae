import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SessionGateway, sessionPath, startSessionGateway } from '../testing/session-gateway.ts';

const kept = 'Path=/graphql/session; Max-Age=1800; HttpOnly; SameSite=Strict';
const cleared = 'renewal=; Path=/graphql/session; Max-Age=0; HttpOnly; SameSite=Strict';
const open = 'mutation { open(name: "ada") { session { token access until } } }';
const renew = 'mutation ($input: TokenInput!) { renew(input: $input) { session { token } userErrors } }';
const end = 'mutation ($input: EndInput!) { end(input: $input) { done } }';
const empty = { input: { token: '' } };
const withCookie = (value: string, headers = {}) => ({ cookie: `renewal=${value}`, ...headers });

let gateway: SessionGateway;
beforeAll(async () => {
  gateway = await startSessionGateway({ allowedOrigins: ['https://partner.example'] });
});
afterAll(() => gateway.stop());

/** What the subgraph was asked with last. */
const asked = () => Object.values(gateway.subgraph.requests.at(-1)?.variables ?? {});

describe('what renews a session', () => {
  it('goes into a cookie that no script can read, and into no answer', async () => {
    const answer = await gateway.ask(open);
    expect(answer.cookies).toEqual([`renewal=good%20ada%3B%C3%A9; ${kept}`]);
    expect(answer.result.data).toEqual({
      open: { session: { token: '', access: 'access', until: '2027-03-01T19:00:00.000Z' } },
    });
  });

  it.each([
    ['aliases', 'mutation { token: open(name: "ada") { s: session { access: token until: access } } }'],
    [
      'fragments',
      `mutation { ...M } fragment M on Mutation { open(name: "ada") { ... on Opened { session { ...S } } } }
       fragment S on Session { token }`,
    ],
    [
      'one field twice',
      'mutation { open(name: "ada") { session { access } } open(name: "ada") { session { token } } }',
    ],
    [
      'several names',
      'mutation { open(name: "ada") { a: session { b: token c: token } d: session { token } } }',
    ],
    ['conditions', 'mutation { open(name: "ada") { session { token @include(if: true) } } }'],
    [
      'a name of all objects',
      'mutation { __proto__: open(name: "ada") { __proto__: session { __proto__: token } } }',
    ],
  ])('is withheld under %s', async (_what, query) => {
    const answer = await gateway.ask(query);
    expect(answer).toMatchObject({ status: 200, cookies: [expect.stringMatching(/^renewal=good%20ada/)] });
    expect(answer.text).not.toContain('good ada');
  });

  it('is kept until the browser ends where the client does not ask when it ends', async () => {
    const { cookies } = await gateway.ask('mutation { open(name: "x") { session { token } } }');
    expect(cookies).toEqual([expect.not.stringContaining('Max-Age')]);
  });

  it('is for TLS only where the client speaks TLS', async () => {
    const { cookies } = await gateway.ask(open, { headers: { 'x-forwarded-proto': 'https' } });
    expect(cookies).toEqual([`renewal=good%20ada%3B%C3%A9; ${kept}; Secure`]);
  });

  it('is answered at the usual address, where it belongs to programs, and no cookie is read', async () => {
    const opened = await gateway.ask(open, { path: '/graphql' });
    expect(opened.cookies).toEqual([]);
    expect(opened.text).toContain('good ada;é');
    const headers = withCookie('good');
    await gateway.ask(renew, { path: '/graphql', variables: empty, headers });
    expect(asked()).toEqual([{ token: '' }]);
  });
});

describe('the cookie', () => {
  it.each([
    ['in an input', renew, empty],
    [
      'in a field of one',
      'mutation ($t: String!) { renew(input: { token: $t }) { session { token } } }',
      { t: '' },
    ],
    [
      'in a default',
      'mutation ($input: TokenInput! = { token: "" }) { renew(input: $input) { session { token } } }',
      {},
    ],
  ])('renews a session whose token is empty %s', async (_what, query, variables) => {
    const answer = await gateway.ask(query, { variables, headers: withCookie('good%201') });
    expect(answer.cookies).toEqual([expect.stringMatching(/^renewal=good%201%2B; /)]);
    expect(answer.text).not.toContain('good 1');
  });

  it('leaves the rest of an input, and a token that the client has itself', async () => {
    const headers = withCookie('good');
    await gateway.ask(renew, { variables: { input: { token: '', device: 'phone' } }, headers });
    expect(asked()).toEqual([{ token: 'good', device: 'phone' }]);
    await gateway.ask(renew, { variables: { input: { token: 'good own' } }, headers });
    expect(asked()).toEqual([{ token: 'good own' }]);
  });

  it.each([
    ['is none', {}],
    ['comes twice, from whomever', { cookie: 'renewal=good; renewal=good2' }],
    ['has another name', { cookie: 'Renewal=good; xrenewal=good' }],
    ['cannot be decoded', { cookie: 'renewal=%' }],
  ])('is not believed when it %s', async (_what, headers) => {
    const answer = await gateway.ask(renew, { variables: empty, headers });
    expect(asked()).toEqual([{ token: '' }]);
    expect(answer.cookies).toEqual([cleared]);
  });

  it('is cleared when the token is refused, and when the session is ended', async () => {
    const refused = await gateway.ask(renew, { variables: empty, headers: withCookie('old') });
    expect(refused.cookies).toEqual([cleared]);
    expect(refused.result.data).toEqual({ renew: { session: null, userErrors: ['expected a good token'] } });
    const ended = await gateway.ask(end, { variables: { input: {} }, headers: withCookie('good') });
    expect(ended).toMatchObject({ cookies: [cleared], result: { data: { end: { done: true } } } });
    expect(asked()).toEqual([{ token: 'good' }]);
  });

  it.each(['outage', 'half%20an%20outage'])(
    'stays when nobody can say whether the session goes on: %s',
    async (token) => {
      const query = 'mutation ($input: TokenInput!) { renew(input: $input) { session { token access } } }';
      const answer = await gateway.ask(query, { variables: empty, headers: withCookie(token) });
      expect(answer.result.errors).toHaveLength(1);
      expect(answer.cookies).toEqual([]);
    },
  );

  it('is renewed although something beside the session is broken', async () => {
    const query = 'mutation ($input: TokenInput!) { renew(input: $input) { broken session { token } } }';
    const answer = await gateway.ask(query, { variables: empty, headers: withCookie('good') });
    expect(answer.result.errors).toHaveLength(1);
    expect(answer.cookies).toEqual([expect.stringMatching(/^renewal=good%2B; /)]);
  });
});

describe('the address of the session', () => {
  const refusals: readonly [string, string, object?][] = [
    ['a query', '{ me }'],
    ['what is not about a session', 'mutation { other { session { token } } }'],
    ['something else beside it', 'mutation { open(name: "x") { session { token } } other { userErrors } }'],
    [
      'two calls',
      'mutation { a: open(name: "a") { session { token } } b: open(name: "b") { session { token } } }',
    ],
    ['none, by a condition', 'mutation { open(name: "x") @skip(if: true) { session { token } } }'],
    ['a session that could not be renewed', 'mutation { open(name: "x") { session { access } } }'],
    [
      'the same by a condition',
      'mutation { open(name: "x") { session { access token @include(if: false) } } }',
    ],
    ['the same beside a token of another place', 'mutation { open(name: "x") { sister { token } } }'],
    ['an empty token in the document', 'mutation { renew(input: { token: "" }) { session { token } } }'],
    [
      'a variable that says the token elsewhere',
      'mutation ($t: String!) { renew(input: { token: $t }) { session { token } said(back: $t) } }',
      { t: '' },
    ],
    [
      'the same in a fragment',
      `mutation ($t: String!) { renew(input: { token: $t }) { session { token } ...F } }
       fragment F on Opened { said(back: $t) }`,
      { t: '' },
    ],
  ];
  it.each(refusals)('refuses %s, and nothing runs', async (_what, query, variables = {}) => {
    const before = gateway.subgraph.requests.length;
    const answer = await gateway.ask(query, { variables, headers: withCookie('good') });
    expect(answer).toMatchObject({ status: 400, cookies: [] });
    expect(answer.result.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(gateway.subgraph.requests).toHaveLength(before);
  });

  it('refuses a token that is not one as at every address', async () => {
    const answer = await gateway.ask(open, { headers: { authorization: 'Bearer nothing' } });
    expect(answer).toMatchObject({ status: 401, cookies: [] });
  });

  it.each(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'])('is not asked by %s', async (method) => {
    const path = `${sessionPath}?query=${encodeURIComponent('{ me }')}`;
    expect(await gateway.ask('', { path, method })).toMatchObject({ status: 405, allow: 'POST' });
  });

  it.each([
    ['a page elsewhere', { origin: 'https://evil.example' }],
    ['a page that may use the API', { origin: 'https://partner.example' }],
    ['a page of another port', { origin: 'http://tickets.example:81' }],
    ['a page without an origin', { origin: 'null' }],
    ['a page of the same site', { 'sec-fetch-site': 'same-site', origin: 'http://tickets.example' }],
    ['a page without TLS', { origin: 'http://tickets.example', 'x-forwarded-proto': 'https' }],
  ])('refuses %s before it reads anything', async (_what, headers) => {
    const before = gateway.subgraph.requests.length;
    const answer = await gateway.ask(renew, {
      variables: empty,
      headers: withCookie('good', { host: 'tickets.example', ...headers }),
    });
    expect(answer).toMatchObject({ status: 403, cookies: [] });
    expect(answer.result.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(gateway.subgraph.requests).toHaveLength(before);
  });

  it.each([
    ['its own page', { origin: 'http://tickets.example' }],
    ['its own page over TLS', { origin: 'https://tickets.example', 'x-forwarded-proto': 'https' }],
    [
      'its own page by the name of a proxy',
      { origin: 'https://public.example', 'sec-fetch-site': 'same-origin' },
    ],
    ['a program', {}],
  ])('answers %s', async (_what, headers) => {
    expect(await gateway.ask(open, { headers: { host: 'tickets.example', ...headers } })).toMatchObject({
      status: 200,
    });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'takes nothing that a form can send: %s',
    async (type) => {
      const headers = withCookie('good', { 'content-type': type });
      const answer = await gateway.ask(renew, { variables: empty, headers });
      expect(answer).toMatchObject({ status: 415, cookies: [] });
    },
  );

  it('takes no batch', async () => {
    const body = JSON.stringify([{ query: open }]);
    expect(await gateway.ask('', { body })).toMatchObject({ status: 400, cookies: [] });
  });
});
