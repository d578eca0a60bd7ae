import type { ExecutionResult } from 'graphql';
import { serviceUnavailable } from '../graphql/errors.ts';
import type { Logger } from '../telemetry/logger.ts';
import { pause } from '../timing/pause.ts';
import { EventQueue } from './event-queue.ts';
import { LeastBusy } from './least-busy.ts';
import { StreamConnection, type StreamLimits, type StreamQuestion } from './stream-connection.ts';
import type { WireHeaders } from './wire.ts';

export type { StreamLimits, StreamQuestion } from './stream-connection.ts';

export interface StreamRequest extends StreamQuestion {
  /** Who asks; called for each time that it is asked, because tokens grow old. */
  headers(): Promise<WireHeaders>;
  /** The same, asked after a cursor; absent for a field that does not resume. */
  resumeAfter?(cursor: string): StreamQuestion;
  /** Ends the stream. */
  readonly signal: AbortSignal;
}

/** Subscriptions to a subgraph in other processes, over one connection to each replica. */
export interface RemoteStreams {
  /**
   * The events, from now on. When the connection is lost, the stream goes on at another replica at once, or where there
   * is none as soon as one can be had, after the last cursor that was received (`extensions.cursor`): a cursor means the
   * same in all replicas. Where there is none, its next event says that it starts anew (`extensions.reset`). What ends a stream stands in `errors` of its last event; one that does not start has no
   * other event.
   */
  subscribe(request: StreamRequest): AsyncIterableIterator<ExecutionResult>;
  close(): Promise<void>;
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
  /** Of the subgraph, one a replica; http or https. */
  readonly urls: readonly string[];
  /** What a connection itself is opened with; callers come with each subscription. */
  connectionHeaders(): Promise<WireHeaders>;
  readonly limits?: Partial<StreamLimits>;
  readonly logger: Logger;
}

export function connectStreams(options: RemoteStreamsOptions): RemoteStreams {
  const { name, connectionHeaders } = options;
  const limits = { ...streamLimits, ...options.limits };
  const logger = options.logger.child({ subgraph: name });
  /** Ends each stream that there is. */
  const open = new Set<() => void>();
  const connections = new LeastBusy(
    options.urls.map((url, index) => {
      const ofReplica = options.logger.child({ subgraph: name, replica: index + 1 });
      return new StreamConnection({ name, url, connectionHeaders, limits, logger: ofReplica });
    }),
    ({ streams }) => streams,
  );

  /** Where a stream is opened; undefined when none may be tried at this moment. */
  const choose = (hasLostAnother: boolean): StreamConnection | undefined => {
    // A replica that was down is tried by one stream that begins, not by those that somebody waits for already.
    const first = hasLostAnother
      ? connections.choose(({ isReady }) => isReady)
      : connections.choose(({ isReady, isDue }) => isReady || isDue);
    return first ?? connections.choose(({ isDue }) => isDue) ?? connections.choose(({ isTried }) => isTried);
  };

  /** Until some replica may be tried again. */
  const waitForOne = (signal: AbortSignal): Promise<void> => {
    const waitMs = Math.min(...connections.all.map((connection) => connection.waitMs));
    // Streams that were lost together do not all come back at the same moment.
    return pause(waitMs * (1 + Math.random()), signal);
  };

  const run = async (request: StreamRequest, queue: EventQueue<ExecutionResult>, ending: AbortController) => {
    const { signal } = ending;
    let question: StreamQuestion = request;
    let cursor: string | undefined;
    let hasBegun = false;
    let isContinued = true;
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
    for (let isFirst = true; ; isFirst = false) {
      const headers = await request.headers();
      // Asked in the same moment, so that the next stream sees this one there.
      const connection = choose(!isFirst);
      if (connection) {
        const outcome = await connection.ask(question, headers, onEvent, signal);
        if (outcome === 'complete' || signal.aborted) return queue.end();
        if (outcome === 'lost') lostAt = performance.now();
        if (cursor !== undefined && request.resumeAfter) question = request.resumeAfter(cursor);
        else isContinued = !hasBegun;
      } else {
        await waitForOne(signal);
        if (signal.aborted) return queue.end();
      }
      if (performance.now() - lostAt > limits.patienceMs) return queue.end(interrupted(name));
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
      await Promise.all(connections.all.map((connection) => connection.close()));
    },
  };
}

function interrupted(name: string): ExecutionResult {
  return { errors: [serviceUnavailable(`the ${name} subgraph sends no more events; subscribe again`)] };
}
