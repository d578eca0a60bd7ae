import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SessionGateway, startSessionGateway } from '../testing/session-gateway.ts';

const kept = 'Path=/graphql/session; Max-Age=1800; HttpOnly; SameSite=Strict';
const cleared = 'renewal=; Path=/graphql/session; Max-Age=0; HttpOnly; SameSite=Strict';
const open = 'mutation { open(name: "ada") { session { token access until } } }';
const renew = 'mutation ($input: TokenInput!) { renew(input: $input) { session { token } userErrors } }';
const end = 'mutation ($input: EndInput!) { end(input: $input) { done } }';
const empty = { input: { token: '' } };
const withCookie = (value: string, headers = {}) => ({ cookie: `renewal=${value}`, ...headers });

let gateway: SessionGateway;
beforeAll(async () => {
  gateway = await startSessionGateway();
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
