import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import { until } from '@parterre/platform/testing/until.ts';
import { type Connections, watchConnections } from './connections.ts';
import { httpLimits } from './http-limits.ts';

const MB = 1024 * 1024;
/** More than the operating system takes off our hands. */
const large = Buffer.alloc(32 * MB);
const limits = {
  ...httpLimits,
  connectionsPerAddress: 3,
  requestsPerConnection: 4,
  connections: 3,
  unread: { bytes: 100 * MB, bytesPerAddress: 200 * MB, graceMs: 1_000, bytesPerSecond: MB },
};

describe('a connection', () => {
  let server: Server;
  let connections: Connections;
  let port: number;
  let now: number;
  let clients: Socket[];
  let handle: (request: IncomingMessage, response: ServerResponse) => void;

  beforeEach(async () => {
    now = 1_000_000;
    clients = [];
    handle = (_request, response) => response.end(large);
    server = createServer((request, response) => handle(request, response));
    connections = watchConnections(server, { limits, logger: silentLogger, now: () => now });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  afterEach(async () => {
    connections.stop();
    for (const client of clients) client.destroy();
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });

  it('that does not read is cut when its time is over, and its memory is given back', async () => {
    await reader('asks');
    await until('something to be unread', () => connections.unreadBytes() > 8 * MB);
    connections.sweep();
    const patienceMs = limits.unread.graceMs + (connections.unreadBytes() / MB) * 1_000;
    now += patienceMs - 1;
    connections.sweep();
    expect(connections.unreadBytes()).toBeGreaterThan(0);
    now += 2;
    connections.sweep();
    await until('the memory to be given back', () => connections.unreadBytes() === 0);
  });

  it('that reads slowly has the time that its answer is worth', async () => {
    const client = await reader('asks');
    await until('something to be unread', () => connections.unreadBytes() > 8 * MB);
    connections.sweep();
    now += limits.unread.graceMs + 1;
    connections.sweep();
    let read = 0;
    client.resume().on('data', (chunk) => {
      read += chunk.length;
    });
    await until('the whole answer', () => read > large.length);
  });

  it('that left most unread for longest is cut first when all together are too much', async () => {
    const first = await reader('asks');
    await until('the first to be unread', () => connections.unreadBytes() > 8 * MB);
    connections.charge(await answerOf(first), 80 * MB);
    connections.sweep();
    now += 10;
    const second = await reader('asks');
    connections.charge(await answerOf(second), 40 * MB);
    // The server sweeps by itself as well, so both may never be seen unread together.
    await until('the first to be cut', () => {
      connections.sweep();
      return connections.unreadBytes() === 40 * MB;
    });
    expect(server.listening).toBe(true);
  });

  it('that only waits for its answer is not cut', async () => {
    const answers: ServerResponse[] = [];
    handle = (_request, response) => answers.push(response);
    const client = await reader('asks');
    await until('the request', () => answers.length === 1);
    connections.sweep();
    now += 3_600_000;
    connections.sweep();
    answers[0]?.end('late');
    const [chunk] = await once(client.resume(), 'data');
    expect(String(chunk)).toContain('late');
  });

  it('that asks too much at once is cut', async () => {
    let asked = 0;
    handle = ({ socket }) => {
      // What has arrived in the same packet is still read, and then answered by nobody.
      if (!socket.destroyed) asked += 1;
    };
    const client = await reader('is silent');
    client.resume();
    client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(1_000));
    await once(client, 'close');
    expect(asked).toBe(limits.requestsPerConnection);
  });

  it('beyond the last that may be open is closed', async () => {
    const three = await Promise.all([reader('is silent'), reader('is silent'), reader('is silent')]);
    const fourth = await reader('is silent');
    await once(fourth.resume(), 'close');
    expect(three.map(({ destroyed }) => destroyed)).toEqual([false, false, false]);
  });

  it('beyond the last that its address may have is closed, and no other is', async () => {
    const few = createServer((_request, response) => response.end('here'));
    const watched = watchConnections(few, {
      limits: { ...httpLimits, connectionsPerAddress: 2 },
      logger: silentLogger,
      isProxy: (address) => address === '127.0.0.3',
    });
    few.listen(0, '127.0.0.1');
    await once(few, 'listening');
    const open = async (localAddress: string) => {
      const client = connect({ port: (few.address() as AddressInfo).port, host: '127.0.0.1', localAddress });
      client.on('error', () => {});
      clients.push(client);
      await once(client, 'connect');
      return client.resume();
    };
    try {
      const [first] = [await open('127.0.0.1'), await open('127.0.0.1')];
      await once(await open('127.0.0.1'), 'close');
      for (const address of ['127.0.0.2', '127.0.0.3', '127.0.0.3', '127.0.0.3']) {
        const other = await open(address);
        other.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
        expect(String((await once(other, 'data'))[0])).toContain('200 OK');
      }
      first.destroy();
      await until('its place to be free', async () => {
        const next = await open('127.0.0.1');
        next.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
        return await Promise.race([
          once(next, 'data').then(() => true),
          once(next, 'close').then(() => false),
        ]);
      });
    } finally {
      watched.stop();
      few.closeAllConnections();
      few.close();
    }
  });

  it('may ask again when it has read its answer', async () => {
    handle = (_request, response) => response.end('here');
    for (let round = 0; round < 2 * limits.requestsPerConnection; round += 1) {
      const [response] = (await once(get({ port, host: '127.0.0.1' }), 'response')) as [IncomingMessage];
      await once(response.resume(), 'end');
    }
    expect(connections.unreadBytes()).toBe(0);
  });

  const answers = new Map<number, ServerResponse>();
  /** A client that never reads unless told to. */
  async function reader(does: 'asks' | 'is silent'): Promise<Socket> {
    const client = connect(port, '127.0.0.1').pause();
    client.on('error', () => {});
    clients.push(client);
    await once(client, 'connect');
    const before = handle;
    handle = (request, response) => {
      answers.set(request.socket.remotePort ?? 0, response);
      before(request, response);
    };
    if (does === 'asks') client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    return client;
  }

  async function answerOf({ localPort = 0 }: Socket): Promise<ServerResponse> {
    await until('the request to arrive', () => answers.has(localPort));
    return answers.get(localPort) as ServerResponse;
  }
});
