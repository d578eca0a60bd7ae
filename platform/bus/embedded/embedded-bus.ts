import { Pool } from 'pg';
import { DatabaseOutage, toDatabaseError } from '../../postgres/errors.ts';
import { ImpatientClient, KEEPALIVE_AFTER_MS, PLANS_FOR_ANY_VALUES } from '../../postgres/pools.ts';
import type { Logger } from '../../telemetry/logger.ts';
import { keepTrying } from '../../timing/keep-trying.ts';
import { pause } from '../../timing/pause.ts';
import { type Bus, BusUnavailable, type Subscription } from '../bus.ts';
import { showPosition } from '../position.ts';
import { type GroupOptions, runGroup } from './group.ts';
import { createLockConnection, type GroupLock, type LockConnection } from './group-lock.ts';
import { createHeadWatch } from './log-end-offsets.ts';
import { createLogStore, prepareLog } from './log-store.ts';
import { rememberingLog } from './recent-facts.ts';
import { attachTail, runTail } from './tail.ts';

export interface EmbeddedBusOptions {
  /** The bus's own database: postgres://user:password@host:port/bus */
  readonly url: string;
  readonly logger: Logger;
  /** Connections at most, beside one for locks; 10 unless said otherwise. */
  readonly poolSize?: number;
  /** A connection that does not answer a statement for so long is given up, in milliseconds; 12,000 unless said otherwise. */
  readonly silenceMs?: number;
}

/** How often other processes' facts and free groups are looked for; this process's own facts ring at once. */
const POLL_MS = 500;
const PRUNE_EVERY_MS = 3_600_000;
const PRUNE_BATCH = 1_000;
const CONNECT_TIMEOUT_MS = 5_000;
/** At a start everything wants a connection at once, and a busy machine does not give all of them in CONNECT_TIMEOUT_MS. */
const ATTACH_WITHIN_MS = 60_000;
const STATEMENT_TIMEOUT_MS = 10_000;
/** Longer than any statement may take at the server: a connection that has said nothing by then is replaced. */
const SILENCE_MS = 12_000;
/** Connections that a bus has open at most in one process: its pool, and one for locks. */
export const CONNECTIONS_OF_THE_BUS = 11;

/**
 * The bus in PostgreSQL: a durable log in a database of its own, for a server that runs in one process (or a
 * few). Passes `bus-conformance.ts`.
 *
 * @throws when the database does not answer
 */
export async function openEmbeddedBus({
  url,
  logger,
  poolSize = CONNECTIONS_OF_THE_BUS - 1,
  silenceMs = SILENCE_MS,
}: EmbeddedBusOptions): Promise<Bus> {
  await prepareLog(url);
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: silenceMs,
    options: PLANS_FOR_ANY_VALUES,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEPALIVE_AFTER_MS,
    Client: ImpatientClient,
  });
  // Lost idle connections are replaced by the pool; without a listener they would end the process.
  pool.on('error', (error) => logger.warn({ err: error }, 'the bus lost an idle connection'));
  // One that is lost in use fails its statement, and that is told to whoever uses it.
  pool.on('connect', (client) => client.on('error', () => {}));
  const log = rememberingLog(createLogStore(pool));
  const endOffsets = createHeadWatch();
  const lockConnection = createLockConnection(url, logger);
  const tools = { log, endOffsets, logger };
  const closing = new AbortController();
  const subscriptions = new Set<Subscription>();
  const polling = Promise.all([pollEndOffsets(), pruneFacts()]);
  let epoch: string | undefined;

  async function pollEndOffsets(): Promise<void> {
    while (!closing.signal.aborted) {
      const topics = endOffsets.watched();
      if (topics.length > 0) {
        try {
          endOffsets.moved(await lockConnection.endOffsets(topics));
        } catch (error) {
          logger.debug({ err: error }, 'the bus could not look for new facts');
        }
      }
      await pause(POLL_MS, closing.signal);
    }
  }

  async function pruneFacts(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        while ((await log.prune(PRUNE_BATCH)) === PRUNE_BATCH && !closing.signal.aborted);
      } catch (error) {
        logger.warn({ err: error }, 'old facts could not be pruned; trying again in an hour');
      }
      await pause(PRUNE_EVERY_MS, closing.signal);
    }
  }

  /** Looks where a group or tail begins; a look that fails is taken again. */
  function attaching<Result>(look: () => Promise<Result>): Promise<Result> {
    return keepTrying(look, {
      withinMs: ATTACH_WITHIN_MS,
      signal: closing.signal,
      onFailure: (error) => logger.warn({ err: error }, 'the bus does not answer yet; trying again'),
    });
  }

  /** Runs `work` in the background until the subscription is stopped. */
  function subscribe(work: (signal: AbortSignal) => Promise<void>): Subscription {
    const stopping = new AbortController();
    const running = work(AbortSignal.any([stopping.signal, closing.signal]));
    const subscription: Subscription = {
      async stop() {
        stopping.abort();
        await running;
        subscriptions.delete(subscription);
      },
    };
    subscriptions.add(subscription);
    return subscription;
  }

  return {
    system: 'parterre_log',

    async publish(facts) {
      if (facts.length === 0) return;
      if (closing.signal.aborted) throw new Error('expected the bus to be open; it has been closed');
      endOffsets.moved(await log.append(facts));
    },

    async consume(options) {
      const ends = await attaching(() => log.endOffsets(options.topics));
      endOffsets.moved(ends);
      const groupLock = await attaching(() => lockConnection.tryLock(options.group));
      return subscribe((signal) => beMember({ ...options, ends }, groupLock, signal));
    },

    async tail(options) {
      const attached = await attaching(() => attachTail(tools, options));
      const { promise: caughtUp, resolve } = Promise.withResolvers<void>();
      const subscription = subscribe((signal) => runTail(tools, options, attached, resolve, signal));
      return { stop: () => subscription.stop(), caughtUp };
    },

    async endPosition(topic, key) {
      return showPosition(await log.endOf(topic, key).catch(nameOutage));
    },

    backlog: (topic, positions) => log.backlog(topic, Number(positions.get(topic) ?? 0)),

    async positionsBefore(topic, time) {
      return new Map([[topic, showPosition(await log.positionBefore(topic, time))]]);
    },

    // Kept once it is known: tails and groups do not survive it either when the log is replaced under them.
    async epoch() {
      epoch ??= await log.epoch().catch(nameOutage);
      return epoch;
    },

    isReady: () =>
      pool.query('select 1').then(
        () => true,
        () => false,
      ),

    async close() {
      closing.abort();
      await Promise.all([...subscriptions].map((subscription) => subscription.stop()));
      await polling;
      await lockConnection.close();
      await pool.end();
    },
  };

  /** Runs the group while this process holds its lock, and waits for the lock while another one does. */
  async function beMember(
    options: GroupOptions,
    first: GroupLock | null,
    signal: AbortSignal,
  ): Promise<void> {
    let groupLock = first;
    while (!signal.aborted) {
      if (groupLock) await runHeld(options, groupLock, signal);
      else await pause(POLL_MS, signal);
      groupLock = signal.aborted ? null : await tryAgain(lockConnection, options.group, logger);
    }
  }

  async function runHeld(options: GroupOptions, groupLock: GroupLock, signal: AbortSignal): Promise<void> {
    try {
      await runGroup(tools, options, AbortSignal.any([groupLock.lost, signal]));
    } catch (error) {
      logger.warn({ group: options.group, err: error }, 'a group broke off; it will join again');
      await pause(POLL_MS, signal);
    }
    await groupLock
      .release()
      .catch((error: unknown) => logger.debug({ err: error }, 'the lock went with its connection'));
  }
}

async function tryAgain(
  lockConnection: LockConnection,
  group: string,
  logger: Logger,
): Promise<GroupLock | null> {
  try {
    return await lockConnection.tryLock(group);
  } catch (error) {
    logger.debug({ group, err: error }, 'the lock of a group could not be asked for');
    return null;
  }
}

function nameOutage(error: unknown): never {
  throw toDatabaseError(error) instanceof DatabaseOutage ? new BusUnavailable(error) : error;
}
