import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync, deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPerson, startTestGateway, type TestGateway, tokenOf } from '../testing/test-gateway.ts';

const query = '{ event(id: "1") { title } }';
const data = { event: { title: 'title of 1' } };
const byGet = `/graphql?query=${encodeURIComponent(query)}`;
const json = { 'content-type': 'application/json' };
const MB = 1024 * 1024;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ allowedOrigins: ['https://tickets.example'] });
});
afterAll(() => gateway.stop());

describe('/graphql', () => {
  it.each(['PUT', 'PATCH', 'DELETE', 'PROPFIND'])(
    'answers %s with the methods that it allows',
    async (method) => {
      const response = await ask('/graphql', { method, headers: { 'content-type': 'application/xml' } });
      expect([response.statusCode, response.headers.allow]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
      expect(JSON.parse(await text(response))).toMatchObject({
        errors: [{ extensions: { code: 'BAD_REQUEST' } }],
      });
    },
  );

  it('tells its methods to whoever asks for them', async () => {
    const response = await ask('/graphql', { method: 'OPTIONS' });
    expect([response.statusCode, response.headers.allow]).toEqual([204, 'GET, HEAD, POST, OPTIONS']);
  });

  it('is the same with a slash at the end', async () => {
    const response = await post('/graphql/', JSON.stringify({ query }), json);
    expect(JSON.parse(await text(response))).toEqual({ data });
  });

  it('answers an address that names the server as well', async () => {
    const response = await ask(`http://${new URL(gateway.url).host}${byGet}`);
    expect(JSON.parse(await text(response))).toEqual({ data });
  });

  it('answers HEAD as GET, without the body', async () => {
    const [head, got] = [await ask(byGet, { method: 'HEAD' }), await ask(byGet)];
    expect(await text(head)).toBe('');
    expect(await text(got)).not.toBe('');
    for (const name of ['content-type', 'content-length', 'etag'])
      expect(head.headers[name]).toBe(got.headers[name]);
    expect(head.statusCode).toBe(200);
  });

  it('passes over the offer of another protocol', async () => {
    const headers = {
      ...json,
      connection: 'Upgrade, HTTP2-Settings',
      upgrade: 'h2c',
      'http2-settings': 'AAMAAABk',
    };
    const response = await post('/graphql', JSON.stringify({ query }), headers);
    expect(JSON.parse(await text(response))).toEqual({ data });
  });

  it.each([
    ['a host that is none', 'GET /graphql HTTP/1.1\r\nHost: [\r\n\r\n', 400],
    ['no host', 'GET /graphql HTTP/1.1\r\n\r\n', 400],
    [
      'two lengths',
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
    ],
    ['headers beyond measure', `GET / HTTP/1.1\r\nHost: x\r\nlong: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['another protocol', 'SSH-2.0-OpenSSH_9.6\r\n', 400],
  ])('refuses %s', async (_what, bytes, status) => {
    const socket = connect(gateway.port, '127.0.0.1');
    socket.write(bytes);
    const answer = await text(socket);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).not.toMatch(/fastify|FST_|node|apollo/i);
  });
});

describe('a request that takes too long to arrive', () => {
  it.each([
    ['its headers', 'POST /graphql HTTP/1.1\r\nHost: x\r\n'],
    [
      'its body',
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    ],
  ])('is refused: %s', async (_what, bytes) => {
    const impatient = await startTestGateway({ http: { headersMs: 50, requestMs: 100 } });
    try {
      const socket = connect(impatient.port, '127.0.0.1');
      socket.write(bytes);
      expect(await text(socket)).toMatch(/^HTTP\/1.1 408 .*"expected the whole request sooner"/s);
    } finally {
      await impatient.stop();
    }
  });
});

describe('a token that is refused', () => {
  it('is answered with how to sign in', async () => {
    const response = await post('/graphql', JSON.stringify({ query }), {
      ...json,
      authorization: 'Bearer x.y.z',
    });
    expect(response.statusCode).toBe(401);
    expect(response.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
    expect(JSON.parse(await text(response)).errors[0].extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('a compressed request', () => {
  const body = Buffer.from(JSON.stringify({ query }));
  it.each([
    ['gzip', gzipSync(body)],
    ['deflate', deflateSync(body)],
    ['br', brotliCompressSync(body)],
  ])('in %s is read', async (encoding, bytes) => {
    const response = await post('/graphql', bytes, { ...json, 'content-encoding': encoding });
    expect(JSON.parse(await text(response))).toEqual({ data });
  });

  it('is measured by what it becomes', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * MB), { level: 9 });
    expect(bomb.length).toBeLessThan(MB);
    const response = await post('/graphql', bomb, { ...json, 'content-encoding': 'gzip' });
    expect(response.statusCode).toBe(413);
    expect(await text(response)).toContain('measured decompressed');
  });

  it.each([
    ['is nonsense', Buffer.from('no gzip at all'), 'gzip', 400],
    ['is cut short', gzipSync(body).subarray(0, 20), 'gzip', 400],
    ['is in an encoding that nobody knows', body, 'lzma', 415],
  ])('that %s is refused', async (_what, bytes, encoding, status) => {
    const response = await post('/graphql', bytes, { ...json, 'content-encoding': encoding });
    expect(response.statusCode).toBe(status);
    expect(JSON.parse(await text(response))).toMatchObject({
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
  });
});

describe('a body beyond what everybody may send', () => {
  const head = (header: string) =>
    `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${header}\r\n\r\n`;
  const refused = /^HTTP\/1.1 413 .*"expected a body of at most 262144 bytes.*"PAYLOAD_TOO_LARGE"/s;

  /** What has come over this connection when it matches. */
  async function answered(socket: Socket, expected: RegExp): Promise<string> {
    let all = '';
    for await (const chunk of socket) {
      all += chunk;
      if (expected.test(all)) return all;
    }
    return all;
  }

  it('is refused by its length, before it is sent', async () => {
    const socket = connect(gateway.port, '127.0.0.1');
    socket.write(head(`Content-Length: ${4 * MB}`));
    expect(await answered(socket, refused)).toMatch(refused);
  });

  it('whose length nobody knows is refused where it passes the bound', async () => {
    const socket = connect(gateway.port, '127.0.0.1');
    socket.write(`${head('Transfer-Encoding: chunked')}40001\r\n${' '.repeat(0x40001)}\r\n`);
    expect(await answered(socket, refused)).toMatch(refused);
  });

  it('is refused in words, not by a reset, however much is sent', async () => {
    const response = await post('/graphql', Buffer.alloc(10 * MB, 32), json);
    expect(response.statusCode).toBe(413);
    expect(await text(response)).toContain('expected a body of at most 262144 bytes');
  });

  it('is passed over, and the connection serves what comes after it', async () => {
    const socket = connect(gateway.port, '127.0.0.1');
    socket.write(head(`Content-Length: ${4 * MB}`));
    socket.write(Buffer.alloc(4 * MB, 32));
    socket.write(`GET ${byGet} HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\n\r\n`);
    expect(await answered(socket, /title of 1/)).toMatch(/^HTTP\/1.1 413 .*HTTP\/1.1 200 .*title of 1/s);
  });
});

describe('large bodies', () => {
  let door: TestGateway;
  let organizer: Record<string, string>;
  beforeAll(async () => {
    door = await startTestGateway({
      largeBodies: {
        bytes: MB,
        isFor: ({ identity }) => (identity as { role?: string }).role === 'ORGANIZER',
      },
    });
    organizer = { ...json, authorization: `Bearer ${await tokenOf(aPerson('ORGANIZER'))}` };
  });
  afterAll(() => door.stop());

  const withFile = (bytes: number) => JSON.stringify({ query, extensions: { file: '"'.repeat(bytes / 2) } });
  const send = async (body: string | Buffer, headers: Record<string, string>) => {
    const response = await post('/graphql', body, headers, door);
    return { status: response.statusCode, body: JSON.parse(await text(response)) };
  };
  const refusal = (code: string, message: RegExp) => ({
    errors: [{ message: expect.stringMatching(message), extensions: { code } }],
  });

  it('are read of those who may send them, announced, in chunks and compressed', async () => {
    const body = withFile(900_000);
    const inChunks = { ...organizer, 'transfer-encoding': 'chunked' };
    for (const [bytes, headers] of [
      [body, organizer],
      [body, inChunks],
      [gzipSync(body), { ...organizer, 'content-encoding': 'gzip' }],
    ] as const) {
      expect(await send(bytes, headers)).toEqual({ status: 200, body: { data } });
    }
  });

  it('are refused beyond their own bound, with its number', async () => {
    const told = { status: 413, body: refusal('PAYLOAD_TOO_LARGE', /at most 1048576 bytes/) };
    expect(await send(withFile(MB), organizer)).toMatchObject(told);
    const compressed = { ...organizer, 'content-encoding': 'gzip' };
    expect(await send(gzipSync(withFile(MB)), compressed)).toMatchObject(told);
  });

  it('are refused of everybody else', async () => {
    const told = { status: 413, body: refusal('PAYLOAD_TOO_LARGE', /at most 262144 bytes/) };
    const buyer = { ...json, authorization: `Bearer ${await tokenOf(aPerson())}` };
    expect(await send(withFile(300_000), buyer)).toMatchObject(told);
    expect(await send(withFile(300_000), json)).toMatchObject(told);
  });

  it('are refused with a token that is no longer good: there is something to refresh', async () => {
    const late = tokenOf(aPerson('ORGANIZER'), new Date(Date.now() - 3_600_000));
    const headers = { ...json, authorization: `Bearer ${await late}` };
    expect(await send(withFile(300_000), headers)).toMatchObject({
      status: 401,
      body: refusal('UNAUTHENTICATED', /expired/),
    });
  });

  it('hold a bounded number of values, texts aside that look like many', async () => {
    const keys = Object.fromEntries(Array.from({ length: 60_000 }, (_, key) => [`k${key}`, 1]));
    const told = refusal('BAD_USER_INPUT', /at most 11000 values/);
    const body = JSON.stringify({ query, variables: { keys } });
    expect(await send(body, organizer)).toMatchObject({ status: 400, body: told });
    const nested = `{"query":"{ a }","variables":{"deep":${'['.repeat(150_000)}${']'.repeat(150_000)}}}`;
    expect(await send(nested, organizer)).toMatchObject({ status: 400, body: told });
    const file = JSON.stringify({ query, extensions: { file: JSON.stringify(keys) } });
    expect(await send(file, organizer)).toEqual({ status: 200, body: { data } });
  });
});

describe('an answer', () => {
  const large = `{ ${Array.from({ length: 45 }, (_, i) => `a${i}: event(id: "${'x'.repeat(60)}") { title }`).join(' ')} }`;

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('is compressed in %s for whoever accepts that', async (encoding, decompress) => {
    const response = await post('/graphql', JSON.stringify({ query: large }), {
      ...json,
      'accept-encoding': encoding,
    });
    expect(response.headers['content-encoding']).toBe(encoding);
    expect(response.headers.vary?.toLowerCase()).toContain('accept-encoding');
    const bytes = Buffer.concat(await response.toArray());
    const whole = decompress(bytes);
    expect(JSON.parse(whole.toString()).data.a0).toEqual({ title: expect.stringContaining('x') });
    expect(bytes.length).toBeLessThan(whole.length / 3);
  });

  it.each([
    ['nobody accepts it', large, {}],
    ['it is short', query, { 'accept-encoding': 'gzip, br' }],
  ])('is not compressed where %s', async (_what, asked, headers) => {
    const response = await post('/graphql', JSON.stringify({ query: asked }), { ...json, ...headers });
    expect(response.headers['content-encoding']).toBeUndefined();
    expect(JSON.parse(await text(response)).data).toBeDefined();
  });

  it('that is too large is refused', async () => {
    const small = await startTestGateway({ http: { answerBytes: 1_000 } });
    try {
      const { status, codes, text: said } = await small.post(large);
      expect([status, codes]).toEqual([400, ['BAD_USER_INPUT']]);
      expect(said).toContain('expected an answer of at most 1000 bytes');
    } finally {
      await small.stop();
    }
  });
});

describe('an answer to a GET', () => {
  it('is not sent again to whoever has it', async () => {
    const first = await ask(byGet);
    const { etag } = first.headers;
    expect(first.headers['cache-control']).toBe('no-cache');
    expect(first.headers.vary).toMatch(/Accept.*Authorization/);
    await text(first);
    const again = await ask(byGet, { headers: { 'if-none-match': String(etag) } });
    expect([again.statusCode, await text(again), again.headers.etag]).toEqual([304, '', etag]);
    const other = await ask(byGet, { headers: { 'if-none-match': '"other"' } });
    expect([other.statusCode, JSON.parse(await text(other))]).toEqual([200, { data }]);
  });

  it('is kept nowhere when it is for somebody who signed in', async () => {
    const authorization = `Bearer ${await tokenOf(aPerson())}`;
    const response = await ask(byGet, { headers: { authorization, 'if-none-match': '*' } });
    expect([response.statusCode, response.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(response.headers.etag).toBeUndefined();
    response.resume();
  });

  it('has no name when it is a refusal', async () => {
    const response = await ask('/graphql?query=nonsense', { headers: { 'if-none-match': '*' } });
    expect([response.statusCode, response.headers.etag]).toEqual([400, undefined]);
    response.resume();
  });
});

describe('a page of another origin', () => {
  const preflight = {
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization',
  };

  it('may use the API when its origin is allowed', async () => {
    const asked = await ask('/graphql', {
      method: 'OPTIONS',
      headers: { origin: 'https://tickets.example', ...preflight },
    });
    expect(asked.statusCode).toBe(204);
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': 'https://tickets.example',
      'access-control-allow-methods': 'GET, HEAD, POST',
      'access-control-allow-headers': 'authorization',
    });
    expect(asked.headers['access-control-allow-credentials']).toBeUndefined();
    const response = await post('/graphql', JSON.stringify({ query }), {
      ...json,
      origin: 'https://tickets.example',
    });
    expect(JSON.parse(await text(response))).toEqual({ data });
    expect(response.headers['access-control-allow-origin']).toBe('https://tickets.example');
    expect(response.headers['access-control-expose-headers']).toMatch(/Retry-After.*RateLimit/);
    expect(response.headers.vary).toContain('Origin');
  });

  it.each(['https://evil.example', 'null', 'http://['])('gets no leave when it is %s', async (origin) => {
    for (const method of ['OPTIONS', 'POST']) {
      const headers = { ...json, ...preflight, origin };
      const response = await ask(
        '/graphql',
        { method, headers },
        method === 'POST' ? JSON.stringify({ query }) : '',
      );
      expect(response.headers['access-control-allow-origin']).toBeUndefined();
      expect(response.headers.vary).toContain('Origin');
      response.resume();
    }
  });

  it('reads a refusal as well when its origin is allowed', async () => {
    const response = await post('/graphql', '{', { ...json, origin: 'https://tickets.example' });
    expect([response.statusCode, response.headers['access-control-allow-origin']]).toEqual([
      400,
      'https://tickets.example',
    ]);
    response.resume();
  });
});

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly port?: number;
}

/** Sends a request as it is: fetch would add headers, unpack answers, and refuse some methods. */
async function ask(target: string, asked: Asked = {}, body: string | Buffer = ''): Promise<IncomingMessage> {
  const { method = 'GET', headers = {}, port = gateway.port } = asked;
  const request = httpRequest({
    port,
    host: '127.0.0.1',
    path: target,
    method,
    headers,
    agent: false,
  });
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response;
}

function post(
  target: string,
  body: string | Buffer,
  headers: Record<string, string>,
  { port } = gateway,
): Promise<IncomingMessage> {
  const length: Record<string, string> = headers['transfer-encoding']
    ? {}
    : { 'content-length': String(Buffer.byteLength(body)) };
  return ask(target, { method: 'POST', headers: { ...length, ...headers }, port }, body);
}
