import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from './eventually.ts';

const run = promisify(execFile);
/** Names the folder that start-once.ts makes to the test files of a run; not set where only some files are run. */
export const STARTED_FOLDER = 'TEST_STARTED_FOLDER';

/** Makes `dataDir` a copy of the folder of a server that was started once, where this run has one. */
export async function copyStartedFolder(dataDir: string): Promise<void> {
  const parent = process.env[STARTED_FOLDER];
  if (parent === undefined) return;
  const made = join(parent, 'made');
  const fault = join(parent, 'fault');
  await eventually('a server to have started once', () => existsSync(made) || existsSync(fault), 240_000);
  if (existsSync(fault)) throw new Error(await readFile(fault, 'utf8'));
  // PostgreSQL's files belong to an account of their own, which `fs.cp` would not keep.
  await run('cp', ['-a', `${made}/.`, dataDir]);
}
