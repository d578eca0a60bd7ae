import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../ops/launch/free-port.ts';
import { pause } from '../../platform/timing/pause.ts';
import { Client } from '../../tests/support/client.ts';
import { eventually } from '../../tests/support/eventually.ts';
import { adminEmail, adminPassword, hasEnded } from '../../tests/support/server-process.ts';
import { gather, openHall } from '../support/crowd.ts';
import { type MappedMemory, mappedMemory } from '../support/mapped-memory.ts';
import { pidListeningOn, postmasterOf, treeOf } from '../support/process-usage.ts';

/** What `npm start` holds, by process, when nobody has asked it anything for a while. */
export interface Rest {
  readonly after: string;
  readonly server: MappedMemory;
  readonly postgres: MappedMemory;
  /** Processes of PostgreSQL; one for each connection, and ten of its own. */
  readonly processes: number;
  /** Starts the server again when it dies. Its files are the server's. */
  readonly launcher: MappedMemory;
}

const launcherFile = fileURLToPath(new URL('../../ops/launch/bootstrap.mjs', import.meta.url));
const BOOKINGS = 200;
const BUYERS = 8;
const START_PATIENCE_MS = 180_000;
/** A connection that nobody uses is closed after 10 s, and a garbage collection may follow what caused it. */
const REST_MS = 30_000;

/** Starts the server with the demo on a fresh folder, as `npm start` does, and looks at it at rest: at once, and after bookings. */
export async function memoryAtRest(): Promise<readonly Rest[]> {
  const folder = await mkdtemp(join(tmpdir(), 'parterre-bench-'));
  const port = await freePort();
  const launcher = spawn(process.execPath, [launcherFile, 'start'], {
    stdio: ['ignore', 'ignore', 2],
    env: {
      ...process.env,
      PORT: String(port),
      PARTERRE_DATA_DIR: folder,
      PARTERRE_DEMO: '1',
      RATE_LIMITS: 'off',
      ADMIN_EMAIL: adminEmail,
      ADMIN_PASSWORD: adminPassword,
    },
  });
  try {
    const url = `http://127.0.0.1:${port}`;
    const outcome = await eventually(
      'the server to be ready',
      async () => (hasEnded(launcher) ? 'it ended' : (await isReady(url)) && 'it is'),
      START_PATIENCE_MS,
    );
    if (outcome === 'it ended') throw new Error(`the server ended with ${launcher.exitCode}`);
    const look = async (after: string): Promise<Rest> => {
      await pause(REST_MS);
      const tree = treeOf(postmasterOf(folder));
      return {
        after,
        server: mappedMemory([pidListeningOn(port)]),
        postgres: mappedMemory(tree),
        processes: tree.length,
        launcher: mappedMemory(launcher.pid === undefined ? [] : [launcher.pid]),
      };
    };
    const fresh = await look('start');
    const client = new Client(url);
    const crowd = await gather([client], BUYERS, await openHall(client, 2 * BOOKINGS));
    while (crowd.bought.length < BOOKINGS) await crowd.buyFor(100);
    return [fresh, await look(`${crowd.bought.length} bookings`)];
  } finally {
    await stop(launcher);
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** Of all processes together, in bytes; launcher and server run the same program. */
export function together({ server, postgres, launcher }: Rest): number {
  const { own } = launcher;
  return [server, postgres].reduce((sum, each) => sum + each.own + each.shared + each.files, own);
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/health/ready`);
  return response.status === 200;
}

async function stop(launcher: ChildProcess): Promise<void> {
  if (hasEnded(launcher)) return;
  const ended = once(launcher, 'exit');
  launcher.kill('SIGTERM');
  await ended;
}
