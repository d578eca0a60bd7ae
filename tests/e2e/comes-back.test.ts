import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../ops/launch/free-port.ts';
import { openShow } from '../reliability/open-show.ts';
import { Client } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { type Actor, register, topUp } from '../support/people.ts';
import { adminEmail, adminPassword } from '../support/server-process.ts';
import { seatMap } from '../support/shows.ts';
import { copyStartedFolder } from '../support/started-folder.ts';

const bootstrap = fileURLToPath(new URL('../../ops/launch/bootstrap.mjs', import.meta.url));
const MINUTE_MS = 60_000;
/** Told SIGUSR2, the server does what a bug would do. */
const plantedBug = `process.on('SIGUSR2', () => setImmediate(() => Promise.reject(new Error('planted', { cause: new Error('deeper') }))))`;

/** What `npm start` runs, on a folder of its own. */
async function launch(dataDir: string, env: Record<string, string>) {
  const child = spawn(process.execPath, [bootstrap, 'start'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(plantedBug)}`,
      PARTERRE_DATA_DIR: dataDir,
      PARTERRE_DEMO: '0',
      ADMIN_EMAIL: adminEmail,
      ADMIN_PASSWORD: adminPassword,
      RATE_LIMITS: 'off',
      ...env,
    },
  });
  const heard = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      heard.text += text;
    });
  }
  return { child, lines: () => heard.text.split('\n') };
}

describe('a launched server', () => {
  let dataDir: string;
  let child: ChildProcess;
  let lines: () => string[];
  let client: Client;
  let buyer: Actor;
  let eventId: string;
  let seatIds: string[];

  const serverPid = async (): Promise<number> =>
    JSON.parse(await readFile(join(dataDir, 'server.json'), 'utf8')).pid;
  const isReady = async () => (await fetch(`${client.url}/health/ready`)).status === 200;
  const deaths = () => lines().filter((line) => line.includes('the server died'));

  /** Ends the server process as `signal` does, and waits until another one can sell. */
  async function comesBackAfter(signal: NodeJS.Signals): Promise<void> {
    const pid = await serverPid();
    process.kill(pid, signal);
    await eventually('another server', async () => (await serverPid()) !== pid && isReady(), MINUTE_MS);
  }

  async function sellsASeat(): Promise<void> {
    const { booking } = await buyer.client.act<{ booking: { status: string } }>('CreateBooking', {
      eventId,
      seatIds: [seatIds.pop()],
      payNow: true,
      idempotencyKey: randomUUID(),
    });
    expect(booking.status).toBe('CONFIRMED');
  }

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'parterre-launch-'));
    await copyStartedFolder(dataDir);
    const port = await freePort();
    client = new Client(`http://127.0.0.1:${port}`);
    ({ child, lines } = await launch(dataDir, { PORT: String(port) }));
    await eventually('the server to be ready', isReady, MINUTE_MS);
    ({ eventId } = await openShow(client, { seats: 10, price: '1.00' }));
    seatIds = (await seatMap(client, eventId)).seats.map(({ seat }) => seat.id);
    buyer = await register(client, 'buyer');
    await topUp(buyer, '10.00');
  }, 2 * MINUTE_MS);
  afterAll(async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }, MINUTE_MS);

  it(
    'comes back at once after kill -9, says so, and sells',
    async () => {
      await comesBackAfter('SIGKILL');
      expect(deaths()).toEqual([expect.stringMatching(/killed by SIGKILL; death 1\) .* at once$/)]);
      await sellsASeat();
    },
    2 * MINUTE_MS,
  );

  it(
    'ends after an error that nobody caught, logs it once and whole, waits, and comes back',
    async () => {
      await comesBackAfter('SIGUSR2');
      expect(deaths().slice(1)).toEqual([expect.stringMatching(/exit code 70; death 2\) .* in 1 s$/)]);
      const told = lines().filter((line) => line.includes('planted'));
      expect(told).toHaveLength(1);
      expect(JSON.parse(told[0] ?? '')).toMatchObject({
        level: 'error',
        origin: 'unhandledRejection',
        error: { message: 'planted', stack: expect.any(String), cause: { message: 'deeper' } },
      });
      await sellsASeat();
    },
    2 * MINUTE_MS,
  );

  it(
    'stops when it is told to, and stays so',
    async () => {
      const pid = await serverPid();
      child.kill('SIGTERM');
      const [code] = await once(child, 'exit');
      expect(code).toBe(0);
      expect(() => process.kill(pid, 0)).toThrow('ESRCH');
      expect(deaths()).toHaveLength(2);
    },
    MINUTE_MS,
  );
});

describe('a server that cannot start', () => {
  it(
    'is not started again: it says why, once, and ends with 1',
    async () => {
      const dataDir = await mkdtemp(join(tmpdir(), 'parterre-launch-'));
      const { child, lines } = await launch(dataDir, { PORT: 'four thousand' });
      const [code] = await once(child, 'close');
      await rm(dataDir, { recursive: true, force: true });
      expect(code).toBe(1);
      expect(lines().filter((line) => line !== '')).toEqual([
        expect.stringContaining('PORT: expected a whole number'),
      ]);
    },
    MINUTE_MS,
  );
});
