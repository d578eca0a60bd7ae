import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { handleProtocols } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Caller } from '../caller.ts';
import type { Connections } from './connections.ts';
import type { SubscriptionLimits } from './limits.ts';
import type { AddressOf, CountBytes } from './ports.ts';
import { Socket } from './socket.ts';
import { createSocketProtocol, type SocketProtocolOptions } from './socket-protocol.ts';
import type { SlowReaders } from './writer.ts';

/** The WebSocket half of /graphql. */
export interface SocketServer {
  /** Takes over a connection of the HTTP server that wants to become a WebSocket. */
  upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void;
  /** Asks for no more signs of life. The sockets themselves are closed by their `Connections`. */
  stop(): void;
}

export interface SocketServerOptions extends SocketProtocolOptions {
  readonly connections: Connections;
  readonly slowReaders: SlowReaders;
  readonly anonymous: Caller;
  readonly addressOf: AddressOf;
  readonly bytes?: CountBytes;
  readonly limits: SubscriptionLimits;
  readonly logger: Logger;
}

export function createSocketServer(options: SocketServerOptions): SocketServer {
  const { connections, slowReaders, limits, logger } = options;
  const open = new Set<Socket>();
  const graphql = createSocketProtocol(options);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    // Shared frames would be compressed for each socket anew; 10,000 windows would be 600 MB.
    perMessageDeflate: false,
    // One message of a socket in a turn of the event loop: a thousand that come at once are 150 ms of work.
    allowSynchronousEvents: false,
    handleProtocols: (offered) => handleProtocols(offered),
  });

  const keepAlive = setInterval(() => {
    for (const socket of open) socket.ping();
  }, limits.keepAliveMs);

  const attach = (webSocket: WebSocket, address: string) => {
    const socket = new Socket(webSocket, address, options.anonymous, limits, (writer) =>
      slowReaders.watch(writer, address),
    );
    open.add(socket);
    connections.add(socket);
    webSocket.on('pong', () => {
      socket.isAlive = true;
    });
    // An oversized or malformed frame: ws has chosen the close code already.
    webSocket.on('error', (error) => logger.debug({ error }, 'a WebSocket failed'));
    const closed = graphql.opened(socket.transport({ limits, bytes: options.bytes, logger }), socket);
    webSocket.once('close', (code, reason) => {
      clearTimeout(socket.expiry);
      socket.writer.close();
      socket.answers.endAll();
      open.delete(socket);
      connections.remove(socket);
      closed(code, reason.toString()).catch((error: unknown) => {
        logger.error({ error }, 'what ran on a WebSocket could not be ended');
      });
    });
  };

  return {
    upgrade(request, connection, head) {
      if (connections.isClosing) return refuse(connection, '503 Service Unavailable', 'Retry-After: 5\r\n');
      const address = options.addressOf(request);
      if (!connections.hasRoomFor(address)) {
        return refuse(connection, '429 Too Many Requests', 'Retry-After: 30\r\n');
      }
      sockets.handleUpgrade(request, connection, head, (webSocket) => attach(webSocket, address));
    },

    stop: () => clearInterval(keepAlive),
  };
}

function refuse(connection: Duplex, status: string, headers = ''): void {
  // A client that does not close its half would keep the connection for good: it counts for nobody and is timed by nobody.
  connection.once('finish', () => connection.destroy());
  connection.end(`HTTP/1.1 ${status}\r\n${headers}Connection: close\r\nContent-Length: 0\r\n\r\n`);
}
