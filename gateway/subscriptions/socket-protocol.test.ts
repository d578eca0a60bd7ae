import { once } from 'node:events';
import { connect as connectTo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { until } from '@parterre/platform/testing/until.ts';
import type { SubscriptionLimits } from './limits.ts';
import { type LiveServer, startLiveServer } from './testing/live-server.ts';
import { type Message, openRawSocket, type RawSocket } from './testing/raw-socket.ts';

let server: LiveServer | undefined;
const sockets: RawSocket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server?.stop();
  server = undefined;
});

async function start(limits: Partial<SubscriptionLimits> = {}): Promise<LiveServer> {
  server = await startLiveServer(limits);
  return server;
}

async function connect(
  { port }: LiveServer,
  options?: Parameters<typeof openRawSocket>[1],
): Promise<RawSocket> {
  const socket = await openRawSocket(port, options);
  sockets.push(socket);
  return socket;
}

async function letIn(on: LiveServer, authorization?: string): Promise<RawSocket> {
  const socket = await connect(on);
  socket.write({ type: 'connection_init', ...(authorization ? { payload: { authorization } } : {}) });
  expect(await socket.next()).toEqual({ type: 'connection_ack' });
  return socket;
}

const init = { type: 'connection_init' };
const ask = (id: string, query: string, more: object = {}) => ({
  id,
  type: 'subscribe',
  payload: { query, ...more },
});
const watch = (id: string, key = 'k', since?: string) =>
  ask(id, `subscription ($since: String) { counted(key: "${key}", since: $since) { n } }`, {
    variables: { since },
  });
/** JSON.parse reads it, and JSON.stringify overflows the stack. */
const deep = '['.repeat(100_000) + ']'.repeat(100_000);
const subscribeWith = (more: object) =>
  JSON.stringify(ask('1', '{ hello }', more)).replace('"deep"', `{"a":${deep}}`);
const complete = (id: string) => ({ id, type: 'complete' });

describe('a socket is closed', () => {
  it.each<[string, (object | string)[], number]>([
    ['4400 for what is no JSON', ['nonsense'], 4400],
    ['4400 for JSON that is no message', ['[]'], 4400],
    ['4400 for a message of no type', [{ id: '1' }], 4400],
    ['4400 for a type that does not exist', [init, { type: 'nonsense' }], 4400],
    ['4400 for a message that only servers send', [init, { type: 'next', id: '1', payload: {} }], 4400],
    ['4400 for an acknowledgement', [init, { type: 'connection_ack' }], 4400],
    ['4400 for a subscribe without id', [init, { type: 'subscribe', payload: { query: '{ hello }' } }], 4400],
    ['4400 for a subscribe without query', [init, { type: 'subscribe', id: '1', payload: {} }], 4400],
    ['4400 for an id that is too long', [init, ask('x'.repeat(129), '{ hello }')], 4400],
    ['4400 for variables without end', [init, subscribeWith({ variables: 'deep' })], 4400],
    ['4400 for extensions without end', [init, subscribeWith({ extensions: 'deep' })], 4400],
    ['4400 for a ping without end', [`{"type":"ping","payload":{"a":${deep}}}`], 4400],
    ['4400 for a connection_init without end', [`{"type":"connection_init","payload":{"a":${deep}}}`], 4400],
    ['4401 for a subscribe before anybody was let in', [ask('1', '{ hello }')], 4401],
    ['4429 for a second connection_init', [init, init], 4429],
    ['4409 for an id that is in use', [init, watch('1'), watch('1')], 4409],
    [
      '4403 for a token that is not accepted',
      [{ ...init, payload: { authorization: 'Bearer wrong' } }],
      4403,
    ],
    ['1013 when nobody can say who it is', [{ ...init, payload: { authorization: 'Bearer outage' } }], 1013],
  ])('%s', async (_rule, messages, code) => {
    const live = await start();
    const socket = await connect(live);
    const [first, ...rest] = messages;
    if (first === init && rest.length > 0 && code !== 4429) {
      socket.write(init);
      await socket.next();
      socket.write(...rest);
    } else socket.write(...messages);
    expect(await lastOf(socket)).toMatchObject({ closed: code });
    // Whatever a client sends, it cannot fill the log with errors.
    expect(live.errors()).toEqual([]);
  });

  it('4400 for a binary frame', async () => {
    const live = await start();
    const socket = await letIn(live);
    socket.writeFrame(2, Buffer.from(JSON.stringify({ type: 'ping' })));
    expect(await socket.next()).toMatchObject({ closed: 4400 });
    expect(live.errors()).toEqual([]);
  });

  it('4406 without the subprotocol, or with another', async () => {
    const live = await start();
    for (const protocol of ['', 'graphql-ws']) {
      const socket = await connect(live, { protocol });
      expect(await socket.next()).toMatchObject({ closed: 4406 });
    }
  });

  it('4408 when nobody says who it is', async () => {
    const socket = await connect(await start({ initTimeoutMs: 20 }));
    expect(await socket.next()).toMatchObject({ closed: 4408 });
  });

  it('4403 when its token has expired', async () => {
    const socket = await letIn(await start(), 'Bearer ada 50');
    expect(await socket.next()).toEqual({ closed: 4403, reason: 'Forbidden: the access token has expired' });
  });

  it('4403 at once when its session has been ended, and no other is', async () => {
    const live = await start();
    const [ada, bob, nobody] = [
      await letIn(live, 'Bearer ada'),
      await letIn(live, 'Bearer bob'),
      await letIn(live),
    ];
    live.live.closeWhere(({ subject }) => subject === 'ada');
    expect(await ada.next()).toEqual({ closed: 4403, reason: 'Forbidden: the session has been ended' });
    for (const other of [bob, nobody]) {
      other.write({ type: 'ping' });
      expect(await other.next()).toEqual({ type: 'pong' });
    }
  });

  it('4403 when its session was ended while it was being let in', async () => {
    const live = await start();
    live.ended.add('ada');
    const socket = await connect(live);
    socket.write({ ...init, payload: { authorization: 'Bearer ada' } });
    expect(await socket.next()).toMatchObject({ closed: 4403 });
  });

  it('1012 when the server stops', async () => {
    const live = await start();
    const socket = await letIn(live);
    socket.write(watch('1'));
    await socket.next();
    const stopping = live.live.close();
    expect(await socket.next()).toEqual({ closed: 1012, reason: 'Service restart' });
    await stopping;
    expect((await connect(live)).status).toContain('503');
    expect(live.counters.open).toBe(0);
  });

  it('1013 when its address has sent more than it may', async () => {
    const live = await start();
    const socket = await letIn(live);
    live.usedUp = 'bytes';
    socket.write({ type: 'pong', payload: { fill: 'x'.repeat(1_000) } });
    expect(await socket.next()).toMatchObject({ closed: 1013 });
  });

  it('to its end when there is no place for it, also when its client does not close its half', async () => {
    const live = await start({ connectionsPerAddress: 1 });
    await letIn(live);
    const refused = connectTo({ port: live.port, host: '127.0.0.1', allowHalfOpen: true });
    try {
      refused.on('error', () => undefined);
      refused.write(
        'GET /graphql HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
      );
      expect(String((await once(refused, 'data'))[0])).toContain('429');
      await until('the server to let go of it', async () => (await live.connections()) === 1);
    } finally {
      refused.destroy();
    }
  });

  it('1009 for a message that is too large', async () => {
    const socket = await connect(await start({ frameBytes: 1_000 }));
    socket.write({ ...init, payload: { fill: 'x'.repeat(1_000) } });
    expect(await socket.next()).toMatchObject({ closed: 1009 });
  });
});

describe('a socket', () => {
  it('answers a ping with what came in it, and takes a pong for what it is', async () => {
    const socket = await connect(await start());
    socket.write({ type: 'ping', payload: { at: 1 } }, { type: 'pong', payload: {} }, { type: 'ping' });
    expect([await socket.next(), await socket.next()]).toEqual([
      { type: 'pong', payload: { at: 1 } },
      { type: 'pong' },
    ]);
  });

  it('that answers no ping of the server is cut', async () => {
    const live = await start({ keepAliveMs: 20 });
    const socket = await connect(live, { answersPings: false });
    expect(await socket.next()).toEqual({ closed: 1006 });
  });

  it('that leaves more than its share unread for too long is let go, and nobody else', async () => {
    const live = await start({ stuckBytes: 100_000, stuckMs: 50, connectionsPerAddress: 2 });
    const [stuck, other] = [await letIn(live), await letIn(live)];
    stuck.pause();
    // More than the buffers of both ends can take.
    for (let id = 0; id < 30; id += 1) stuck.write(ask(`${id}`, '{ text(bytes: 500000) }'));
    expect((await connect(live)).status).toContain('429');
    await until('its place to be free', async () => (await connect(live)).status.includes('101'));
    other.write({ type: 'ping' });
    expect(await other.next()).toEqual({ type: 'pong' });
  });

  it('reads no operation of an address of which nothing more is heard, and goes on when it is again', async () => {
    const live = await start({ operationsPerSocket: 1 });
    const socket = await letIn(live);
    live.usedUp = 'operations';
    for (const query of ['{ nonsense', '{ hello }']) {
      socket.write(ask('1', query));
      const payload = [{ extensions: { code: 'RATE_LIMITED' } }];
      expect(await socket.next()).toMatchObject({ id: '1', type: 'error', payload });
    }
    live.usedUp = undefined;
    socket.write(ask('1', '{ hello }'));
    expect(await socket.next()).toMatchObject({ id: '1', type: 'next' });
  });

  it('keeps no more of the operations that wait until its client reads than of open subscriptions', async () => {
    const live = await start({ questionBytesPerAddress: 1_000_000, stuckBytes: 8_000_000 });
    const [waiting, other] = [await letIn(live), await letIn(live)];
    waiting.pause();
    for (let id = 0; id < 30; id += 1) waiting.write(ask(`large ${id}`, '{ text(bytes: 500000) }'));
    const long = (id: string) => ask(id, '{ hello }', { variables: { unused: 'x'.repeat(60_000) } });
    waiting.write(...Array.from({ length: 20 }, (_, id) => long(`${id}`)));
    const codes: unknown[] = [];
    await until('an operation to be refused', async () => {
      other.write(long('1'));
      const message = await other.next();
      codes.push(message.type);
      if (message.type === 'next') await other.next();
      return message.type === 'error';
    });
    waiting.resume();
    await until('its memory to be given back', async () => {
      other.write(long('1'));
      const message = await other.next();
      if (message.type === 'next') await other.next();
      return message.type === 'next';
    });
  });

  it('runs queries and mutations, and says what is wrong with an operation', async () => {
    const socket = await letIn(await start());
    socket.write(ask('q', '{ hello }'));
    expect([await socket.next(), await socket.next()]).toEqual([
      { id: 'q', type: 'next', payload: { data: { hello: 'world' } } },
      { id: 'q', type: 'complete' },
    ]);
    socket.write(ask('q', '{ nonsense }'));
    expect(await socket.next()).toMatchObject({ id: 'q', type: 'error', payload: [{ locations: [{}] }] });
    socket.write(ask('q', 'mutation { act }'));
    expect(await socket.next()).toMatchObject({ id: 'q', payload: { data: { act: 'done' } } });
  });

  it('hears nothing of a complete for what does not run', async () => {
    const socket = await letIn(await start());
    socket.write(complete('never'), { type: 'ping' });
    expect(await socket.next()).toEqual({ type: 'pong' });
  });

  it('tells the end of a stream once, and frees its id', async () => {
    const live = await start();
    live.counters.count('ending');
    const socket = await letIn(live);
    socket.write(watch('1', 'ending'));
    expect(await socket.next()).toMatchObject({ payload: { data: { counted: { n: 1 } } } });
    live.counters.count('ending');
    expect(await socket.next()).toMatchObject({ payload: { data: { counted: { n: 2 } } } });
    expect(await socket.next()).toEqual({ id: '1', type: 'complete' });
    socket.write(watch('1'));
    expect(await socket.next()).toMatchObject({ id: '1', type: 'next' });
  });

  it('tells why a subscription does not start', async () => {
    const socket = await letIn(await start());
    socket.write(watch('1', 'refused'));
    expect([await socket.next(), await socket.next()]).toEqual([
      expect.objectContaining({ id: '1', type: 'next', payload: { errors: [expect.anything()] } }),
      { id: '1', type: 'complete' },
    ]);
  });

  it('gives ids back as they came, whatever is in them', async () => {
    const socket = await letIn(await start());
    const id = '"n1","type":"next\\ 🎭';
    socket.write(watch(id), ask('n2', '{ hello }'));
    const seen = [await socket.next(), await socket.next(), await socket.next()];
    expect(seen.map((message) => message.id).sort()).toEqual([id, 'n2', 'n2'].sort());
  });

  it('is refused where its address has as many as it may have', async () => {
    const live = await start({ connectionsPerAddress: 2 });
    const [first] = [await letIn(live), await letIn(live)];
    expect((await connect(live)).status).toContain('429');
    first.destroy();
    await until('a place to be free', async () => (await connect(live)).status.includes('101'));
  });

  it('of a user who has as many as they may have is closed with 1013', async () => {
    const live = await start({ connectionsPerCaller: 1 });
    await letIn(live, 'Bearer ada');
    const second = await connect(live);
    second.write({ ...init, payload: { authorization: 'Bearer ada' } });
    expect(await second.next()).toMatchObject({ closed: 1013 });
    await letIn(live, 'Bearer bob');
  });
});

describe('an id that is used again at once', () => {
  it('stands for one stream: what was ended while it started is ended when it has started', async () => {
    const live = await start();
    const gate = Promise.withResolvers<void>();
    live.counters.gate = gate.promise;
    const socket = await letIn(live);
    // Other keys, so that the streams cannot be shared.
    socket.write(watch('1', 'a'), complete('1'), watch('1', 'b'));
    await until('both to be asked for', () => live.counters.opened.length === 2);
    gate.resolve();
    expect(await socket.next()).toMatchObject({ id: '1', payload: { data: { counted: { n: 0 } } } });
    await until('one to be left', () => live.counters.open === 1);
    live.counters.count('a');
    live.counters.count('b');
    expect(await socket.next()).toMatchObject({ id: '1', payload: { data: { counted: { n: 1 } } } });
    socket.write(complete('1'));
    await until('none to be left', () => live.counters.open === 0);
    live.counters.count('b');
    socket.write({ type: 'ping' });
    expect(await socket.next()).toEqual({ type: 'pong' });
  });

  it('does not go round the limit of streams', async () => {
    const live = await start({ operationsPerSocket: 10 });
    const gate = Promise.withResolvers<void>();
    live.counters.gate = gate.promise;
    const socket = await letIn(live);
    const frames = Array.from({ length: 400 }, (_, index) => [
      watch('1', `key ${index}`),
      complete('1'),
    ]).flat();
    socket.write(...frames, { type: 'ping' });
    expect(await nextOfType(socket, 'pong')).toBeDefined();
    expect(live.counters.open).toBeLessThanOrEqual(10);
    gate.resolve();
    await until('none to be left', () => live.counters.open === 0);
    socket.write(watch('1'));
    expect(await nextOfType(socket, 'next')).toMatchObject({ payload: { data: { counted: { n: 0 } } } });
  });

  it('counts no more than what runs, so that ending one makes room for another', async () => {
    const live = await start({ operationsPerSocket: 2 });
    const socket = await letIn(live);
    socket.write(watch('1'), watch('2'), watch('3'));
    const messages = [await socket.next(), await socket.next(), await socket.next()];
    const refused = messages.filter(({ type }) => type === 'error');
    expect(refused).toMatchObject([{ id: '3', payload: [{ extensions: { code: 'RATE_LIMITED' } }] }]);
    socket.write(complete('1'), watch('3'));
    expect(await socket.next()).toMatchObject({ id: '3', type: 'next' });
  });
});

async function nextOfType(socket: RawSocket, type: string): Promise<Message> {
  for (;;) {
    const message = await socket.next();
    if (message.type === type) return message;
    if (message.closed !== undefined) throw new Error(`expected ${type}, got a close with ${message.closed}`);
  }
}

async function lastOf(socket: RawSocket): Promise<Message> {
  for (;;) {
    const message = await socket.next();
    if (message.closed !== undefined) return message;
  }
}

describe('a query that nobody waits for any more', () => {
  it('ends when its client ends it', async () => {
    const live = await start();
    const socket = await letIn(live);
    socket.write(ask('1', '{ slow }'));
    await until('the query to run', () => live.engine.answering === 1);
    socket.write(complete('1'));
    await until('the query to end', () => live.engine.answering === 0);
    // The id is free, and nothing of the first answer is seen.
    socket.write(ask('1', '{ hello }'));
    expect(await socket.next()).toEqual({ id: '1', type: 'next', payload: { data: { hello: 'world' } } });
    expect(live.errors()).toEqual([]);
  });

  it('ends when its client has gone', async () => {
    const live = await start();
    const socket = await letIn(live);
    socket.write(ask('1', '{ slow }'), ask('2', '{ slow }'));
    await until('both to run', () => live.engine.answering === 2);
    socket.destroy();
    await until('both to end', () => live.engine.answering === 0);
    expect(live.errors()).toEqual([]);
  });

  it('ends when the event stream that asked for it has gone', async () => {
    const live = await start();
    const leaving = new AbortController();
    await fetch(`${live.url}/graphql/stream?query=${encodeURIComponent('{ slow }')}`, {
      signal: leaving.signal,
    });
    await until('the query to run', () => live.engine.answering === 1);
    leaving.abort();
    await until('the query to end', () => live.engine.answering === 0);
  });
});
