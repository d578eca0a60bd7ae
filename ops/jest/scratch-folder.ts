import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const IN_MEMORY = '/dev/shm';
/** A run holds less than 2 GiB at its most; as much again is for whoever else works here. */
const NEEDED_BYTES = 4 * 1024 ** 3;
const NAME = /^parterre-tests-(\d+)-/;

/**
 * Where the tests of a run write: in memory where Linux has room for it, unless TMPDIR names another place. A run creates
 * and deletes 300 files for each of a thousand databases, and ext4 without a journal looks at every file that was
 * deleted within the last seconds before it creates one: a subgraph on a database of its own costs PostgreSQL 0.3 s of a
 * processor there, and 0.035 s in memory.
 */
export function scratchParent(env: NodeJS.ProcessEnv = process.env): string {
  return !env.TMPDIR && hasRoom(IN_MEMORY) ? IN_MEMORY : tmpdir();
}

/** Makes the folder of this run, which goes when the process ends, and removes those of runs that were killed. */
export function makeScratchFolder(parent: string): string {
  removeAbandoned(parent);
  const folder = mkdtempSync(join(parent, `parterre-tests-${process.pid}-`));
  // PostgreSQL, which may run under an account of its own, has to find what is inside.
  chmodSync(folder, 0o711);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}

/** Whether so much may be written there, and the machine has the memory for it. */
function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return Math.min(bavail * bsize, process.availableMemory()) >= NEEDED_BYTES;
  } catch {
    return false; // there is none on this system
  }
}

/** In memory they would lie until the machine is started anew. */
function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = NAME.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    try {
      rmSync(join(parent, name), { recursive: true, force: true });
    } catch {
      // It is another user's.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
