import type { ExecutionResult } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { serviceUnavailable } from '../graphql/errors.ts';
import type { Logger } from '../telemetry/logger.ts';
import { backoffMs } from '../timing/backoff.ts';
import { pause } from '../timing/pause.ts';
import { EventQueue } from './event-queue.ts';
import { readErrors, readResult } from './read-result.ts';
import type { WireHeaders } from './wire.ts';

/** A subscription as it is sent. */
export interface StreamQuestion {
  readonly text: string;
  readonly operationName?: string;
  readonly variables: unknown;
}

export interface StreamRequest extends StreamQuestion {
  /** Who asks; called for each time that it is asked, because tokens grow old. */
  headers(): Promise<WireHeaders>;
  /** The same, asked after a cursor; absent for a field that does not resume. */
  resumeAfter?(cursor: string): StreamQuestion;
  /** Ends the stream. */
  readonly signal: AbortSignal;
}

/** Subscriptions to a subgraph in another process, all over one connection. */
export interface RemoteStreams {
  /**
   * The events, from now on. A connection that is lost is made anew, and the stream goes on after the last cursor
   * that was received (`extensions.cursor`); where there is none, its next event says that it starts anew
   * (`extensions.reset`). What ends a stream stands in `errors` of its last event; one that does not start has no
   * other event.
   */
  subscribe(request: StreamRequest): AsyncIterableIterator<ExecutionResult>;
  close(): Promise<void>;
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

export const streamLimits: StreamLimits = {
  heartbeatMs: 10_000,
  heartbeatAnswerMs: 5_000,
  connectMs: 3_000,
  firstPauseMs: 100,
  longestPauseMs: 5_000,
  patienceMs: 60_000,
  unread: 1_000,
  frameBytes: 64 * 1024 * 1024,
  idleMs: 1_000,
};

export interface RemoteStreamsOptions {
  readonly name: string;
  /** Of the subgraph; http or https. */
  readonly url: string;
  /** What the connection itself is opened with; callers come with each subscription. */
  connectionHeaders(): Promise<WireHeaders>;
  readonly limits?: Partial<StreamLimits>;
  readonly logger: Logger;
}

export function connectStreams(options: RemoteStreamsOptions): RemoteStreams {
  const { name } = options;
  const limits = { ...streamLimits, ...options.limits };
  const logger = options.logger.child({ subgraph: name });
  /** Ends each stream that there is. */
  const open = new Set<() => void>();
  /** What to call when the present connection is lost, for each stream on it. */
  const onLoss = new Set<() => void>();
  let connectedAt = 0;
  const client = connect(options, limits, {
    onConnected() {
      connectedAt = performance.now();
    },
    onLoss() {
      for (const lose of [...onLoss]) lose();
    },
  });

  /** Asks once. Resolves when the stream is over, or its connection lost. */
  const ask = async (
    question: StreamQuestion,
    headers: WireHeaders,
    onEvent: (event: ExecutionResult) => void,
    signal: AbortSignal,
  ): Promise<'complete' | 'lost'> => {
    const { promise, resolve } = Promise.withResolvers<'complete' | 'lost'>();
    let unsubscribe = () => {};
    const finish = (outcome: 'complete' | 'lost') => {
      // At once: after some ways of closing the client would ask again by itself, and from the beginning.
      unsubscribe();
      resolve(outcome);
    };
    const lose = () => finish('lost');
    const end = () => finish('complete');
    onLoss.add(lose);
    signal.addEventListener('abort', end, { once: true });
    const { text, operationName, variables } = question;
    const payload = {
      query: text,
      operationName,
      variables: variables as Record<string, unknown>,
      extensions: { headers },
    };
    unsubscribe = client.subscribe(payload, {
      next: (message) =>
        onEvent(
          readResult(message) ?? {
            errors: [serviceUnavailable(`the ${name} subgraph sent no event that can be read`)],
          },
        ),
      // The list of errors that ends this subscription; anything else is about the connection.
      error(reason) {
        if (!Array.isArray(reason)) return lose();
        onEvent({ errors: readErrors(reason) });
        end();
      },
      complete: end,
    });
    if (signal.aborted) end();
    const outcome = await promise;
    onLoss.delete(lose);
    signal.removeEventListener('abort', end);
    return outcome;
  };

  const run = async (request: StreamRequest, queue: EventQueue<ExecutionResult>, ending: AbortController) => {
    let question: StreamQuestion = request;
    let cursor: string | undefined;
    let hasBegun = false;
    let isContinued = true;
    let failures = 0;
    /** Since when the stream has been without a connection. */
    let lostAt = performance.now();
    const onEvent = (event: ExecutionResult) => {
      const read = event.extensions?.cursor;
      if (typeof read === 'string') cursor = read;
      const shown = isContinued ? event : { ...event, extensions: { ...event.extensions, reset: true } };
      hasBegun = true;
      isContinued = true;
      if (queue.push(shown)) return;
      logger.warn({}, 'a subscription is ended, because too much of it lies unread');
      queue.end(interrupted(name));
      ending.abort();
    };
    for (;;) {
      const outcome = await ask(question, await request.headers(), onEvent, ending.signal);
      if (outcome === 'complete' || ending.signal.aborted) return queue.end();
      const now = performance.now();
      if (connectedAt > lostAt) {
        // A connection that is lost as soon as it is there is no reason to hurry.
        if (now - connectedAt > limits.longestPauseMs) failures = 0;
        lostAt = now;
      }
      failures += 1;
      if (now - lostAt > limits.patienceMs) return queue.end(interrupted(name));
      const mostMs = backoffMs(failures, limits.firstPauseMs, limits.longestPauseMs);
      // Streams that were lost together do not all come back at the same moment.
      await pause(mostMs * (0.5 + Math.random() / 2), ending.signal);
      if (ending.signal.aborted) return queue.end();
      if (cursor !== undefined && request.resumeAfter) question = request.resumeAfter(cursor);
      else isContinued = !hasBegun;
    }
  };

  return {
    subscribe(request) {
      const ending = new AbortController();
      const end = () => ending.abort();
      const queue = new EventQueue<ExecutionResult>(limits.unread, end);
      if (request.signal.aborted) end();
      request.signal.addEventListener('abort', end, { once: true });
      open.add(end);
      run(request, queue, ending)
        .catch((error: unknown) => {
          logger.error({ error }, 'a subscription to a subgraph could not be sent');
          queue.end(interrupted(name));
        })
        .finally(() => {
          request.signal.removeEventListener('abort', end);
          open.delete(end);
        });
      return queue;
    },
    async close() {
      for (const end of open) end();
      // Rejects when the connection that it waits for cannot be had: then there is nothing to close.
      await Promise.resolve(client.dispose()).catch(() => undefined);
    },
  };
}

function interrupted(name: string): ExecutionResult {
  return { errors: [serviceUnavailable(`the ${name} subgraph sends no more events; subscribe again`)] };
}

interface ConnectionEvents {
  onConnected(): void;
  /** It is lost, or cannot be had. */
  onLoss(): void;
}

/** One connection, made when it is needed. */
function connect(
  { name, url, connectionHeaders, logger }: RemoteStreamsOptions,
  limits: StreamLimits,
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
        logger.debug({ subgraph: name, code, reason }, 'the connection for subscriptions has ended');
        events.onLoss();
      },
    },
  });
  return client;
}
