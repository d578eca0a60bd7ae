import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { counter } from '@parterre/platform/telemetry/metrics.ts';
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
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

interface Connection {
  readonly socket: Socket;
  /** Those that are being given, and those that were over when the last was begun. */
  readonly answers: Set<ServerResponse>;
  /** Since when there has always been something unread. */
  unreadSince: number | undefined;
}

const SWEEP_MS = 1_000;

const cuts = counter('parterre_gateway_connections_cut', 'Connections cut by the gateway.', ['reason']);

/**
 * Watches an HTTP server. An answer that its client does not read stays in this process; nothing in Node ends
 * that. So an answer has its grace and then a slowest rate, and all together a bound in bytes: beyond it
 * those are cut whose unread bytes times their time are most. WebSockets are left to whoever took them over.
 */
export function watchConnections(server: Server, options: ConnectionsOptions): Connections {
  const { limits, logger, now = () => performance.now() } = options;
  const connections = new Map<Duplex, Connection>();
  const charged = new WeakMap<ServerResponse, number>();
  server.maxConnections = limits.connections;

  server.on('connection', (socket) => {
    connections.set(socket, { socket, answers: new Set(), unreadSince: undefined });
    socket.once('close', () => connections.delete(socket));
  });
  server.on('drop', () => cuts.inc({ reason: 'too many' }));
  server.on('upgrade', (_request, socket) => connections.delete(socket));
  server.prependListener('request', ({ socket }: IncomingMessage, answer: ServerResponse) => {
    const connection = connections.get(socket);
    if (!connection) return;
    // Those that are over are let go of here: a listener on each costs more than looking.
    for (const each of connection.answers) if (each.closed) connection.answers.delete(each);
    connection.answers.add(answer);
    if (connection.answers.size > limits.requestsPerConnection) cut(connection, 'pipelined');
  });

  const cut = ({ socket }: Connection, reason: 'pipelined' | 'slow' | 'unread') => {
    cuts.inc({ reason });
    logger.debug({ reason, address: socket.remoteAddress }, 'cut a connection');
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

  const sweep = () => {
    const at = now();
    const waiting: Waiting[] = [];
    for (const connection of connections.values()) {
      const bytes = unreadOf(connection);
      if (bytes === 0) {
        connection.unreadSince = undefined;
        continue;
      }
      connection.unreadSince ??= at;
      waiting.push({ connection, bytes, ms: at - connection.unreadSince });
    }
    for (const { connection, reason } of whichToCut(waiting, limits.unread)) cut(connection, reason);
  };
  // Does not keep the process alive: it has work only while something listens.
  const timer = setInterval(sweep, SWEEP_MS).unref();

  return {
    sweep,
    charge: (answer, bytes) => void charged.set(answer, bytes),
    unreadBytes: () => connections.values().reduce((sum, connection) => sum + unreadOf(connection), 0),
    stop: () => clearInterval(timer),
    refuseUnreadable(error, socket) {
      const known = connections.get(socket)?.answers ?? new Set<ServerResponse>();
      const answers = new Set([...known].filter(({ closed }) => !closed));
      if (error.code === 'ECONNRESET' || !mayRefuse(answers)) return void socket.destroy();
      refuseConnection(socket, statusOf(error.code));
    },
  };
}

interface Waiting {
  readonly connection: Connection;
  readonly bytes: number;
  readonly ms: number;
}

function* whichToCut(waiting: readonly Waiting[], limits: HttpLimits['unread']) {
  let total = 0;
  const others: Waiting[] = [];
  for (const each of waiting) {
    const patienceMs = limits.graceMs + (each.bytes / limits.bytesPerSecond) * 1_000;
    if (each.ms > patienceMs) {
      yield { connection: each.connection, reason: 'slow' } as const;
      continue;
    }
    total += each.bytes;
    others.push(each);
  }
  if (total <= limits.bytes) return;
  others.sort((one, other) => other.bytes * other.ms - one.bytes * one.ms);
  for (const each of others) {
    // Seen for the first time: it may be an answer that is just being written.
    if (total <= limits.bytes || each.ms === 0) return;
    total -= each.bytes;
    yield { connection: each.connection, reason: 'unread' } as const;
  }
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
