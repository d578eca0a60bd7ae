import type { Pool, PoolClient } from 'pg';
import { currentBound } from '../timing/bounded-work.ts';
import { pause } from '../timing/pause.ts';
import type { ControlConnection } from './control-connection.ts';
import { DatabaseCancelled } from './errors.ts';

/**
 * Lets the bound of a request (platform/timing/bounded-work.ts) reach its SQL, raw, by entities and in
 * transactions alike: when the bound ends, whatever statement its connections run is cancelled, waiting for a
 * connection ends, and nothing more is sent but what ends a transaction.
 *
 * A commit is not cancelled once it has begun, and does not begin once the bound has ended: so whoever is told
 * that a transaction was cancelled may rely on it. What runs outside of any bound is left alone.
 */
export function cancelWithBounds(pool: Pool, control: ControlConnection): void {
  const connect = pool.connect.bind(pool) as () => Promise<PoolClient>;

  function connectWithin(signal: AbortSignal): Promise<PoolClient> {
    if (signal.aborted) return Promise.reject(new DatabaseCancelled());
    return new Promise((resolve, reject) => {
      let end = () => reject(new DatabaseCancelled());
      // One listener for all that a connection may be doing when the end comes: this is on the way of every query.
      const onEnd = () => end();
      const stopListening = () => signal.removeEventListener('abort', onEnd);
      signal.addEventListener('abort', onEnd);
      connect().then(
        (client) => {
          // Whoever waited has been told already; the connection goes to the next one who waits.
          if (signal.aborted) return client.release();
          end = hold(client, signal, control, stopListening);
          resolve(client);
        },
        (error: unknown) => {
          stopListening();
          reject(error);
        },
      );
    });
  }

  function connectOrCall(callback?: (error: Error) => void): unknown {
    if (callback) return (connect as (callback: unknown) => void)(callback);
    // Read here and not when a client comes: a waiting request is served in the context of the one that lets go.
    const bound = currentBound();
    return bound ? connectWithin(bound.signal) : connect();
  }
  pool.connect = connectOrCall as Pool['connect'];
}

type Query = (...args: readonly unknown[]) => unknown;

/** A statement that outlives its cancel is cancelled again after so long, so often; then statement_timeout ends it. */
const AGAIN_AFTER_MS = 50;
const TRIES = 100;

/** Watches over a connection until it is released; answers what to do when the bound ends. */
function hold(
  client: PoolClient,
  signal: AbortSignal,
  control: ControlConnection,
  stopListening: () => void,
): () => void {
  const ownQuery = client.query;
  const query = ownQuery.bind(client) as Query;
  const release = client.release.bind(client);
  const { processID } = client as PoolClient & { readonly processID: number };
  let running = 0;
  let isCommitting = false;
  let isTold = true;
  let cancelling: Promise<void> | undefined;
  let tellIdle = () => {};

  const cancel = async (): Promise<void> => {
    // Several statements of one transaction may be queued in pg; each of them is met in turn.
    for (let tries = 0; running > 0 && isTold && tries < TRIES; tries += 1) {
      const idle = new AbortController();
      tellIdle = () => idle.abort();
      isTold = await control.cancel(processID);
      if (running > 0) await pause(AGAIN_AFTER_MS, idle.signal);
    }
    cancelling = undefined;
  };

  const onEnd = () => {
    if (running > 0 && !isCommitting) cancelling = cancel();
  };

  const track = async (result: Promise<unknown>): Promise<unknown> => {
    running += 1;
    try {
      return await result;
    } catch (error) {
      throw signal.aborted && isCancelled(error) ? new DatabaseCancelled(error) : error;
    } finally {
      running -= 1;
      isCommitting = false;
      if (running === 0) tellIdle();
    }
  };

  const send = (args: readonly unknown[]): unknown => {
    // A cancel that is on its way would hit this statement instead of the one that it is meant for.
    if (cancelling) return cancelling.then(() => send(args));
    const text = textOf(args[0]);
    if (signal.aborted && !endsTransaction.test(text)) return Promise.reject(new DatabaseCancelled());
    isCommitting = commits.test(text);
    const result = query(...args);
    return isPromise(result) ? track(result) : result;
  };

  client.query = ((...args: readonly unknown[]) => send(args)) as PoolClient['query'];
  client.release = (destroy?: Error | boolean) => {
    stopListening();
    client.query = ownQuery;
    // The next one who gets this connection must not be hit by a cancel that was meant for this one.
    const letGo = () => release(destroy ?? !isTold);
    if (cancelling) void cancelling.then(letGo);
    else letGo();
  };
  return onEnd;
}

const commits = /^\s*(commit|end)\b/i;
/** What is sent after the end too: the begin, because whoever sent it takes it for granted, and what compensates it. */
const endsTransaction = /^\s*(begin|start transaction|rollback)\b/i;

function textOf(query: unknown): string {
  if (typeof query === 'string') return query;
  const { text } = query as { readonly text?: unknown };
  return typeof text === 'string' ? text : '';
}

function isCancelled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '57014';
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
