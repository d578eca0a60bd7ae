import { rateLimited, unauthenticated } from '@parterre/platform/graphql/errors.ts';
import type { Clock } from '@parterre/platform/kernel/clock.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { CloseCode, type Server as GraphqlWsServer, makeServer } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { type Authentication, isAuthenticated } from '../authentication/authentication.ts';
import type { Caller } from '../caller.ts';
import { defaultLimits as limits } from '../limits.ts';
import type { SocketOperations } from './socket-operations.ts';

export interface SocketProtocolOptions {
  readonly operations: SocketOperations;
  readonly authentication: Authentication;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** One WebSocket and who is behind it: unknown until connection_init has been answered. */
export interface Connection {
  readonly socket: WebSocket;
  /** The client's address, as far as it is believed. */
  readonly address?: string;
  caller?: Caller;
  expiry?: NodeJS.Timeout;
  isAlive: boolean;
}

const INIT_TIMEOUT_MS = 5_000;
const TRY_AGAIN_LATER = 1013;

/** graphql-ws speaks the protocol; here stands who is let in and what an operation may be. */
export function createSocketProtocol(options: SocketProtocolOptions): GraphqlWsServer<Connection> {
  const { operations, authentication, clock, logger } = options;
  return makeServer<Record<string, unknown>, Connection>({
    connectionInitWaitTimeout: INIT_TIMEOUT_MS,

    async onConnect({ connectionParams, extra: connection }) {
      try {
        const authorization = authorizationIn(connectionParams);
        const caller = await authentication.authenticate({ authorization, address: connection.address });
        connection.caller = caller;
        // An ending that was heard while the keys were awaited found no socket of this session to close.
        if (authentication.isEnded(caller)) return false;
        // Nor may a timer be set for a socket that has gone meanwhile: nobody would clear it.
        if (connection.socket.readyState !== connection.socket.OPEN) return false;
        closeOnExpiry(connection, caller, clock.now());
        return true;
      } catch (error) {
        logger.debug({ error }, 'a WebSocket was not let in');
        if (isOutage(error)) connection.socket.close(TRY_AGAIN_LATER, 'Try again later');
        return false;
      }
    },

    onSubscribe({ subscriptions, extra: { caller } }, _id, payload) {
      if (Object.keys(subscriptions).length > limits.operationsPerSocket) {
        return [
          rateLimited(`expected at most ${limits.operationsPerSocket} operations at a time on a socket`),
        ];
      }
      // graphql-ws lets nobody subscribe before onConnect has let them in.
      if (!caller) return [unauthenticated()];
      return operations.check(payload, caller);
    },

    execute: operations.execute,
    subscribe: operations.subscribe,
  });
}

/** A client whose token expires is to come back with a fresh one. */
function closeOnExpiry(connection: Connection, caller: Caller, now: Date): void {
  if (!isAuthenticated(caller)) return;
  connection.expiry = setTimeout(
    () => connection.socket.close(CloseCode.Forbidden, 'Forbidden: the access token has expired'),
    caller.expiresAt.getTime() - now.getTime(),
  );
}

/** A WebSocket in the shape that graphql-ws writes to and reads from. */
export function transportOf(
  socket: WebSocket,
  logger: Logger,
): Parameters<GraphqlWsServer<Connection>['opened']>[0] {
  return {
    protocol: socket.protocol,
    send: (text) =>
      new Promise((resolve) => {
        // What was meant for a client that has left needs no sending.
        if (socket.readyState !== socket.OPEN) return resolve();
        // Nor is it a fault of ours when the client resets meanwhile: the socket says so by its own events.
        socket.send(text, () => resolve());
      }),
    close: (code, reason) => socket.close(code, reason),
    onMessage: (handle) =>
      socket.on('message', (data) => {
        handle(data.toString()).catch((error) => {
          logger.error({ error }, 'a WebSocket message failed unexpectedly');
          socket.close(CloseCode.InternalServerError, 'Internal server error');
        });
      }),
  };
}

/** Header names are case-insensitive, and Sandbox sends its headers as they were typed. */
function authorizationIn(params: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const entry = Object.entries(params ?? {}).find(([name]) => name.toLowerCase() === 'authorization');
  const value = entry?.[1] ?? undefined;
  if (value === undefined || typeof value === 'string') return value;
  throw unauthenticated('expected the authorization of connection_init to be a text');
}

function isOutage(error: unknown): boolean {
  const { extensions } = error as { extensions?: { code?: unknown } };
  return extensions?.code === 'SERVICE_UNAVAILABLE';
}
