import { spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';

export const superuser = 'parterre';

/**
 * How a program of PostgreSQL is to be started so that it finds its data folder. For root's helper account
 * the folder is opened by root and handed down as file descriptor 3, named /proc/self/fd/3: every folder
 * above may be closed to that account, as everything under /root is.
 */
export interface DataFolder {
  readonly path: string;
  readonly stdio3: number | undefined;
  close(): void;
}

export function openDataFolder(databaseDir: string, account: Account | undefined): DataFolder {
  if (!account || process.platform !== 'linux') {
    return { path: databaseDir, stdio3: undefined, close() {} };
  }
  const descriptor = openSync(databaseDir, 'r');
  return { path: '/proc/self/fd/3', stdio3: descriptor, close: () => closeSync(descriptor) };
}

/**
 * Makes a new cluster in `databaseDir` unless there is one. Made beside it and renamed when whole, so one
 * that was cut off is made again.
 *
 * @throws Error with initdb's own words
 */
export async function ensureCluster(
  databaseDir: string,
  password: string,
  binaries: Binaries,
  account: Account | undefined,
): Promise<void> {
  if (existsSync(join(databaseDir, 'PG_VERSION'))) return;
  const unfinished = `${databaseDir}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  if (account) chownSync(unfinished, account.uid, account.gid);
  const passwordFile = await passwordFileFor(password, account);
  const folder = openDataFolder(unfinished, account);
  try {
    await initialise(binaries.initdb, folder, passwordFile, account);
  } finally {
    folder.close();
    rmSync(dirname(passwordFile), { recursive: true, force: true });
  }
  renameSync(unfinished, databaseDir);
}

/** initdb reads the password from a file; this one is readable by its account alone and gone a second later. */
async function passwordFileFor(password: string, account: Account | undefined): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parterre-'));
  const file = join(folder, 'password');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  if (account) {
    chownSync(file, account.uid, account.gid);
    chownSync(folder, account.uid, account.gid);
  }
  return file;
}

function initialise(
  initdb: string,
  folder: DataFolder,
  passwordFile: string,
  account: Account | undefined,
): Promise<void> {
  const args = [
    `--pgdata=${folder.path}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same order of texts on every machine, whatever locales it has.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(initdb, args, {
      ...account,
      cwd: '/',
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe', folder.stdio3],
    });
    let words = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-2_000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`expected initdb to make a new PostgreSQL cluster, got: ${lastLine(words)}`));
    });
  });
}

function lastLine(words: string): string {
  const lines = words
    .trim()
    .split('\n')
    .filter((line) => /error|fatal|could not/i.test(line));
  return lines.at(-1)?.trim() ?? (words.trim() || 'no words');
}
