import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from './client.ts';
import { eventually } from './eventually.ts';
import { ServerProcess } from './server-process.ts';
import { STARTED_FOLDER } from './started-folder.ts';

/**
 * A running server that other test files use at the same time. Whoever shares it brings people and shows of its own,
 * and neither stops it nor looks at the whole of it.
 */
export interface SharedServer {
  readonly port: number;
  readonly dataDir: string;
  readonly client: Client;
  /** The last thing that a test file does. */
  leave(): Promise<void>;
}

/** Says where it is; written by start-once.ts beside the folder that servers begin with. */
export const SHARED_SERVER = 'shared-server.json';

/** The server of this run, or one of its own where only some files are run. */
export async function shareServer(): Promise<SharedServer> {
  const parent = process.env[STARTED_FOLDER];
  if (parent === undefined) {
    const own = await ServerProcess.start();
    return { port: own.port, dataDir: own.dataDir, client: own.client, leave: () => own.demolish() };
  }
  const [place, fault] = [join(parent, SHARED_SERVER), join(parent, 'fault')];
  await eventually('the shared server', () => existsSync(place) || existsSync(fault), 240_000);
  if (existsSync(fault)) throw new Error(await readFile(fault, 'utf8'));
  const { port, dataDir } = JSON.parse(await readFile(place, 'utf8'));
  return { port, dataDir, client: new Client(`http://127.0.0.1:${port}`), async leave() {} };
}
