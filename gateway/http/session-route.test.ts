import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMemoryRateStore } from '../rates/rate-store.ts';
import { createRates } from '../rates/rates.ts';
import { type SessionGateway, sessionPath, startSessionGateway } from '../testing/session-gateway.ts';

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

  it('reads bodies no larger than others may send', async () => {
    const body = JSON.stringify({ query: open, variables: { filler: 'x'.repeat(300 * 1024) } });
    expect(await gateway.ask('', { body })).toMatchObject({ status: 413, cookies: [] });
  });

  it.each([
    ['as they were announced', 'x'.repeat(10 * 1024 * 1024), {}],
    ['as they come out of a compressed body', 'x'.repeat(10 * 1024 * 1024), { 'content-encoding': 'gzip' }],
  ])('reads no ten megabytes, %s', async (_what, filler, headers) => {
    const text = JSON.stringify({ query: end, variables: { input: { token: filler } } });
    const before = gateway.subgraph.requests.length;
    const body = 'content-encoding' in headers ? gzipSync(text) : text;
    const answer = await gateway.ask('', { body, headers: { ...headers } });
    expect(answer).toMatchObject({ status: 413, cookies: [] });
    expect(answer.result.errors).toMatchObject([{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }]);
    expect(gateway.subgraph.requests).toHaveLength(before);
  });

  it('counts calls and bytes with those of the usual address', async () => {
    const MINUTE_MS = 60_000;
    const limited = await startSessionGateway({
      rates: createRates({
        rules: [
          { name: 'opened', by: 'address', fields: ['Mutation.open'], points: 2, durationMs: MINUTE_MS },
        ],
        store: createMemoryRateStore(),
        refusedCost: 1,
        bytes: { points: 1_000, durationMs: MINUTE_MS },
      }),
    });
    try {
      expect(await limited.ask(open, { path: '/graphql' })).toMatchObject({ status: 200 });
      expect(await limited.ask(open)).toMatchObject({ status: 200 });
      const refused = await limited.ask(open);
      expect(refused).toMatchObject({ status: 429, cookies: [] });
      expect(refused.result.errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
      const body = JSON.stringify({ query: end, variables: { input: { token: 'x'.repeat(800) } } });
      expect(await limited.ask('', { body })).toMatchObject({ status: 429 });
      expect(await limited.ask(end, { variables: { input: {} } })).toMatchObject({ status: 200 });
    } finally {
      await limited.stop();
    }
  });

  it('takes no batch', async () => {
    const body = JSON.stringify([{ query: open }]);
    expect(await gateway.ask('', { body })).toMatchObject({ status: 400, cookies: [] });
  });
});
