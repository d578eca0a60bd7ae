import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createLogger, silentLogger } from '@parterre/platform/telemetry/logger.ts';
import type { FastifyInstance } from 'fastify';
import { createMemoryRateStore } from '../rates/rate-store.ts';
import { createRates, noRates, type Rates } from '../rates/rates.ts';
import { createClientAddresses } from './client-address.ts';
import { createHttpServer } from './http-server.ts';
import { addWebhooks, type WebhookMessage, type WebhookRoute, type WebhooksOptions } from './webhooks.ts';

type Receive = WebhookRoute['receive'];

async function openServer(
  receive: Receive,
  { rates = noRates, logger = silentLogger }: Partial<Pick<WebhooksOptions, 'rates' | 'logger'>> = {},
) {
  const app = await createHttpServer({ logger });
  const routes = [{ path: '/webhooks/bank', bytes: 1_000, signedBy: 'bank-signature', receive }];
  addWebhooks(app, { routes, clients: createClientAddresses(), rates, logger });
  app.post('/json', async ({ body }) => body);
  return app;
}

async function serve(receive: Receive, options: Partial<Pick<WebhooksOptions, 'rates' | 'logger'>> = {}) {
  const app = await openServer(receive, options);
  return (payload: string, headers: Record<string, string> = {}, url = '/webhooks/bank') =>
    app.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json', ...headers } });
}

describe('a message of another server', () => {
  it('is handed on as it came, byte for byte, with its signature', async () => {
    const got: WebhookMessage[] = [];
    const post = await serve(async (message) => {
      got.push(message);
      return 'taken';
    });
    const text = '{ "a" :1,\n "é": "\\u00e9" , "a": 2 }';
    expect(await post(text, { 'bank-signature': 't=1,v1=ab' })).toMatchObject({ statusCode: 204, body: '' });
    await post('no json at all', { 'content-type': 'text/plain' });
    expect(got).toEqual([
      { text, signature: 't=1,v1=ab' },
      { text: 'no json at all', signature: '' },
    ]);
  });

  it.each<[string, Receive, number]>([
    ['that is forged', async () => 'forged', 400],
    ['that nobody knows anything about', async () => 'unknown', 404],
    ['that cannot be handed on now', () => Promise.reject(new Error('secret of the inside')), 503],
  ])('%s is answered so, and no more is said', async (_what, receive, status) => {
    expect(await (await serve(receive))('{}')).toMatchObject({ statusCode: status, body: '' });
  });

  it('that cannot be handed on is logged with its cause, and not as an error', async () => {
    const lines: string[] = [];
    const logger = createLogger({ destination: { write: (line) => lines.push(line) } });
    const post = await serve(() => Promise.reject(new Error('the bank is closed')), { logger });
    expect((await post('{"card":"4711"}')).statusCode).toBe(503);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ level: 'warn', route: '/webhooks/bank' }),
    ]);
    expect(lines.join()).toContain('the bank is closed');
    expect(lines.join()).not.toContain('4711');
  });

  it('changes nothing for other routes, whose bodies are JSON', async () => {
    const post = await serve(async () => 'taken');
    expect((await post('{"a":1}', {}, '/json')).json()).toEqual({ a: 1 });
    expect((await post('a', { 'content-type': 'text/xml' }, '/json')).statusCode).toBe(415);
  });
});

const never: Receive = () => Promise.reject(new Error('expected not to be asked'));

/** Where an address has 1,000 points of cost and may send 2,000 bytes, and a refused operation costs 100. */
const scarce = () =>
  createRates({
    rules: [{ name: 'cost', by: 'address', points: 1_000, durationMs: 60_000 }],
    store: createMemoryRateStore(),
    refusedCost: 100,
    bytes: { points: 2_000, durationMs: 60_000 },
  });

describe('many messages at once', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }));
  afterEach(() => void jest.useRealTimers());

  /** Sends 600, of which none is finished before `release`. */
  async function sendMany() {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const seen = { inside: 0, most: 0 };
    const post = await serve(async () => {
      seen.inside += 1;
      seen.most = Math.max(seen.most, seen.inside);
      await released;
      seen.inside -= 1;
      return 'taken';
    });
    const answers: number[] = [];
    const sent = Array.from({ length: 600 }, () =>
      post('{}').then(({ statusCode }) => answers.push(statusCode)),
    );
    const answered = async (count: number) => {
      while (answers.length < count) await new Promise(setImmediate);
    };
    await answered(84);
    return { answers, answered, seen, release, all: Promise.all(sent) };
  }

  it('are handed on sixteen at a time, and those that find 500 waiting are to come again', async () => {
    const { answers, seen, release, all } = await sendMany();
    expect(answers).toEqual(Array(84).fill(503));
    release();
    await all;
    expect(answers.slice(84)).toEqual(Array(516).fill(204));
    expect(seen).toEqual({ inside: 0, most: 16 });
  });

  it('are to come again when they have waited for five seconds', async () => {
    const { answers, answered, release, all } = await sendMany();
    jest.advanceTimersByTime(5_000);
    await answered(584);
    expect(answers).toEqual(Array(584).fill(503));
    release();
    await all;
    expect(answers.slice(584)).toEqual(Array(16).fill(204));
  });
});

describe('what a message may cost', () => {
  it.each(['forged', 'unknown'] as const)(
    'is, when it is %s, what a refused operation costs',
    async (fate) => {
      const rates = scarce();
      const post = await serve(async () => fate, { rates });
      const statuses = [];
      for (let messages = 0; messages < 11; messages += 1) statuses.push((await post('{}')).statusCode);
      // 9 × 101 points, and the tenth took what was left.
      expect(statuses.slice(0, 10)).toEqual(Array(10).fill(fate === 'forged' ? 400 : 404));
      expect(statuses.at(10)).toBe(429);
      expect(await rates.begin('127.0.0.1')).toMatchObject({ kind: 'limited' });
    },
  );

  it.each<[string, Receive, number]>([
    ['is taken', async () => 'taken', 204],
    ['cannot be handed on now', () => Promise.reject(new Error('closed')), 503],
  ])('is one point when it %s: its sender is not cut off', async (_what, receive, status) => {
    const post = await serve(receive, { rates: scarce() });
    for (let messages = 0; messages < 500; messages += 1) {
      expect((await post('{}')).statusCode).toBe(status);
    }
  });
});

describe('a message that may not be sent', () => {
  const apps: FastifyInstance[] = [];
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.close();
  });

  /** Sends what is given, and no more; answers what comes back until it matches. */
  async function ask(rates: WebhooksOptions['rates'], expected: RegExp, sent: string): Promise<string> {
    const app = await openServer(never, { rates });
    apps.push(app);
    await app.listen({ port: 0, host: '127.0.0.1' });
    const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(sent);
    let all = '';
    for await (const chunk of socket) {
      all += chunk;
      if (expected.test(all)) break;
    }
    return all;
  }
  const head = (header: string) =>
    `POST /webhooks/bank HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${header}\r\n\r\n`;
  const tooLarge = /^HTTP\/1.1 413 .*"expected a body of at most 1000 bytes/s;
  const tooMany = /^HTTP\/1.1 429 .*retry-after: 60/is;

  it('is refused by its length, before any of it is read', async () => {
    expect(await ask(noRates, tooLarge, head('Content-Length: 1001'))).toMatch(tooLarge);
  });

  it('is refused where it passes its bound when nobody knows its length', async () => {
    const endless = `${head('Transfer-Encoding: chunked')}3e9\r\n${' '.repeat(1_001)}\r\n`;
    expect(await ask(noRates, tooLarge, endless)).toMatch(tooLarge);
  });

  it.each([
    [
      'cost is used up',
      async (rates: Rates) => {
        for (let times = 0; times < 11; times += 1) await rates.refused('127.0.0.1');
      },
      'Content-Length: 900',
    ],
    [
      'bytes are used up',
      async (rates: Rates) => void (await rates.bytes('127.0.0.1', 1_200)),
      'Content-Length: 900',
    ],
    [
      'bytes would not be enough for one whose length nobody knows',
      async (rates: Rates) => void (await rates.bytes('127.0.0.1', 1_200)),
      'Transfer-Encoding: chunked',
    ],
  ])("is refused before any of it is read when the address's %s", async (_what, use, length) => {
    const rates = scarce();
    await use(rates);
    expect(await ask(rates, tooMany, head(length))).toMatch(tooMany);
  });
});
