import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProcess } from './server-process.ts';
import { STARTED_FOLDER } from './started-folder.ts';

export interface StartedFolder {
  /** Throws it away; who still makes it is waited for. */
  remove(): Promise<void>;
}

/**
 * Starts a server once and stops it, in the background, so that the servers of all test files begin with a copy of its
 * data folder: the first start of each, with a new cluster and every migration of seven databases, costs 7 s of a
 * processor more than a copy. What a first start does is shown by the tests that have a folder of their own.
 */
export async function makeStartedFolder(): Promise<StartedFolder> {
  const parent = await mkdtemp(join(tmpdir(), 'parterre-started-'));
  process.env[STARTED_FOLDER] = parent;
  const making = startOnce(parent).catch((error: Error) => writeFile(join(parent, 'fault'), error.message));
  return {
    async remove() {
      await making;
      await rm(parent, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

async function startOnce(parent: string): Promise<void> {
  const server = await ServerProcess.start({}, undefined, join(parent, 'making'));
  const code = await server.stop();
  if (code !== 0)
    throw new Error(`expected a server to start and stop, got exit code ${code}:\n${server.output}`);
  await rename(join(parent, 'making'), join(parent, 'made'));
}
