import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { counter } from '@parterre/platform/telemetry/metrics.ts';
import { addressKey } from '../rates/address-key.ts';
import { type Unread, UnreadLedger } from '../unread.ts';
import type { HttpLimits } from './http-limits.ts';
import { refuseConnection } from './refusals.ts';

/** The connections of one HTTP server, and what each of them has not read yet. */
export interface Connections {
  /**
   * Says how large an answer is that is written bit by bit: until it has been read the whole of it stays in
   * memory, not only the part that is on its way.
   */
  charge(answer: ServerResponse, bytes: number): void;
  /** The listener for `clientError`: what could not be read as a request is refused, or the connection cut. */
  refuseUnreadable(error: Error & { readonly code?: string }, socket: Duplex): void;
  /** Cuts what has to be cut by now. Called by a timer; never throws. */
  sweep(): void;
  /** Bytes that all connections together have not read yet. */
  unreadBytes(): number;
  /** Stops the timer. */
  stop(): void;
}

export interface ConnectionsOptions {
  readonly limits: HttpLimits;
  readonly logger: Logger;
  /** What clients leave unread by other ways than this server's answers; nothing unless given. */
  readonly unread?: UnreadLedger;
  /** The address that a request counts for; that of its connection unless given. */
  readonly addressOf?: (request: IncomingMessage) => string;
  /** Whether the other end is a proxy that is believed: the clients behind it are counted by nobody here. */
  readonly isProxy?: (address: string) => boolean;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

interface Connection {
  readonly socket: Socket;
  /** The key of the address that it comes from. */
  readonly from: string;
  /** As its latest request says. */
  address: string;
  /** Those that are being given, and those that were over when the last was begun. */
  readonly answers: Set<ServerResponse>;
  /** Since when there has always been something unread. */
  unreadSince: number | undefined;
}

const SWEEP_MS = 250;

const cuts = counter('parterre_gateway_connections_cut_total', 'Connections cut by the gateway.', ['reason']);

/**
 * Watches an HTTP server. An answer that its client does not read stays in this process; nothing in Node ends
 * that. So an answer has its grace and then a slowest rate, and each address and all together have a bound in
 * bytes, WebSockets included. What a WebSocket is sent is counted by whoever took it over.
 */
export function watchConnections(server: Server, options: ConnectionsOptions): Connections {
  const { limits, logger, now = () => performance.now() } = options;
  const { unread = new UnreadLedger(limits.unread, now) } = options;
  const { addressOf = ({ socket }: IncomingMessage) => socket.remoteAddress ?? '', isProxy = () => false } =
    options;
  const connections = new Map<Duplex, Connection>();
  const charged = new WeakMap<ServerResponse, number>();
  server.maxConnections = limits.connections;

  /** By the key of the address that a connection comes from, whatever its requests say. */
  const perAddress = new Map<string, number>();
  const letGo = (socket: Duplex) => {
    const from = connections.get(socket)?.from;
    if (from === undefined) return;
    connections.delete(socket);
    const left = (perAddress.get(from) ?? 1) - 1;
    if (left > 0) perAddress.set(from, left);
    else perAddress.delete(from);
  };

  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? '';
    const from = addressKey(address);
    const open = perAddress.get(from) ?? 0;
    if (open >= limits.connectionsPerAddress && !isProxy(address)) {
      cuts.inc({ reason: 'too many of one address' });
      socket.destroy();
      return;
    }
    perAddress.set(from, open + 1);
    connections.set(socket, { socket, from, address, answers: new Set(), unreadSince: undefined });
    socket.once('close', () => letGo(socket));
  });
  server.on('drop', () => cuts.inc({ reason: 'too many' }));
  server.on('upgrade', (_request, socket) => letGo(socket));
  server.prependListener('request', (request: IncomingMessage, answer: ServerResponse) => {
    const connection = connections.get(request.socket);
    if (!connection) return;
    connection.address = addressOf(request);
    // Those that are over are let go of here: a listener on each costs more than looking.
    for (const each of connection.answers) if (each.closed) connection.answers.delete(each);
    connection.answers.add(answer);
    if (connection.answers.size > limits.requestsPerConnection) cut(connection, 'pipelined');
  });

  const cut = ({ socket }: Connection, reason: 'pipelined' | 'slow' | 'unread') => {
    cuts.inc({ reason });
    logger.debug({ reason, address: socket.remoteAddress }, 'cut a connection');
    letGo(socket);
    socket.destroy();
  };

  const unreadOf = ({ answers }: Connection): number => {
    let bytes = 0;
    for (const answer of answers) {
      if (answer.closed) {
        answers.delete(answer);
        continue;
      }
      // Once everything is with the operating system, nothing is left here.
      if (!answer.writableFinished) bytes += Math.max(answer.writableLength, charged.get(answer) ?? 0);
    }
    return bytes;
  };

  const notRead = function* (): Iterable<Unread & { readonly connection: Connection }> {
    const at = now();
    for (const connection of connections.values()) {
      const bytes = unreadOf(connection);
      if (bytes === 0) {
        connection.unreadSince = undefined;
        continue;
      }
      connection.unreadSince ??= at;
      const { address, unreadSince } = connection;
      yield { connection, address, bytes, ms: at - unreadSince, cut: () => cut(connection, 'unread') };
    }
  };
  const forget = unread.add(notRead);

  const sweep = () => {
    const { graceMs, bytesPerSecond } = limits.unread;
    for (const { connection, bytes, ms } of notRead()) {
      if (ms > graceMs + (bytes / bytesPerSecond) * 1_000) cut(connection, 'slow');
    }
    unread.sweep();
  };
  // Does not keep the process alive: it has work only while something listens.
  const timer = setInterval(sweep, SWEEP_MS).unref();

  return {
    sweep,
    charge(answer, bytes) {
      charged.set(answer, bytes);
      const connection = connections.get(answer.req.socket);
      if (connection) unread.written(connection.address, bytes);
    },
    unreadBytes: () => connections.values().reduce((sum, connection) => sum + unreadOf(connection), 0),
    stop() {
      forget();
      clearInterval(timer);
    },
    refuseUnreadable(error, socket) {
      const known = connections.get(socket)?.answers ?? new Set<ServerResponse>();
      const answers = new Set([...known].filter(({ closed }) => !closed));
      if (error.code === 'ECONNRESET' || !mayRefuse(answers)) return void socket.destroy();
      refuseConnection(socket, statusOf(error.code));
    },
  };
}

/**
 * Whether a refusal would be read as the answer to what could not be read, and not as another's, or as a part of
 * it: nothing is being answered but the very request whose body does not come.
 */
function mayRefuse(answers: ReadonlySet<ServerResponse>): boolean {
  const [answer] = answers;
  return answer === undefined || (answers.size === 1 && !answer.headersSent && !answer.req.complete);
}

function statusOf(code: string | undefined): number {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 408;
    case 'HPE_HEADER_OVERFLOW':
      return 431;
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return 413;
    default:
      return 400;
  }
}
