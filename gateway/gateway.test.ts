import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPerson, startTestGateway, type TestGateway, tokenOf } from './testing/test-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

const inside = /call stack|tickets"|\/srv|10\.0\.0\.7|TypeError|stack|node_modules|\.ts\b/;

describe('the gateway', () => {
  it('puts an answer together from several subgraphs', async () => {
    const { status, result } = await gateway.post('{ event(id: "1") { title sold organizer { nickname } } }');
    expect(status).toBe(200);
    expect(result).toEqual({
      data: { event: { title: 'title of 1', sold: 6, organizer: { nickname: 'nick of ada' } } },
    });
  });

  it('answers a query by GET as well as by POST', async () => {
    const url = `${gateway.url}/graphql?query=${encodeURIComponent('{ event(id: "1") { sold } }')}`;
    const asked = await fetch(url);
    expect(await asked.json()).toEqual({ data: { event: { sold: 6 } } });
  });

  it('changes nothing by GET', async () => {
    const mutation = encodeURIComponent('mutation { rename(id: "1", title: "by a link") { id } }');
    const response = await fetch(`${gateway.url}/graphql?query=${mutation}`);
    expect(response.status).toBe(405);
  });

  it('refuses a POST that a form of another site could send', async () => {
    const forged = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ query: '{ event(id: "1") { sold } }' }),
    });
    expect(forged.status).toBeGreaterThanOrEqual(400);
    expect(await forged.text()).not.toContain('sold":');
  });

  it('passes on who asks', async () => {
    const ada = aPerson();
    const { result } = await gateway.post('{ viewer { id } }', { token: await tokenOf(ada) });
    expect(result).toEqual({ data: { viewer: { id: ada.userId } } });
    expect((await gateway.post('{ viewer { id } }')).codes).toEqual(['UNAUTHENTICATED']);
  });

  it('passes on where the caller is', async () => {
    const { result } = await gateway.post('{ addressOfCaller }');
    expect(result).toEqual({ data: { addressOfCaller: '127.0.0.1' } });
  });

  it('lets a subgraph refuse a part, and answers the rest', async () => {
    const query = '{ event(id: "1") { title revenue } }';
    const { status, result, codes } = await gateway.post(query, { token: await tokenOf(aPerson()) });
    expect(status).toBe(200);
    expect(result.data).toEqual({ event: { title: 'title of 1', revenue: null } });
    expect(codes).toEqual(['FORBIDDEN']);
    expect(result.errors?.[0]?.path).toEqual(['event', 'revenue']);
    const answer = await gateway.post(query, { token: await tokenOf(aPerson('ADMIN')) });
    expect(answer.result).toEqual({ data: { event: { title: 'title of 1', revenue: '60.00' } } });
  });

  it('knows nothing of what only subgraphs may ask', async () => {
    expect((await gateway.post('{ roomsOnly }')).codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it('answers what does not exist with null and no word about why', async () => {
    const { text } = await gateway.post('{ event(id: "none") { title sold } }');
    expect(text.trim()).toBe('{"data":{"event":null}}');
  });

  it('tells a subscription over HTTP to use a WebSocket', async () => {
    const { status, result, codes } = await gateway.post('subscription { eventChanged(id: "1") { id } }');
    expect(status).toBe(400);
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(result.errors?.[0]?.message).toMatch(/WebSocket .* graphql-transport-ws/);
  });
});

describe('errors at the gateway', () => {
  it('say that a subgraph failed, and where to look, but nothing of its inside', async () => {
    const { status, result, text, codes } = await gateway.post('{ event(id: "1") { title broken } }');
    expect(status).toBe(200);
    expect(result.data).toEqual({ event: { title: 'title of 1', broken: null } });
    expect(codes).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(text).not.toMatch(inside);
    const [, reference] = /something went wrong, quote ([\w-]+)/.exec(text) ?? [];
    expect(gateway.logged()).toContain(reference);
    expect(gateway.logged()).toContain('duplicate key in');
  });

  it('say that a subgraph is out of order', async () => {
    const { result, text, codes } = await gateway.post('{ event(id: "1") { title unavailable } }');
    expect(result.data).toEqual({ event: { title: 'title of 1', unavailable: null } });
    expect(codes).toEqual(['SERVICE_UNAVAILABLE']);
    expect(text).toContain('the tickets subgraph cannot reach what it needs');
    expect(text).not.toMatch(inside);
  });

  it.each([
    ['of a variable of the wrong type', 'query ($n: Int!) { count(first: $n) }', { n: 'x' }],
    ['of a variable that is missing', 'query ($n: Int!) { count(first: $n) }', {}],
    [
      'of a scalar that only the subgraph understands',
      'query ($at: DateTime!) { onDay(at: $at) }',
      { at: 'noon' },
    ],
    ['of such a scalar written into the document', '{ onDay(at: "noon") }', {}],
    ['of a variable with a NUL', 'query ($id: ID!) { event(id: $id) { title } }', { id: 'a\0b' }],
    [
      'of a variable with half a surrogate pair',
      'query ($id: ID!) { event(id: $id) { title } }',
      { id: '\ud800' },
    ],
  ])('tell bad input: %s', async (_what, query, variables) => {
    const { codes, text } = await gateway.post(query, { variables });
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(text).not.toMatch(inside);
  });

  it.each([
    ['{ event(id: "1") ', 400, 'GRAPHQL_PARSE_FAILED'],
    [`{ event(id: ${'['.repeat(1_900)}${']'.repeat(1_900)}) { id } }`, 400, 'GRAPHQL_PARSE_FAILED'],
    ['{ nonsense }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['{ event(id: "\\u0000") { title } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['query A { slow } query B { slow }', 400, 'OPERATION_RESOLUTION_FAILURE'],
  ])('tell what is wrong with the document %s', async (query, status, code) => {
    const answer = await gateway.post(query);
    expect([answer.status, answer.codes]).toEqual([status, [code]]);
    expect(answer.text).not.toMatch(inside);
  });

  it('tell that the hash of a persisted query is wrong', async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ slow }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"wrong"}}}',
    });
    expect([response.status, await response.json()]).toEqual([
      400,
      { errors: [{ message: 'provided sha does not match query', extensions: { code: 'BAD_REQUEST' } }] },
    ]);
  });

  it.each([
    ['an object that is no text', '{ "toString": 1 }'],
    ['lists without end', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['nothing', 'null'],
  ])('tell that the hash of a persisted query is %s, and the log has no word of it', async (_what, hash) => {
    const before = gateway.logged().length;
    const extensions = `{"persistedQuery":{"version":1,"sha256Hash":${hash}}}`;
    const asked = [
      fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: `{"extensions":${extensions}}`,
      }),
      // The longest does not fit into an address.
      ...(hash.length < 1_000
        ? [fetch(`${gateway.url}/graphql?extensions=${encodeURIComponent(extensions)}`)]
        : []),
    ];
    for (const response of await Promise.all(asked)) {
      expect([response.status, await response.json()]).toEqual([
        400,
        { errors: [{ message: expect.stringContaining('sha256Hash'), extensions: { code: 'BAD_REQUEST' } }] },
      ]);
    }
    expect(gateway.logged().slice(before)).not.toContain('"level":"error"');
  });

  it('are found for a persisted query by its hash alone, and by nothing else that looks like one', async () => {
    const query = '{ __typename }';
    const ask = async (body: object): Promise<unknown> => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return response.json();
    };
    const named = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
    const hash = createHash('sha256').update(query).digest('hex');
    const notFound = { errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] };
    const found = { data: { __typename: 'Query' } };
    expect(await ask({ query, extensions: { clientLibrary: { name: 'a client' } } })).toEqual(found);
    expect(await ask(named(hash))).toMatchObject(notFound);
    expect(await ask(named(query))).toMatchObject(notFound);
    expect(await ask({ query, ...named(hash) })).toEqual(found);
    expect(await ask(named(hash))).toEqual(found);
  });

  it('do not name what the gateway is made of when an address makes no sense', async () => {
    const response = await fetch(`${gateway.url}/%zz`);
    expect(response.status).toBe(400);
    expect(await response.text()).not.toMatch(/FST|fastify/i);
  });

  it.each([
    ['no JSON', { 'content-type': 'application/json' }, '{"query":', 400],
    ['another content type', { 'content-type': 'application/xml' }, '<query/>', 415],
    ['a form, which any page may send', { 'content-type': 'text/plain' }, '{"query":"{ slow }"}', 400],
    ['more than a request may hold', { 'content-type': 'application/json' }, ' '.repeat(5_000_000), 413],
  ])('refuse a body that is %s', async (_what, headers, body, status) => {
    const code = status === 413 ? 'PAYLOAD_TOO_LARGE' : 'BAD_REQUEST';
    const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body });
    expect(response.status).toBe(status);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(text).not.toMatch(inside);
  });
});

describe('limits at the gateway', () => {
  it.each([
    [
      'an alias that shadows the key of an entity',
      '{ event(id: "1") { id: title sold } }',
      'choose another alias',
    ],
    [
      'an alias that shadows the type name',
      '{ event(id: "1") { __typename: title } }',
      'choose another alias',
    ],
    [
      'fields too deep',
      `{ event(id: "1") ${'{ self '.repeat(20)}{ id }${'}'.repeat(20)} }`,
      'at most 15 deep',
    ],
    ['too many aliases', `{ ${aliases(51)} }`, 'expected at most 50 aliases, got 51'],
    [
      'aliases that multiply by fragments',
      `{ ...B ...B2 } fragment B on Query { ...A } fragment B2 on Query { ...A } fragment A on Query { ${aliases(26)} }`,
      'expected at most 50 aliases, got 52',
    ],
    [
      'a document of more than 64 KB',
      `{ event(id: "${'A'.repeat(70_000)}") { id } }`,
      'at most 65536 characters',
    ],
    ['too many words', `{ ${'slow '.repeat(5_000)} }`, 'more that 4000 tokens'],
  ])('refuse %s', async (_what, query, words) => {
    const { status, text } = await gateway.post(query);
    expect(status).toBe(400);
    expect(text).toContain(words);
  });

  it('refuse an operation of more requests to subgraphs than a plan may make', async () => {
    const small = await startTestGateway({ limits: { fetches: 1 } });
    try {
      const { status, result, codes } = await small.post('{ event(id: "1") { title sold } }');
      expect([status, codes]).toEqual([400, ['BAD_USER_INPUT']]);
      expect(result.errors?.[0]?.message).toMatch(
        /at most 1 requests to the subgraphs, got one that takes 2/,
      );
      expect((await small.post('{ event(id: "1") { title } }')).status).toBe(200);
    } finally {
      await small.stop();
    }
  });

  it('leave room for what applications ask', async () => {
    const { codes } = await gateway.post(`{ event(id: "1") { key: id id __typename } ${aliases(49)} }`);
    expect(codes).toEqual([]);
  });
});

function aliases(count: number): string {
  return Array.from({ length: count }, (_, index) => `a${index}: count(first: ${index})`).join(' ');
}
