import { AsyncLocalStorage } from 'node:async_hooks';
import { Client, type ClientConfig, Pool, type PoolClient } from 'pg';
import { isBelowRecordedSpan } from '../telemetry/tracing.ts';
import { isOfAnotherShape } from './errors.ts';
import { traceQuery } from './query-span.ts';
import { nameOf } from './statement.ts';

/**
 * Connections that a database has open at most in one process, by what they are for. Beside them stand one for
 * cancelling, one for the relay, and a short one while migrations run (`CONNECTIONS_OF_A_SUBGRAPH`).
 */
export const REQUEST_CONNECTIONS = 10;
export const BACKGROUND_CONNECTIONS = 5;
/** Everything that one subgraph may have open in one process while it runs. */
export const CONNECTIONS_OF_A_SUBGRAPH = REQUEST_CONNECTIONS + BACKGROUND_CONNECTIONS + 2;

/** A connection that is silent for so long is asked by the kernel whether the other end still lives. */
export const KEEPALIVE_AFTER_MS = 10_000;

/**
 * A declared statement is planned once a connection, not for each set of values: PostgreSQL believes arrays to be longer
 * than ours, and would plan statements that take one each time anew (0.54 ms a hold). A test looks at these plans
 * (tests/persistence).
 */
export const PLANS_FOR_ANY_VALUES = '-c plan_cache_mode=force_generic_plan';

type Query = (...args: readonly unknown[]) => unknown;

/**
 * A client that does not wait for ever: when no answer has come within `query_timeout`, its connection is
 * destroyed, and the pool opens another one in its place. pg alone only gives up waiting, and hands the
 * connection, with the unanswered statement still at its head, to the next one.
 *
 * Declared statements (statement.ts) are parsed once a connection.
 */
export class ImpatientClient extends Client {
  /** Those whose answer has another shape since a migration: a connection never gets over it, by their name. */
  readonly #changed = new Set<string>();

  constructor(config?: string | ClientConfig) {
    super(config);
    const query = this.query.bind(this) as Query;
    const run = (args: readonly unknown[]): unknown => {
      const result = query(...args);
      return result instanceof Promise ? result.catch((error: unknown) => this.#giveUp(error)) : result;
    };
    const ask = (given: readonly unknown[]): unknown => {
      const name = nameOf(given[0]);
      if (name === undefined || this.#changed.has(name)) return run(given);
      const [text, values, ...others] = given;
      const result = run([{ name, text, values }, ...others]);
      if (!(result instanceof Promise)) return result;
      return result.catch((error: unknown) => {
        if (!isOfAnotherShape(error)) throw error;
        this.#changed.add(name);
        // Nothing was done. Within a transaction the whole has to be run again, as after a collision.
        if (this.getTransactionStatus() !== 'I') throw error;
        return run(given);
      });
    };
    this.query = ((...args: readonly unknown[]) => {
      // A callback gets its answer itself: only promises end spans.
      const isTraced = isBelowRecordedSpan() && typeof args.at(-1) !== 'function';
      return isTraced ? traceQuery(this.database, args, async () => ask(args)) : ask(args);
    }) as Client['query'];
  }

  #giveUp(error: unknown): never {
    // It has a statement in hand, so this closes the socket at once and asks nobody for leave.
    if (isSilence(error)) void this.end().catch(() => undefined);
    throw error;
  }
}

/** Whether this is what pg throws when `query_timeout` has run out. */
function isSilence(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout';
}

const background = new AsyncLocalStorage<true>();

/**
 * Runs `work`, and all that it awaits, on the connections that are kept for consumers and jobs, so that however
 * much they have to catch up with, requests find connections of their own.
 */
export function inBackground<Result>(work: () => Result): Result {
  return background.run(true, work);
}

/** Gives whatever runs `inBackground` a second pool, opened and closed with the first. */
export function separateBackground(requests: Pool, size: number): Pool {
  // Copied one by one: pg hides the password from whoever only spreads the options.
  const jobs = new Pool({ ...requests.options, password: requests.options.password, max: size });
  // A lost connection is replaced by the pool, and its statement fails; without a listener it would end the process.
  jobs.on('error', () => {});
  jobs.on('connect', (client) => client.on('error', () => {}));
  const connect = {
    requests: requests.connect.bind(requests) as () => Promise<PoolClient>,
    jobs: jobs.connect.bind(jobs) as () => Promise<PoolClient>,
  };
  const end = requests.end.bind(requests) as () => Promise<void>;

  function connectOrCall(callback?: (error: Error) => void): unknown {
    const chosen = background.getStore() ? connect.jobs : connect.requests;
    return callback ? (chosen as (callback: unknown) => void)(callback) : chosen();
  }
  requests.connect = connectOrCall as Pool['connect'];
  requests.end = (async () => {
    await Promise.all([end(), jobs.end()]);
  }) as Pool['end'];
  return jobs;
}
