import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../free-port.ts';
import { postgresAccount } from './account.ts';
import { postgresBinaries } from './binaries.ts';
import { ensureCluster, openDataFolder, superuser } from './cluster.ts';
import { removeStaleSockets, socketUrl } from './socket.ts';
import { endStaleServer } from './stale-server.ts';
import { startWatchdog } from './watchdog.ts';

export interface PostgresOptions {
  /** Folder that holds the cluster `postgres/` and the log `postgres.log`. Nobody else uses it: the caller has locked it. */
  readonly dataDir: string;
  readonly password: string;
  /** Server settings, as in postgresql.conf. */
  readonly settings: Readonly<Record<string, string>>;
  /** The port to listen on; by default one that is free. */
  readonly port?: number;
  /** Called when the server ends without having been asked to. */
  readonly onLost?: () => void;
}

export interface PostgresServer {
  readonly port: number;
  /** Of the first of its processes; null when it has ended. */
  pid(): number | null;
  /** Address of a database on this server, password included. */
  url(database: string): string;
  /** The same by its socket, for connections of this machine's account; over TCP where there is none. */
  socketUrl(database: string): string;
  /** Fast shutdown: open transactions are rolled back, everything is written. */
  stop(): Promise<void>;
}

/** Bound on a start: after kill -9 under load the server first replays its log. */
const START_PATIENCE_MS = 60_000;
/** Of the ten seconds that a stop may take; a slow disk needs them for the last checkpoint. */
const STOP_PATIENCE_MS = 7_000;
const LOOK_EVERY_MS = 20;
const LOG_LIMIT_BYTES = 4 * 1024 * 1024;

/**
 * Starts the embedded PostgreSQL on a data folder, made on first use. It listens on 127.0.0.1 alone, on a
 * port of its own. It is in a session of its own, so Ctrl-C in a terminal does not reach it, and a watchdog
 * stops it when this process dies, even by kill -9.
 *
 * @throws Error in one line: no binaries, disk full, no account to run as, or PostgreSQL's own last words
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const databaseDir = join(options.dataDir, 'postgres');
  const account = postgresAccount();
  const binaries = await postgresBinaries(account);
  await ensureCluster(databaseDir, options.password, binaries, account);
  await endStaleServer(databaseDir);
  removeStaleSockets(databaseDir);

  const port = options.port ?? (await freePort());
  const logFile = join(options.dataDir, 'postgres.log');
  const log = openLog(logFile);
  const logStart = statSync(logFile).size;
  const folder = openDataFolder(databaseDir, account);
  const settings = { ...options.settings, port: String(port) };
  const child = spawn(
    binaries.postgres,
    ['-D', folder.path, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...account,
      cwd: '/',
      detached: true,
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      stdio: ['ignore', log, log, folder.stdio3],
    },
  );
  const ended = endOf(child);
  closeSync(log);
  folder.close();
  const watchdog = startWatchdog(child.pid);

  const url = (database: string) =>
    `postgres://${superuser}:${options.password}@127.0.0.1:${port}/${database}`;
  try {
    await untilItAnswers(url('postgres'), () => isReady(databaseDir, child.pid), ended);
  } catch (error) {
    watchdog.dismiss();
    child.kill('SIGQUIT');
    const words = lastWords(logFile, logStart);
    throw new Error(
      `expected PostgreSQL to start on ${databaseDir}, got: ${words ?? (error as Error).message}`,
    );
  }

  let isStopping = false;
  ended.then(() => {
    watchdog.dismiss();
    if (!isStopping) options.onLost?.();
  });
  return {
    port,
    url,
    socketUrl: (database) =>
      socketUrl(
        { databaseDir: resolve(databaseDir), port, user: superuser, password: options.password },
        database,
      ) ?? url(database),
    pid: () => (child.exitCode === null && child.signalCode === null ? (child.pid ?? null) : null),
    async stop() {
      isStopping = true;
      child.kill('SIGINT');
      const late = setTimeout(() => child.kill('SIGQUIT'), STOP_PATIENCE_MS);
      await ended;
      clearTimeout(late);
    },
  };
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  });
}

/**
 * A server that is starting refuses connections, and forks a process for each refusal while it has its log to replay: so
 * one is made only when the server has said that it is ready, and again until it is taken, or the server ends.
 */
async function untilItAnswers(url: string, isReady: () => boolean, ended: Promise<void>): Promise<void> {
  const deadline = Date.now() + START_PATIENCE_MS;
  let hasEnded = false;
  ended.then(() => {
    hasEnded = true;
  });
  let fault: unknown = new Error(`it was not ready within ${START_PATIENCE_MS} ms`);
  while (!hasEnded) {
    if (isReady()) {
      const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
      client.on('error', () => {}); // A connection that breaks while it is being made also rejects `connect`.
      try {
        await client.connect();
        return await client.end();
      } catch (error) {
        fault = error;
      }
    }
    if (Date.now() > deadline) throw fault;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error('it ended at once', { cause: fault });
}

/** What PostgreSQL says of itself in its lock file, whose eighth line `pg_ctl` waits for as well. */
function isReady(databaseDir: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false; // Not written yet.
  }
}

/** The log goes on at the next start, and begins anew when it has grown large. */
function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return openSync(file, size > LOG_LIMIT_BYTES ? 'w' : 'a', 0o600);
}

function lastWords(logFile: string, from: number): string | undefined {
  const lines = readFileSync(logFile).subarray(from).toString('utf8').split('\n');
  const fault = lines.findLast((line) => /FATAL|PANIC/.test(line) && !line.includes('starting up'));
  return fault?.replace(/^.*(FATAL|PANIC): +/, '');
}
