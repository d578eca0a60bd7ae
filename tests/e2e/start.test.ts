import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../ops/launch/free-port.ts';
import { eventually } from '../support/eventually.ts';
import { ServerProcess } from '../support/server-process.ts';

const startFile = new URL('../../ops/launch/start.ts', import.meta.url).pathname;
const MINUTE_MS = 60_000;

/** A start that is expected to fail: its exit code and what it said on standard error. */
async function failToStart(env: Record<string, string>): Promise<{ code: number | null; words: string }> {
  const child = spawn(process.execPath, [startFile], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', PARTERRE_DEMO: '0', ...env },
  });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words += text;
  });
  await once(child, 'close');
  return { code: child.exitCode, words };
}

async function postmasterOf(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('a server on its data folder', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    // A folder of its own, so that this is a first start.
    server = await ServerProcess.start({}, undefined, await mkdtemp(join(tmpdir(), 'parterre-server-')));
  }, MINUTE_MS);
  afterAll(() => server?.demolish(), MINUTE_MS);

  it(
    'refuses a second one on the same folder, and names the first',
    async () => {
      const { code, words } = await failToStart({
        PARTERRE_DATA_DIR: server.dataDir,
        PORT: String(await freePort()),
      });
      expect(code).toBe(1);
      expect(words.trim().split('\n')).toEqual([expect.stringContaining(`:${server.port}`)]);
      expect(words).toContain('PARTERRE_DATA_DIR');
    },
    MINUTE_MS,
  );

  it('is left whole by the one that was refused', async () => {
    const response = await fetch(`http://127.0.0.1:${server.port}/health/ready`);
    expect(response.status).toBe(200);
  });

  it('keeps its secrets from other users of the machine', async () => {
    const { mode } = await stat(join(server.dataDir, 'secrets.json'));
    expect(mode & 0o077).toBe(0);
  });

  it(
    'takes its PostgreSQL down with it, even on kill -9',
    async () => {
      const postmaster = await postmasterOf(server.dataDir);
      await server.kill();
      await eventually('PostgreSQL to be gone', () => !isAlive(postmaster));
    },
    MINUTE_MS,
  );

  it(
    'opens again after kill -9',
    async () => {
      await server.startAgain();
      await server.kill();
      // At once, while the old PostgreSQL may still be on its way out.
      await server.startAgain();
    },
    MINUTE_MS,
  );

  it(
    'survives a PostgreSQL lock whose process id belongs to somebody else by now',
    async () => {
      expect(await server.stop()).toBe(0);
      await writeFile(join(server.dataDir, 'postgres', 'postmaster.pid'), `${process.pid}\n/elsewhere\n`);
      await server.startAgain();
    },
    MINUTE_MS,
  );

  it(
    'exits with 0 when it is told to stop, and leaves no PostgreSQL',
    async () => {
      const postmaster = await postmasterOf(server.dataDir);
      expect(await server.stop()).toBe(0);
      expect(isAlive(postmaster)).toBe(false);
    },
    MINUTE_MS,
  );
});

describe('a server that cannot start', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parterre-start-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it(
    'names every wrong variable, what was expected and what came',
    async () => {
      const { code, words } = await failToStart({
        PARTERRE_DATA_DIR: join(folder, 'untouched'),
        PORT: 'four thousand',
        HOLD_SECONDS: '-5',
        PARTERRE_DEMO: 'yes',
      });
      expect(code).toBe(1);
      const lines = words.trim().split('\n');
      expect(lines).toHaveLength(3);
      expect(lines).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/PORT: expected a whole number .*got "four thousand"/),
          expect.stringMatching(/PARTERRE_DEMO: expected 0 or 1, got "yes"/),
          expect.stringMatching(/HOLD_SECONDS: expected .*got "-5"/),
        ]),
      );
    },
    MINUTE_MS,
  );

  it(
    'wants an administrator and a payment provider where others reach the server, and touches nothing before',
    async () => {
      const dataDir = join(folder, 'open');
      const env = { PARTERRE_DATA_DIR: dataDir, HOST: '0.0.0.0', PORT: String(await freePort()) };
      const { code, words } = await failToStart({ ...env, ADMIN_EMAIL: '', ADMIN_PASSWORD: '' });
      expect(code).toBe(1);
      expect(words.trim().split('\n')).toEqual([
        expect.stringMatching(/ADMIN_PASSWORD: expected a password of its own.*HOST=0\.0\.0\.0/),
        expect.stringMatching(/PAYMENT_PROVIDER: expected stripe, or demo.*HOST=0\.0\.0\.0/),
      ]);
      await expect(stat(dataDir)).rejects.toThrow('ENOENT');
    },
    MINUTE_MS,
  );

  it(
    'does not open the accounts of the demo to others',
    async () => {
      const dataDir = join(folder, 'demo');
      await mkdir(dataDir);
      const first = { administrator: 'demo', demo: 'done' };
      await writeFile(join(dataDir, 'first-start.json'), JSON.stringify(first));
      const { code, words } = await failToStart({
        PARTERRE_DATA_DIR: dataDir,
        HOST: '0.0.0.0',
        PORT: String(await freePort()),
        PARTERRE_DEMO: '',
        ADMIN_EMAIL: 'root@tickets.example',
        ADMIN_PASSWORD: 'a password of its own',
        PAYMENT_PROVIDER: 'demo',
      });
      expect(code).toBe(1);
      expect(words.trim().split('\n')).toEqual([expect.stringContaining("without the demo's accounts")]);
    },
    MINUTE_MS,
  );

  it(
    'says that the port is taken, and leaves nothing running',
    async () => {
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const address = other.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      const dataDir = join(folder, 'taken');
      const { code, words } = await failToStart({ PARTERRE_DATA_DIR: dataDir, PORT: String(port) });
      other.close();
      expect(code).toBe(1);
      expect(words.trim().split('\n')).toEqual([expect.stringMatching(new RegExp(`PORT: .*${port}`))]);
      await expect(postmasterOf(dataDir)).rejects.toThrow();
    },
    MINUTE_MS,
  );

  it(
    'says that the data folder cannot be written to',
    async () => {
      const file = join(folder, 'a-file');
      await writeFile(file, '');
      const { code, words } = await failToStart({ PARTERRE_DATA_DIR: join(file, 'data'), PORT: '0' });
      expect(code).toBe(1);
      expect(words.trim().split('\n')).toEqual([
        expect.stringContaining('PARTERRE_DATA_DIR: expected a folder'),
      ]);
    },
    MINUTE_MS,
  );

  it(
    'says which PostgreSQL does not answer, without its password',
    async () => {
      const { code, words } = await failToStart({
        PARTERRE_DATA_DIR: join(folder, 'far'),
        PORT: '0',
        EVENTS_DATABASE_URL: `postgres://parterre:hush@127.0.0.1:${await freePort()}/events`,
      });
      expect(code).toBe(1);
      expect(words.trim().split('\n')).toEqual([
        expect.stringContaining('EVENTS_DATABASE_URL: expected a PostgreSQL'),
      ]);
      expect(words).not.toContain('hush');
    },
    MINUTE_MS,
  );

  it(
    "says PostgreSQL's own reason when that does not start",
    async () => {
      const dataDir = join(folder, 'broken');
      await mkdir(join(dataDir, 'postgres'), { recursive: true });
      await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '9.6\n');
      await chmod(join(dataDir, 'postgres'), 0o700);
      const { code, words } = await failToStart({ PARTERRE_DATA_DIR: dataDir, PORT: '0' });
      expect(code).toBe(1);
      expect(words.trim().split('\n')).toEqual([expect.stringContaining('expected PostgreSQL to start')]);
    },
    MINUTE_MS,
  );
});
