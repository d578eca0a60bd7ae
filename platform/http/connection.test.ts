import { AsyncLocalStorage } from 'node:async_hooks';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, getCACertificates, setDefaultCACertificates } from 'node:tls';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { localhostCertificate } from '../testing/localhost-certificate.ts';
import { until } from '../testing/until.ts';
import { Connection } from './connection.ts';

const run = promisify(execFile);
const request = 'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\n\r\nab';
const answer = (body: string, ...head: readonly string[]) =>
  `HTTP/1.1 200 OK\r\n${head.map((line) => `${line}\r\n`).join('')}content-length: ${body.length}\r\n\r\n${body}`;

/** What every connection to the server does with what it has got so far; the sockets in order. */
let behaviour: (socket: Socket, got: string) => void;
let sockets: Socket[];
let server: Server;
let opened: Connection[];

beforeEach(() => {
  sockets = [];
  opened = [];
  behaviour = (socket) => socket.write(answer('yes'));
});
afterEach(async () => {
  for (const connection of opened) connection.destroy();
  for (const socket of sockets) socket.destroy();
  server.close();
  await once(server, 'close');
});

async function listen(made: Server = createServer()): Promise<number> {
  server = made;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function serve(socket: Socket): void {
  sockets.push(socket);
  socket.on('error', () => {});
  socket.on('data', (data) => behaviour(socket, data.toString()));
}

async function connection(answerBytes = 1_000): Promise<Connection> {
  const port = await listen(createServer(serve));
  return connectionTo(`http://127.0.0.1:${port}`, answerBytes);
}

function connectionTo(origin: string, answerBytes = 1_000, connectMs = 10_000): Connection {
  const made = new Connection({ origin, connectMs, answerBytes });
  opened.push(made);
  return made;
}

/** The body, or the failure and whether nothing was sent. */
function ask(of: Connection, text = request): Promise<string | { error: string; isUnsent: boolean }> {
  return new Promise((resolve) =>
    of.send(text, {
      onAnswer: ({ body }) => resolve(body),
      onFailure: ({ message }, isUnsent) => resolve({ error: message, isUnsent }),
    }),
  );
}

const failed = { error: expect.any(String), isUnsent: false };

describe('a connection', () => {
  it('sends what it is given, and is kept', async () => {
    const got: string[] = [];
    behaviour = (socket, text) => {
      got.push(text);
      socket.write(answer(`answer ${got.length}`));
    };
    const one = await connection();
    expect([await ask(one), await ask(one)]).toEqual(['answer 1', 'answer 2']);
    expect(got).toEqual([request, request]);
    expect(sockets).toHaveLength(1);
  });

  it('carries one question at a time', async () => {
    const one = await connection();
    const first = ask(one);
    await expect(ask(one)).rejects.toThrow('one question at a time');
    expect(await first).toBe('yes');
  });

  it.each([
    ['says that it is closed', 'connection: close'],
    ['says that it is closed in no time', 'keep-alive: timeout=1'],
  ])('is made anew after an answer that %s', async (_what, line) => {
    behaviour = (socket) => socket.write(answer('yes', line));
    const one = await connection();
    expect([await ask(one), one.isOpen, await ask(one)]).toEqual(['yes', false, 'yes']);
    expect(sockets).toHaveLength(2);
  });

  it.each<[string, (socket: Socket) => void]>([
    ['was closed', (socket) => socket.end()],
    ['was reset', (socket) => socket.resetAndDestroy()],
    ['said something that nobody had asked for', (socket) => socket.write(answer('no'))],
  ])('is made anew when it %s between two questions', async (_what, happen) => {
    const one = await connection();
    expect(await ask(one)).toBe('yes');
    happen(sockets[0] as Socket);
    await until('the end of it', () => !one.isOpen);
    expect(await ask(one)).toBe('yes');
    expect(sockets).toHaveLength(2);
  });

  it('is made anew when the answer came before all of the question was sent', async () => {
    behaviour = (socket) => {
      socket.pause();
      socket.write(answer('too large'));
    };
    const one = await connection();
    expect(await ask(one, `${request}${'x'.repeat(32 * 1024 * 1024)}`)).toBe('too large');
    behaviour = (socket) => socket.write(answer('yes'));
    expect(await ask(one)).toBe('yes');
    expect(sockets).toHaveLength(2);
  });

  it('is closed when nobody waits for the answer any more, and the next answer is that of the next question', async () => {
    behaviour = () => {};
    const one = await connection();
    const first = ask(one);
    await until('the question', () => (sockets[0]?.bytesRead ?? 0) > 0);
    const [socket] = sockets as [Socket];
    const closed = once(socket, 'close');
    one.abort(new Error('enough'));
    expect(await first).toEqual({ error: 'enough', isUnsent: false });
    await closed;
    behaviour = (next) => next.write(answer('second'));
    expect(await ask(one)).toBe('second');
  });

  it('takes an answer that ends with the connection', async () => {
    behaviour = (socket) => socket.end('HTTP/1.1 200 OK\r\n\r\nall of it');
    expect(await ask(await connection())).toBe('all of it');
  });

  it('keeps no process alive while it waits for nothing', async () => {
    const port = await listen(createServer(serve));
    const script = `
      import { Connection } from ${JSON.stringify(new URL('connection.ts', import.meta.url).href)};
      const one = new Connection({ origin: 'http://127.0.0.1:${port}', connectMs: 10_000, answerBytes: 1_000 });
      const ask = (then) => one.send(${JSON.stringify(request)}, {
        onAnswer({ body }) {
          console.log(body, one.isOpen);
          setImmediate(then);
        },
        onFailure: (error) => console.log(error),
      });
      ask(() => ask(() => {}));
    `;
    // Meanwhile the question alone keeps it alive.
    behaviour = (socket) => setImmediate(() => socket.write(answer('yes')));
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script]);
    expect(stdout).toBe('yes true\nyes true\n');
  });

  it('keeps nothing of the operation that it was made for', async () => {
    const operation = new AsyncLocalStorage<string>();
    const one = await connection();
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const told = () => resolve(operation.getStore());
    operation.run('first', () => one.send(request, { onAnswer: told, onFailure: told }));
    expect(await promise).toBeUndefined();
  });

  it('is not given up because its own process was held up while it was made', async () => {
    const connectMs = 20;
    const one = connectionTo(`http://127.0.0.1:${await listen(createServer(serve))}`, 1_000, connectMs);
    const answered = await new Promise((resolve) => {
      // After this callback timers are looked at before sockets are.
      setImmediate(() => {
        resolve(ask(one));
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5 * connectMs);
      });
    });
    expect(answered).toBe('yes');
  });

  it('reads large answers in pieces', async () => {
    const large = 'x'.repeat(5_000_000);
    behaviour = (socket) => socket.write(answer(large));
    expect(await ask(await connection(large.length))).toBe(large);
  });
});

describe('a question fails', () => {
  it.each<[string, (socket: Socket) => void]>([
    ['is reset', (socket) => socket.resetAndDestroy()],
    ['is closed', (socket) => socket.end()],
    ['is closed half way', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf')],
    ['answers nonsense', (socket) => socket.write('nonsense\r\n\r\n')],
    [
      'answers more than is taken',
      (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n'),
    ],
  ])('when the connection %s, and the next one does not', async (_what, happen) => {
    behaviour = happen;
    const one = await connection();
    expect(await ask(one)).toEqual(failed);
    behaviour = (socket) => socket.write(answer('yes'));
    expect(await ask(one)).toBe('yes');
  });

  it('unsent when nobody listens', async () => {
    const port = await listen(createServer());
    server.close();
    await once(server, 'close');
    expect(await ask(connectionTo(`http://127.0.0.1:${port}`))).toEqual({
      error: expect.stringContaining('ECONNREFUSED'),
      isUnsent: true,
    });
    server.listen(0);
  });

  it('when the connection is given up, and unsent after that', async () => {
    behaviour = () => {};
    const one = await connection();
    const running = ask(one);
    await until('the question', () => (sockets[0]?.bytesRead ?? 0) > 0);
    one.destroy();
    expect(await running).toEqual(failed);
    expect(await ask(one)).toEqual({ ...failed, isUnsent: true });
  });
});

describe('a connection over TLS', () => {
  const trusted = getCACertificates('default');
  afterEach(() => setDefaultCACertificates(trusted));

  it('is made with whoever shows a certificate that is trusted, and with nobody else', async () => {
    const port = await listen(createTlsServer(localhostCertificate, serve));
    expect(await ask(connectionTo(`https://localhost:${port}`))).toEqual({
      error: expect.stringContaining('self-signed'),
      isUnsent: true,
    });
    setDefaultCACertificates([localhostCertificate.cert]);
    const one = connectionTo(`https://localhost:${port}`);
    expect([await ask(one), await ask(one)]).toEqual(['yes', 'yes']);
    expect(await ask(connectionTo(`https://127.0.0.1:${port}`))).toBe('yes');
  });
});
