import { Client } from 'pg';
import { processName } from './process-name.ts';

/** A connection is told to be gone when it has not answered for so long: a cancel takes a millisecond. */
const ANSWER_WITHIN_MS = 5_000;

/** Cancels what other connections of the same database run. */
export interface ControlConnection {
  /**
   * Asks PostgreSQL to cancel what the backend runs at this moment. True once it has been told, so that what
   * the backend runs afterwards is safe; false when that is not known: then let go of that connection for good.
   */
  cancel(processId: number): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * A connection for cancelling alone, since what has to be cancelled usually comes when the pool is full and the server is
 * busy. The first cancel opens it, and the next one when it was lost: where nothing is ever cancelled, PostgreSQL has
 * 1.5 MB less in each database.
 */
export function controlConnection(url: string): ControlConnection {
  let current: Promise<Client> | undefined;

  function open(): Promise<Client> {
    const opening: Promise<Client> = connect(url, () => forget(opening));
    return opening;
  }
  function forget(lost: Promise<Client> | undefined): void {
    if (current === lost) current = undefined;
  }

  return {
    async cancel(processId) {
      current ??= open();
      const used = current;
      try {
        await (await used).query('select pg_cancel_backend($1)', [processId]);
        return true;
      } catch {
        // Whether the backend was told is unknown; the caller hears so, and the next cancel gets a new connection.
        forget(used);
        void endQuietly(used);
        return false;
      }
    },
    async close() {
      const used = current;
      forget(used);
      await endQuietly(used);
    },
  };
}

/** Whatever is wrong with a connection that is let go of, is wrong with nothing else. */
async function endQuietly(opening: Promise<Client> | undefined): Promise<void> {
  await opening?.then((client) => client.end()).catch(() => undefined);
}

async function connect(url: string, whenLost: () => void): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: processName,
    keepAlive: true,
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
    statement_timeout: ANSWER_WITHIN_MS,
  });
  client.on('error', whenLost);
  client.on('end', whenLost);
  try {
    await client.connect();
    return client;
  } catch (error) {
    whenLost();
    throw error;
  }
}
