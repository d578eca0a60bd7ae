import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '@parterre/platform/kernel/clock.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { gauge } from '@parterre/platform/telemetry/metrics.ts';
import { CloseCode, handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Authentication } from '../authentication/authentication.ts';
import type { Caller } from '../caller.ts';
import { defaultLimits as limits } from '../limits.ts';
import type { SocketOperations } from './socket-operations.ts';
import { type Connection, createSocketProtocol, transportOf } from './socket-protocol.ts';

/** The WebSocket half of /graphql. */
export interface SocketServer {
  /** Takes over a connection of the HTTP server that wants to become a WebSocket. */
  upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void;
  /** Closes every socket whose caller `hasEnded`, with 4403. */
  closeWhere(hasEnded: (caller: Caller) => boolean): void;
  /** Lets nobody in any more and closes what is open with 1012, one after another, within 3 s. */
  close(): Promise<void>;
}

export interface SocketServerOptions {
  readonly operations: SocketOperations;
  readonly authentication: Authentication;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A client that does not answer for this long is gone. */
const KEEP_ALIVE_MS = 15_000;
const SERVICE_RESTART = 1012;
/** Closing is spread over this long, because everybody comes back at once. */
const CLOSING_MS = 2_000;
const LONGEST_CLOSING_PAUSE_MS = 20;
/** How long a client may take to say goodbye before its connection is cut. */
const GOODBYE_MS = 1_000;

const open = gauge('parterre_gateway_sockets', 'Open WebSockets.');

export function createSocketServer(options: SocketServerOptions): SocketServer {
  const { logger } = options;
  const connections = new Set<Connection>();
  const graphql = createSocketProtocol(options);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
    handleProtocols: (offered) => handleProtocols(offered),
  });
  let isClosing = false;

  const keepAlive = setInterval(() => {
    for (const connection of connections) {
      if (!connection.isAlive) connection.socket.terminate();
      connection.isAlive = false;
      connection.socket.ping();
    }
  }, KEEP_ALIVE_MS);

  const attach = (socket: WebSocket, request: IncomingMessage) => {
    const connection: Connection = { socket, address: request.socket.remoteAddress, isAlive: true };
    connections.add(connection);
    open.inc();
    socket.on('pong', () => {
      connection.isAlive = true;
    });
    // An oversized or malformed frame: ws has chosen the close code already.
    socket.on('error', (error) => logger.debug({ error }, 'a WebSocket failed'));
    const closed = graphql.opened(transportOf(socket, logger), connection);
    socket.once('close', (code, reason) => {
      clearTimeout(connection.expiry);
      connections.delete(connection);
      open.dec();
      void closed(code, reason.toString());
    });
  };

  return {
    upgrade(request, connection, head) {
      if (isClosing) return refuse(connection, '503 Service Unavailable');
      sockets.handleUpgrade(request, connection, head, attach);
    },

    closeWhere(hasEnded) {
      for (const { socket, caller } of connections) {
        if (!caller || !hasEnded(caller)) continue;
        socket.close(CloseCode.Forbidden, 'Forbidden: the session has been ended');
      }
    },

    async close() {
      isClosing = true;
      clearInterval(keepAlive);
      const everyone = [...connections];
      const pauseMs = Math.min(LONGEST_CLOSING_PAUSE_MS, CLOSING_MS / everyone.length);
      for (const { socket } of everyone) {
        socket.close(SERVICE_RESTART, 'Service restart');
        await pause(pauseMs);
      }
      const cut = setTimeout(() => {
        for (const { socket } of connections) socket.terminate();
      }, GOODBYE_MS);
      await Promise.all(everyone.map(({ socket }) => untilClosed(socket)));
      clearTimeout(cut);
    },
  };
}

function refuse(connection: Duplex, status: string): void {
  connection.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function untilClosed(socket: WebSocket): Promise<void> {
  if (socket.readyState === socket.CLOSED) return Promise.resolve();
  return new Promise((resolve) => socket.once('close', () => resolve()));
}
