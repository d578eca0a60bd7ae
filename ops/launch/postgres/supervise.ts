import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { type PostgresOptions, type PostgresServer, startPostgres } from './server.ts';

/** How often in a row a lost server is started again before the server gives up, one second apart. */
const TRIES = 5;
const PAUSE_MS = 1_000;

export interface SupervisedPostgres extends PostgresServer {
  /** How often it has ended without having been asked to. */
  deaths(): number;
}

/**
 * A PostgreSQL that is started again, on the same port, when it ends without having been asked to: killed by
 * the system for want of memory, say. Nothing that was committed is lost by that; connections find it again.
 *
 * @throws Error as startPostgres does, for the first start
 */
export async function supervisePostgres(
  options: Omit<PostgresOptions, 'onLost' | 'port'>,
  logger: Logger,
  giveUp: (reason: string) => void,
): Promise<SupervisedPostgres> {
  let isStopping = false;
  let reviving: Promise<void> = Promise.resolve();
  let deaths = 0;
  const onLost = () => {
    deaths += 1;
    reviving = revive();
  };
  let server = await startPostgres({ ...options, onLost });
  const { port, url, socketUrl } = server;

  async function revive(): Promise<void> {
    for (let attempt = 1; attempt <= TRIES && !isStopping; attempt += 1) {
      logger.error({ attempt }, 'PostgreSQL ended without having been asked to; starting it again');
      try {
        server = await startPostgres({ ...options, port, onLost });
        return;
      } catch (error) {
        logger.error({ error: (error as Error).message }, 'PostgreSQL did not start again');
        await pause(PAUSE_MS);
      }
    }
    if (!isStopping) giveUp(`expected PostgreSQL to start again within ${TRIES} tries`);
  }

  return {
    port,
    url,
    socketUrl,
    pid: () => server.pid(),
    deaths: () => deaths,
    async stop() {
      isStopping = true;
      await reviving;
      await server.stop();
    },
  };
}
