import type { ExecutionResult } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { serviceUnavailable } from '../graphql/errors.ts';
import type { Logger } from '../telemetry/logger.ts';
import { backoffMs } from '../timing/backoff.ts';
import { readErrors, readResult } from './read-result.ts';
import type { WireHeaders } from './wire.ts';

/** A subscription as it is sent. */
export interface StreamQuestion {
  readonly text: string;
  readonly operationName?: string;
  readonly variables: unknown;
}

export interface StreamLimits {
  /** A sign of life is asked for so often, and awaited for so long. */
  readonly heartbeatMs: number;
  readonly heartbeatAnswerMs: number;
  readonly connectMs: number;
  /** Pauses before a lost connection is made anew. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** A stream ends when it could not be had again for so long. */
  readonly patienceMs: number;
  /** Events of one stream that lie unread. */
  readonly unread: number;
  readonly frameBytes: number;
  /** The connection is kept for so long when nobody subscribes any more. */
  readonly idleMs: number;
}

export interface StreamConnectionOptions {
  /** Of the subgraph. */
  readonly name: string;
  /** Of the replica; http or https. */
  readonly url: string;
  connectionHeaders(): Promise<WireHeaders>;
  readonly limits: StreamLimits;
  readonly logger: Logger;
}

/** How a stream has ended: by itself or its reader, by a connection that was lost, or that could not be had. */
export type StreamOutcome = 'complete' | 'lost' | 'not had';

/** Subscriptions to one replica of a subgraph, over one connection (graphql-transport-ws), which is made when needed. */
export class StreamConnection {
  readonly #options: StreamConnectionOptions;
  readonly #client: Client;
  /** What to call when the present connection is lost, for each stream on it. */
  readonly #onLoss = new Set<(outcome: StreamOutcome) => void>();
  /** When the present connection was there; undefined when none is. */
  #connectedAt: number | undefined;
  /** How often in a row it was lost soon, or not had. */
  #failures = 0;
  /** When it may be tried again after that. */
  #dueAt = 0;

  constructor(options: StreamConnectionOptions) {
    this.#options = options;
    this.#client = connect(options, {
      onConnected: () => {
        this.#connectedAt = performance.now();
      },
      onClosed: () => this.#close(),
    });
  }

  /** Streams that use it or wait for it. */
  get streams(): number {
    return this.#onLoss.size;
  }

  /** It is there, or nothing says that it cannot be had. */
  get isReady(): boolean {
    return this.#connectedAt !== undefined || this.#failures === 0;
  }

  /** It was lost, and may be tried again by now. */
  get isDue(): boolean {
    return !this.isReady && this.streams === 0 && this.waitMs === 0;
  }

  /** It was lost, and somebody tries to have it again. */
  get isTried(): boolean {
    return !this.isReady && this.streams > 0;
  }

  /** Milliseconds until it may be tried again. */
  get waitMs(): number {
    return Math.max(0, this.#dueAt - performance.now());
  }

  /** Asks once. */
  async ask(
    { text, operationName, variables }: StreamQuestion,
    headers: WireHeaders,
    onEvent: (event: ExecutionResult) => void,
    signal: AbortSignal,
  ): Promise<StreamOutcome> {
    const { name } = this.#options;
    const { promise, resolve } = Promise.withResolvers<StreamOutcome>();
    let unsubscribe = () => {};
    let isOver = false;
    const finish = (outcome: StreamOutcome) => {
      isOver = true;
      // At once: after some ways of closing the client would ask again by itself, and from the beginning.
      unsubscribe();
      this.#onLoss.delete(finish);
      resolve(outcome);
    };
    const end = () => finish('complete');
    this.#onLoss.add(finish);
    signal.addEventListener('abort', end, { once: true });
    const payload = {
      query: text,
      operationName,
      variables: variables as Record<string, unknown>,
      extensions: { headers },
    };
    unsubscribe = this.#client.subscribe(payload, {
      next: (message) =>
        onEvent(
          readResult(message) ?? {
            errors: [serviceUnavailable(`the ${name} subgraph sent no event that can be read`)],
          },
        ),
      // The list of errors that ends this subscription; anything else is about the connection.
      error: (reason) => {
        if (isOver) return;
        if (!Array.isArray(reason)) return this.#close();
        onEvent({ errors: readErrors(reason) });
        end();
      },
      complete: end,
    });
    if (signal.aborted) end();
    const outcome = await promise;
    signal.removeEventListener('abort', end);
    return outcome;
  }

  async close(): Promise<void> {
    // Rejects when the connection that it waits for cannot be had: then there is nothing to close.
    await Promise.resolve(this.#client.dispose()).catch(() => undefined);
  }

  /** The connection has ended, or could not be had. */
  #close(): void {
    const { firstPauseMs, longestPauseMs } = this.#options.limits;
    const connectedAt = this.#connectedAt;
    this.#connectedAt = undefined;
    const now = performance.now();
    const wasNeeded = this.#onLoss.size > 0;
    // A connection that is lost as soon as it is there is no reason to hurry.
    if (connectedAt !== undefined && (!wasNeeded || now - connectedAt > longestPauseMs)) {
      this.#failures = 0;
    }
    if (wasNeeded || connectedAt === undefined) {
      this.#failures += 1;
      // The other half is for whoever waits, each of them a part of it.
      this.#dueAt = now + backoffMs(this.#failures, firstPauseMs, longestPauseMs) / 2;
    }
    for (const lose of [...this.#onLoss]) lose(connectedAt === undefined ? 'not had' : 'lost');
  }
}

interface ConnectionEvents {
  onConnected(): void;
  /** It has ended, is lost, or cannot be had. */
  onClosed(): void;
}

/** One connection, made when it is needed. */
function connect(
  { url, connectionHeaders, limits, logger }: StreamConnectionOptions,
  events: ConnectionEvents,
): Client {
  const socketOptions = {
    handshakeTimeout: limits.connectMs,
    // Unknown to the types of ws as yet.
    closeTimeout: limits.connectMs,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
  };
  class Socket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, socketOptions);
    }
  }
  let isAlive: NodeJS.Timeout | undefined;
  const client = createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: Socket,
    connectionParams: async () => ({ ...(await connectionHeaders()) }),
    connectionAckWaitTimeout: limits.connectMs,
    lazyCloseTimeout: limits.idleMs,
    keepAlive: limits.heartbeatMs,
    // Each stream comes back by itself, from where it has got to.
    retryAttempts: 0,
    on: {
      connected: events.onConnected,
      // A connection that is broken without either end having been told shows by the answer that does not come.
      ping(isReceived) {
        if (isReceived) return;
        isAlive = setTimeout(() => client.terminate(), limits.heartbeatAnswerMs);
      },
      pong: (isReceived) => (isReceived ? clearTimeout(isAlive) : undefined),
      closed(event) {
        clearTimeout(isAlive);
        const { code, reason } = event as { readonly code?: number; readonly reason?: string };
        logger.debug({ code, reason }, 'the connection for subscriptions has ended');
        events.onClosed();
      },
    },
  });
  return client;
}
