import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProcess } from './server-process.ts';
import { SHARED_SERVER } from './shared-server.ts';
import { STARTED_FOLDER } from './started-folder.ts';

export interface Started {
  /** Stops the shared server and throws all away; who is still starting is waited for. */
  remove(): Promise<void>;
}

/**
 * Starts a server once and stops it, in the background, so that the servers of all test files begin with a copy of its
 * data folder: the first start of each, with a new cluster and every migration of seven databases, costs 7 s of a
 * processor more than a copy. What a first start does is shown by the tests that have a folder of their own. Then it
 * starts the one that test files share (shared-server.ts): each start costs as much again.
 */
export async function startOnce(): Promise<Started> {
  const parent = await mkdtemp(join(tmpdir(), 'parterre-started-'));
  process.env[STARTED_FOLDER] = parent;
  const sharing = makeFolder(parent)
    .then(() => share(parent))
    .catch(async (error: Error) => {
      await writeFile(join(parent, 'fault'), error.message);
      return null;
    });
  return {
    async remove() {
      await (await sharing)?.demolish();
      await rm(parent, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

async function makeFolder(parent: string): Promise<void> {
  const server = await ServerProcess.start({}, undefined, join(parent, 'making'));
  const code = await server.stop();
  if (code !== 0)
    throw new Error(`expected a server to start and stop, got exit code ${code}:\n${server.output}`);
  await rename(join(parent, 'making'), join(parent, 'made'));
}

async function share(parent: string): Promise<ServerProcess> {
  const server = await ServerProcess.start();
  const { port, dataDir } = server;
  await writeFile(join(parent, 'shared-server.unfinished'), JSON.stringify({ port, dataDir }));
  await rename(join(parent, 'shared-server.unfinished'), join(parent, SHARED_SERVER));
  return server;
}
