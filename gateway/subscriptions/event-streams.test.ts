import { afterEach, describe, expect, it } from '@jest/globals';
import { until } from '@parterre/platform/testing/until.ts';
import { createClient } from 'graphql-sse';
import { prefersEventStream } from './event-streams.ts';
import type { SubscriptionLimits } from './limits.ts';
import { type LiveServer, startLiveServer } from './testing/live-server.ts';

let server: LiveServer | undefined;
const aborts: AbortController[] = [];
afterEach(async () => {
  for (const abort of aborts.splice(0)) abort.abort();
  await server?.stop();
  server = undefined;
});

async function start(limits: Partial<SubscriptionLimits> = {}): Promise<LiveServer> {
  server = await startLiveServer(limits);
  return server;
}

interface Event {
  readonly event: string;
  readonly id?: string;
  readonly data: string;
}

const counted = 'subscription { counted(key: "k") { n } }';

/** Opens an event stream and reads it event by event; null when it is over. */
async function open(
  { url }: LiveServer,
  { query = counted, method = 'GET', path = '/graphql/stream', headers = {} as Record<string, string> } = {},
) {
  const abort = new AbortController();
  aborts.push(abort);
  const address = method === 'GET' ? `${path}?query=${encodeURIComponent(query)}` : path;
  const body = method === 'POST' ? JSON.stringify({ query }) : undefined;
  const json = body ? { 'content-type': 'application/json' } : {};
  const init = {
    method,
    body,
    signal: abort.signal,
    headers: { accept: 'text/event-stream', ...json, ...headers },
  };
  const response = await fetch(`${url}${address}`, init);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    response,
    close: () => abort.abort(),
    async next(): Promise<Event | null> {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const lines = text.slice(0, end).split('\n');
          text = text.slice(end + 2);
          const fields = Object.fromEntries(lines.map((line) => line.split(/: ?(.*)/s, 2)));
          if (fields.event) return fields as unknown as Event;
          continue;
        }
        const step = await reader?.read();
        if (!step || step.done) return null;
        text += step.value;
      }
    },
  };
}

const dataOf = (event: Event | null) => JSON.parse(event?.data ?? 'null') as unknown;

describe('an event stream', () => {
  it.each([
    ['GET', '/graphql/stream'],
    ['POST', '/graphql/stream'],
    ['GET', '/graphql'],
    ['POST', '/graphql'],
  ])('by %s %s tells every event with its cursor as id', async (method, path) => {
    const live = await start();
    const stream = await open(live, { method, path });
    expect(stream.response.status).toBe(200);
    expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
    expect(await stream.next()).toMatchObject({ event: 'next', id: 'e.0' });
    live.counters.count('k');
    const second = await stream.next();
    expect(second).toMatchObject({ event: 'next', id: 'e.1' });
    expect(dataOf(second)).toEqual({ data: { counted: { n: 1 } }, extensions: { cursor: 'e.1' } });
  });

  it('goes on from the Last-Event-ID that a browser sends when it comes back', async () => {
    const live = await start();
    live.counters.count('k');
    live.counters.count('k');
    const stream = await open(live, { headers: { 'last-event-id': 'e.1' } });
    expect(live.counters.opened).toMatchObject([{ since: 'e.1' }]);
    expect(dataOf(await stream.next())).toEqual({
      data: { counted: { n: 2 } },
      extensions: { cursor: 'e.2' },
    });
    const unknown = await open(live, { headers: { 'last-event-id': 'other.1' } });
    expect(dataOf(await unknown.next())).toMatchObject({ extensions: { cursor: 'e.2', reset: true } });
  });

  it('shares its answers with sockets and other streams', async () => {
    const live = await start();
    const streams = await Promise.all([open(live), open(live), open(live)]);
    for (const stream of streams) await stream.next();
    live.counters.count('k');
    for (const stream of streams) await stream.next();
    expect({ opened: live.counters.opened.length, completed: live.engine.completed }).toEqual({
      opened: 1,
      completed: 2,
    });
  });

  it('is ended upstream when its client leaves', async () => {
    const live = await start();
    const stream = await open(live);
    await stream.next();
    stream.close();
    await until('nothing to be open', () => live.counters.open === 0);
  });

  it('answers queries and mutations, and tells what is wrong with an operation, in the stream', async () => {
    const live = await start();
    const query = await open(live, { query: '{ hello }' });
    expect([dataOf(await query.next()), await query.next(), await query.next()]).toEqual([
      { data: { hello: 'world' } },
      { event: 'complete', data: '' },
      null,
    ]);
    const wrong = await open(live, { query: '{ nonsense }' });
    expect(dataOf(await wrong.next())).toMatchObject({
      errors: [{ message: expect.stringContaining('nonsense') }],
    });
    const refused = await open(live, { query: 'subscription { counted(key: "refused") { n } }' });
    expect(dataOf(await refused.next())).toMatchObject({ errors: [{ message: 'expected another key' }] });
    expect(await refused.next()).toMatchObject({ event: 'complete' });
    const mutation = await open(live, { method: 'POST', query: 'mutation { act }' });
    expect(dataOf(await mutation.next())).toEqual({ data: { act: 'done' } });
  });

  it('lets nobody cause anything by a link', async () => {
    const { response } = await open(await start(), { query: 'mutation { act }' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('is refused without a token that is accepted, beyond the connections of an address, and by what is no request', async () => {
    const live = await start({ connectionsPerAddress: 1 });
    const wrong = await open(live, { headers: { authorization: 'Bearer wrong' } });
    expect([wrong.response.status, wrong.response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect((await open(live, { headers: { authorization: 'Bearer outage' } })).response.status).toBe(503);
    expect((await fetch(`${live.url}/graphql/stream?variables={`)).status).toBe(400);
    await open(live);
    const second = await open(live);
    expect([second.response.status, second.response.headers.get('retry-after')]).toEqual([429, '30']);
  });

  it('ends with UNAUTHENTICATED when its session is ended or its token expires, and no other does', async () => {
    const live = await start();
    const ada = await open(live, { headers: { authorization: 'Bearer ada' } });
    const bob = await open(live, { headers: { authorization: 'Bearer bob 200' } });
    const nobody = await open(live);
    for (const each of [ada, bob, nobody]) await each.next();
    live.live.closeWhere(({ subject }) => subject === 'ada');
    for (const each of [ada, bob]) {
      expect(dataOf(await each.next())).toMatchObject({
        errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
      });
      expect(await each.next()).toEqual({ event: 'complete', data: '' });
    }
    live.counters.count('k');
    expect(await nobody.next()).toMatchObject({ id: 'e.1' });
  });

  it('is not opened for a client that has gone while it was asked who it is', async () => {
    const live = await start({ connectionsPerAddress: 1 });
    const identifying = Promise.withResolvers<void>();
    live.identifying = identifying.promise;
    const gone = open(live, { headers: { authorization: 'Bearer ada' } });
    gone.catch(() => undefined);
    await until('the connection', async () => (await live.connections()) === 1);
    for (const abort of aborts.splice(0)) abort.abort();
    await until('the end of the connection', async () => (await live.connections()) === 0);
    identifying.resolve();
    live.identifying = undefined;
    // Its place is free, and when the server stops it waits for nobody.
    expect((await open(live)).response.status).toBe(200);
  });

  it('is not opened, and no operation read, for an address of which nothing more is heard', async () => {
    const live = await start();
    live.usedUp = 'operations';
    const { response } = await open(live, { query: '{ nonsense' });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
    live.usedUp = 'bytes';
    expect((await open(live)).response.status).toBe(200);
    const sent = await open(live, { method: 'POST' });
    expect([sent.response.status, sent.response.headers.get('retry-after')]).toEqual([429, '7']);
  });

  it('is none for a body that nests without end, and the log has no word of it', async () => {
    const live = await start();
    const response = await fetch(`${live.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":"{ hello }","extensions":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
    });
    expect([response.status, live.errors()]).toEqual([400, []]);
  });

  it('ends without a word when the server stops, so that a browser comes back', async () => {
    const live = await start();
    const stream = await open(live);
    await stream.next();
    const stopping = live.live.close();
    expect(await stream.next()).toBeNull();
    await stopping;
    expect((await open(live)).response.status).toBe(503);
  });

  it('is understood by the client of graphql-sse', async () => {
    const live = await start();
    const client = createClient({ url: `${live.url}/graphql/stream`, retryAttempts: 0 });
    const results = client.iterate({ query: counted });
    expect((await results.next()).value).toEqual({
      data: { counted: { n: 0 } },
      extensions: { cursor: 'e.0' },
    });
    live.counters.count('k');
    expect((await results.next()).value).toMatchObject({ data: { counted: { n: 1 } } });
    await results.return?.();
    client.dispose();
  });
});

describe('at /graphql an event stream is what', () => {
  it.each([
    ['text/event-stream', true],
    ['text/event-stream, multipart/mixed', true],
    ['text/event-stream;q=1, application/json', true],
    ['application/json', false],
    ['application/graphql-response+json, application/json, text/event-stream, multipart/mixed', false],
    ['*/*', false],
    ['*/*, text/event-stream', false],
    [undefined, false],
  ])('%s wants: %s', (accept, wants) => {
    expect(prefersEventStream(accept)).toBe(wants);
  });

  it('nobody else gets', async () => {
    const live = await start();
    const response = await fetch(`${live.url}/graphql?query={hello}`, {
      headers: { accept: 'application/json' },
    });
    expect(await response.json()).toEqual({ data: 'no event stream' });
  });
});
