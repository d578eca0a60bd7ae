import { once } from 'node:events';
import type { ExecutionResult } from 'graphql';
import { type ClientOptions, WebSocket } from 'ws';

/** A client that speaks graphql-transport-ws by hand, so that a test sees every message and close code. */
export interface SocketClient {
  send(message: object): void;
  /** The next message that has come or will come. */
  next(): Promise<SocketMessage>;
  /** Resolves with the close code when the server, or this client, has closed. */
  closed: Promise<{ readonly code: number; readonly reason: string }>;
  close(): void;
}

export interface SocketMessage {
  readonly type: string;
  readonly id?: string;
  readonly payload?: ExecutionResult;
}

/** Opens a socket without saying anything on it yet. */
export async function openSocket(url: string, options: ClientOptions = {}): Promise<SocketClient> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', options);
  const arrived: SocketMessage[] = [];
  const awaited: ((message: SocketMessage) => void)[] = [];
  socket.on('message', (data) => {
    const message = JSON.parse(data.toString()) as SocketMessage;
    const resolve = awaited.shift();
    if (resolve) resolve(message);
    else arrived.push(message);
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  await once(socket, 'open');
  return {
    send: (message) => socket.send(JSON.stringify(message)),
    next: () => {
      const message = arrived.shift();
      return message ? Promise.resolve(message) : new Promise((resolve) => awaited.push(resolve));
    },
    closed,
    close: () => socket.close(),
  };
}

/** Opens a socket and signs in on it; as nobody without a token. */
export async function loginOnSocket(url: string, token?: string): Promise<SocketClient> {
  const client = await openSocket(url);
  client.send({ type: 'connection_init', payload: token ? { authorization: `Bearer ${token}` } : undefined });
  const acknowledged = await client.next();
  if (acknowledged.type === 'connection_ack') return client;
  throw new Error(`expected an acknowledgement, got ${JSON.stringify(acknowledged)}`);
}
