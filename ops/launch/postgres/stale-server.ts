import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a stale server may take for each way of asking it to stop, in milliseconds. */
const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 20;

/**
 * After kill -9 a PostgreSQL may be left on the data folder, or only its lock file with a process id that
 * by now belongs to somebody else. Ends the first, removes the second. The caller holds the lock on the
 * data folder, so whatever PostgreSQL still runs on it has lost its server.
 *
 * @throws Error when the stale server does not go away
 */
export async function endStaleServer(databaseDir: string): Promise<void> {
  const pid = lockHolder(databaseDir);
  if (pid === undefined) return;
  // Fast shutdown first, which checkpoints; then immediate, after which the next start recovers from the log.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isPostgresOf(pid, databaseDir)) break;
    send(pid, signal);
    if (await isGone(pid, databaseDir)) break;
  }
  if (isPostgresOf(pid, databaseDir)) {
    throw new Error(
      `expected the PostgreSQL left behind on ${databaseDir} (process ${pid}) to stop; stop it by hand`,
    );
  }
  // PostgreSQL would take any process with this id for a running server. Servers' children that outlive
  // their lock file are still noticed by PostgreSQL itself, through its shared memory.
  rmSync(join(databaseDir, 'postmaster.pid'), { force: true });
}

function lockHolder(databaseDir: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8'), 10);
  } catch {
    return undefined; // No lock file: it was shut down properly.
  }
}

async function isGone(pid: number, databaseDir: string): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  // It is nobody's child here, so its end can only be looked for.
  while (isPostgresOf(pid, databaseDir)) {
    if (Date.now() > deadline) return false;
    await pause(LOOK_EVERY_MS);
  }
  return true;
}

/** Whether this process is a PostgreSQL server of this very folder: a server works in its data folder. */
function isPostgresOf(pid: number, databaseDir: string): boolean {
  if (!(pid > 0)) return false; // The lock file was cut off before its first line.
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(databaseDir);
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return command.includes('postgres') && command.includes(databaseDir);
  } catch {
    return false;
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone in this moment, which is what was wanted.
  }
}
