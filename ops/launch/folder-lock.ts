import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { StartError } from './start-error.ts';

export interface FolderLock {
  release(): void;
}

const holderShape = z.object({ pid: z.number(), address: z.string() });
const SQLITE_BUSY = 5;

/**
 * Takes a data folder for this server alone. The lock is the operating system's own lock on a file, held by
 * an exclusive SQLite transaction: Node has no other way to it without a native package. The kernel lets go
 * when the process ends, also by kill -9, so there is no stale lock and no process id that could be reused.
 *
 * @throws StartError naming who holds the folder
 */
export function lockFolder(dataDir: string, address: string): FolderLock {
  const holderFile = join(dataDir, 'server.json');
  const lock = new DatabaseSync(join(dataDir, 'server.lock'), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) {
      throw new StartError(
        `PARTERRE_DATA_DIR: expected a folder that no other server uses, got ${dataDir}, which ${holderOf(holderFile)} uses; ` +
          'stop that one, or choose another folder and another PORT',
      );
    }
    throw error;
  }
  writeFileSync(holderFile, JSON.stringify({ pid: process.pid, address }));
  return { release: () => lock.close() };
}

function holderOf(file: string): string {
  try {
    const { pid, address } = holderShape.parse(JSON.parse(readFileSync(file, 'utf8')));
    return `the Parterre at ${address} (process ${pid})`;
  } catch {
    return 'another Parterre'; // It has the lock and has not yet written who it is.
  }
}
