import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

import { type ExecutionArgs, parse } from 'graphql';
import { handleProtocols, makeServer, type SubscribePayload } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { ServiceTokenRefused, type ServiceTokens } from '../auth/service-tokens.ts';
import { unauthenticated } from '../graphql/errors.ts';
import type { SubgraphRequest, SubgraphServer } from '../graphql/subgraph-server.ts';
import { readHeaders } from '../http/wire.ts';
import type { Logger } from '../telemetry/logger.ts';

export interface ServeStreamsOptions {
  readonly server: SubgraphServer;
  readonly serviceTokens: Pick<ServiceTokens, 'verify'>;
  readonly logger: Logger;
}

/** The subscriptions of a subgraph, any number of them over each WebSocket (graphql-transport-ws). */
export interface ServedStreams {
  /** Takes over a connection of the HTTP server that wants to become a WebSocket. */
  upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void;
  /** Tells every client to come back elsewhere. */
  close(): Promise<void>;
}

interface Connection {
  readonly socket: WebSocket;
  /** Aborted when it is closed: what is being started then is started for nobody. */
  readonly signal: AbortSignal;
}

const HEARTBEAT_MS = 12_000;
const FRAME_BYTES = 4 * 1024 * 1024;
const GOING_AWAY = 1001;
const FAILED = 4500;
const CLOSE_MS = 2_000;

/**
 * A connection is opened with a service token in `connection_init`, under the names of platform/http/wire.ts; each
 * subscription brings the token of whoever it is for in `extensions.headers`. What does not start is one result
 * with errors, and the end.
 */
export function serveStreams({ server, serviceTokens, logger }: ServeStreamsOptions): ServedStreams {
  const isKnown = async (headers: unknown): Promise<boolean> => {
    const token = readHeaders(asRecord(headers)).serviceToken;
    if (token === undefined) return false;
    return serviceTokens.verify(token).then(
      () => true,
      (error: unknown) => {
        if (error instanceof ServiceTokenRefused) return false;
        throw error;
      },
    );
  };

  const graphql = makeServer<Record<string, unknown>, Connection>({
    onConnect: ({ connectionParams }) => isKnown(connectionParams),
    onSubscribe: ({ extra }, _id, payload) => {
      const request = requestOf(payload, extra.signal);
      if (request) return { ...anySubscription, contextValue: request };
      return [unauthenticated('expected a service token in extensions.headers.authorization')];
    },
    // Nothing but subscriptions: whatever comes is asked as one.
    subscribe: (args: ExecutionArgs) => server.subscribe(args.contextValue as SubgraphRequest),
  });
  const socketOptions = {
    noServer: true,
    maxPayload: FRAME_BYTES,
    perMessageDeflate: false,
    // Unknown to the types of ws as yet.
    closeTimeout: CLOSE_MS,
    handleProtocols: (offered: Set<string>) => handleProtocols(offered),
  };
  const sockets = new WebSocketServer(socketOptions);

  const attach = (socket: WebSocket): void => {
    const closing = new AbortController();
    const fail = (error: unknown) => {
      logger.error({ error }, 'a message on a WebSocket failed unexpectedly');
      socket.close(FAILED);
    };
    const closed = graphql.opened(
      {
        protocol: socket.protocol,
        // Resolves when it has been written: a reader that falls behind keeps its stream from being read.
        send: (data) =>
          new Promise((resolve, reject) => {
            if (socket.readyState !== socket.OPEN) return resolve();
            socket.send(data, (error) => (error ? reject(error) : resolve()));
          }),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (listener) => socket.on('message', (data) => void listener(data.toString()).catch(fail)),
      },
      { socket, signal: closing.signal },
    );
    let isAlive = true;
    socket.on('pong', () => {
      isAlive = true;
    });
    const heartbeat = setInterval(() => {
      if (!isAlive) return socket.terminate();
      isAlive = false;
      socket.ping();
    }, HEARTBEAT_MS);
    socket.on('error', (error) => logger.debug({ error }, 'a WebSocket failed'));
    socket.once('close', (code, reason) => {
      clearInterval(heartbeat);
      closing.abort();
      closed(code, reason.toString()).catch(fail);
    });
  };

  return {
    upgrade: (request, connection, head) => sockets.handleUpgrade(request, connection, head, attach),
    async close() {
      for (const socket of sockets.clients) socket.close(GOING_AWAY, 'Going away');
      await new Promise<void>((resolve) => sockets.close(() => resolve()));
    },
  };
}

/** What the library wants to see; what is asked stands in the request. */
const anySubscription: Omit<ExecutionArgs, 'schema'> & { schema: never } = {
  schema: undefined as never,
  document: parse('subscription { any }'),
};

function requestOf(payload: SubscribePayload, signal: AbortSignal): SubgraphRequest | undefined {
  const read = readHeaders(asRecord(payload.extensions?.headers));
  if (!read.serviceToken) return undefined;
  const { serviceToken, clientAddress, traceparent } = read;
  const { query: document, variables, operationName } = payload;
  return {
    document,
    variables: variables ?? undefined,
    operationName,
    serviceToken,
    clientAddress,
    traceparent,
    signal,
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
