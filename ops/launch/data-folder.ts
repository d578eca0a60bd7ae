import { existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StartError } from './start-error.ts';

const MB = 1024 * 1024;
/** A fresh server writes about 170 MB: the cluster, its first log segments, eight databases, the demo. */
const NEEDED_AT_FIRST = 256 * MB;
/** What PostgreSQL needs to replay its log, and some sales. */
const NEEDED_LATER = 64 * MB;

/**
 * Makes the data folder when there is none and proves that it can be written to.
 *
 * @returns its absolute path
 * @throws StartError when it cannot be made or written, or the disk is as good as full
 */
export function openDataDir(path: string): string {
  const folder = resolve(path);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const probe = join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    throw new StartError(
      `PARTERRE_DATA_DIR: expected a folder that can be written to, got ${folder} (${reasonOf(error)})`,
      { cause: error },
    );
  }
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const needed = existsSync(join(folder, 'postgres')) ? NEEDED_LATER : NEEDED_AT_FIRST;
  if (free < needed) {
    throw new StartError(
      `PARTERRE_DATA_DIR: expected at least ${needed / MB} MB free on the disk of ${folder}, ` +
        `got ${Math.floor(free / MB)} MB; free some or choose another folder`,
    );
  }
  return folder;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'a read-only file system',
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'it is a file',
};

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ''] ?? message;
}
