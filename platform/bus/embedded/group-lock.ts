import { Client } from 'pg';
import { endsWithItsHolder } from '../../postgres/lock-connection.ts';
import type { Logger } from '../../telemetry/logger.ts';
import { type LogEndOffsets, readEndOffsets } from './log-store.ts';

/**
 * One connection of its own on which this process holds the locks of its groups, so that of all processes
 * only one runs a group. PostgreSQL lets go of the locks when the connection ends, however it ends, and ends it
 * when nothing is heard of its holder.
 */
export interface LockConnection {
  /** Takes the lock of a group; null when somebody has it, in this process or another. */
  tryLock(group: string): Promise<GroupLock | null>;
  /** Asks for the end offsets over this connection, which also finds out whether it still lives. */
  endOffsets(topics: readonly string[]): Promise<LogEndOffsets>;
  close(): Promise<void>;
}

export interface GroupLock {
  /** Given when the lock is lost together with its connection. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 5_000;
const QUERY_TIMEOUT_MS = 5_000;

interface Live {
  readonly client: Client;
  readonly lost: AbortSignal;
  /** Groups held over this connection: PostgreSQL would give a lock twice to one and the same session. */
  readonly held: Set<string>;
  lose(): void;
}

/** @param queryTimeoutMs how long an answer may take before the connection, and its locks, are given up */
export function createLockConnection(
  url: string,
  logger: Logger,
  queryTimeoutMs = QUERY_TIMEOUT_MS,
): LockConnection {
  let live: Promise<Live> | undefined;

  async function connect(): Promise<Live> {
    const client = new Client({
      connectionString: url,
      options: endsWithItsHolder,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: queryTimeoutMs,
      keepAlive: true,
    });
    const losing = new AbortController();
    const lose = () => {
      if (losing.signal.aborted) return;
      live = undefined;
      losing.abort();
      void client.end().catch(() => {});
    };
    client.on('error', (error) => {
      logger.warn({ err: error }, 'the bus lost its connection; its groups stop until it is back');
      lose();
    });
    client.on('end', lose);
    await client.connect();
    return { client, lost: losing.signal, held: new Set(), lose };
  }

  let lastTurn: Promise<unknown> = Promise.resolve();

  /** One statement after another: pg 9 will refuse a second one on a connection that is still busy. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = lastTurn.then(work, work);
    lastTurn = turn.catch(() => {});
    return turn;
  }

  async function use<Result>(work: (session: Live) => Promise<Result>): Promise<Result> {
    live ??= connect().catch((error: unknown) => {
      live = undefined;
      throw error;
    });
    return orLose(await live, work);
  }

  /** Whatever goes wrong here, nothing says which locks still stand: begin anew. */
  async function orLose<Result>(session: Live, work: (session: Live) => Promise<Result>): Promise<Result> {
    try {
      return await work(session);
    } catch (error) {
      session.lose();
      throw error;
    }
  }

  async function hold(session: Live, group: string): Promise<GroupLock | null> {
    const { client, lost, held } = session;
    if (held.has(group)) return null;
    held.add(group);
    const { rows } = await client.query<{ is_held: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as is_held',
      [group],
    );
    if (!rows[0]?.is_held || lost.aborted) {
      held.delete(group);
      return null;
    }
    const unlock = () => client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [group]);
    return {
      lost,
      async release() {
        if (lost.aborted) return;
        await inTurn(() => orLose(session, unlock));
        held.delete(group);
      },
    };
  }

  return {
    tryLock: (group) => inTurn(() => use((session) => hold(session, group))),
    endOffsets: (topics) => inTurn(() => use(({ client }) => readEndOffsets(client, topics))),
    async close() {
      const session = await live?.catch(() => undefined);
      await session?.client.end();
    },
  };
}
