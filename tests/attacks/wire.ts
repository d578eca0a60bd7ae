import { Agent, type IncomingMessage, request } from 'node:http';
import { connect, type Socket } from 'node:net';

/** How long one try may take before it is given up. */
export const TRY_PATIENCE_MS = 10_000;
/** Of a long answer, so much is kept. */
const KEPT_BYTES = 1024 * 1024;

export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
  /** The address to come from; 127.0.0.1 unless given. All of 127.0.0.0/8 is this machine. */
  readonly from?: string;
}

export interface Answered {
  /** 0 when there was no answer: `text` says why. */
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** At most the first megabyte. */
  readonly text: string;
  readonly bytes: number;
  readonly ms: number;
}

const agents = new Map<string, Agent>();

function agentOf(from: string): Agent {
  const agent = agents.get(from) ?? new Agent({ keepAlive: true, maxSockets: 64 });
  agents.set(from, agent);
  return agent;
}

/** Sends one HTTP request and waits for the whole answer. Never rejects. */
export function ask(port: number, sent: Sent): Promise<Answered> {
  const { method = 'POST', path = '/graphql', headers = {}, body = '', from = '127.0.0.1' } = sent;
  const begun = performance.now();
  return new Promise((resolve) => {
    const failed = (error: Error) =>
      resolve({ status: 0, headers: {}, text: error.message, bytes: 0, ms: performance.now() - begun });
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        localAddress: from,
        agent: agentOf(from),
        headers: { 'content-length': String(Buffer.byteLength(body)), ...headers },
        signal: AbortSignal.timeout(TRY_PATIENCE_MS),
      },
      (response) => {
        const kept: Buffer[] = [];
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          if (bytes < KEPT_BYTES) kept.push(chunk);
          bytes += chunk.length;
        });
        response.on('error', failed);
        response.on('end', () => {
          const text = Buffer.concat(kept).toString('utf8');
          const ms = performance.now() - begun;
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, bytes, ms });
        });
      },
    );
    // An answer that comes while the body is still being sent is an answer; the broken pipe after it is not.
    asked.on('error', (error) => setImmediate(failed, error));
    asked.end(body);
  });
}

export interface GraphqlSent {
  readonly query: string;
  readonly variables?: object;
  readonly token?: string;
  readonly from?: string;
}

/** Sends one operation as an ordinary client would. */
export function post(port: number, { query, variables = {}, token, from }: GraphqlSent): Promise<Answered> {
  return ask(port, {
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ query, variables }),
    ...(from ? { from } : {}),
  });
}

/** The codes of an answer's errors and userErrors, in order; empty when it is no JSON. */
export function codesOf(answered: Answered): readonly string[] {
  const found = answered.text.matchAll(/"code":\s*"([A-Z_]+)"/g);
  return [...found].map(([, code]) => code ?? '').slice(0, 5);
}

/** Opens a TCP connection and answers it as soon as it stands. */
export function dial(port: number, from = '127.0.0.1'): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, localAddress: from });
    socket.once('connect', () => {
      socket.off('error', reject);
      // What the server does to an attacker's connection is not the runner's fault.
      socket.on('error', () => {});
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

/** Writes these bytes and answers what came back until the end, or until patience ends. Never rejects. */
export async function throwBytes(port: number, bytes: string | Buffer, patienceMs: number): Promise<string> {
  const socket = await dial(port).catch(() => undefined);
  if (!socket) return 'no connection';
  return new Promise((resolve) => {
    let text = '';
    const end = () => {
      clearTimeout(late);
      socket.destroy();
      resolve(text.slice(0, 2_000));
    };
    const late = setTimeout(end, patienceMs);
    socket.on('data', (chunk) => {
      if (text.length < 2_000) text += chunk.toString('latin1');
    });
    socket.on('close', end);
    socket.write(bytes);
  });
}

/** Writes these bytes and resets the connection at once. */
export async function throwAndReset(port: number, bytes: string): Promise<void> {
  const socket = await dial(port).catch(() => undefined);
  if (!socket) return;
  await new Promise<void>((resolve) => socket.write(bytes, () => resolve()));
  socket.resetAndDestroy();
}

export function upgradeRequest(path: string, extra: readonly string[] = []): string {
  return `${[
    `GET ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Protocol: graphql-transport-ws',
    ...extra,
  ].join('\r\n')}\r\n\r\n`;
}
