import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../ops/launch/free-port.ts';
import { SERVER_ENVIRONMENT, SERVER_FLAGS } from '../../ops/launch/supervise.mjs';
import { Client } from './client.ts';
import { eventually } from './eventually.ts';
import { copyStartedFolder } from './started-folder.ts';

const startFile = fileURLToPath(new URL('../../ops/launch/start.ts', import.meta.url));
/**
 * Not those that keep a server's memory small for weeks, nor its allocator's limits: one of a test lives for a minute, and
 * they cost it a tenth of its processor time.
 */
const fleetingFlags = [
  ...SERVER_FLAGS.filter((flag) => !/^--(heap-growing-percent|max-semi-space-size)=/.test(flag)),
  '--max-semi-space-size=64',
];
const compileCache = fileURLToPath(new URL('../../.cache/node', import.meta.url));
// A start that hangs is one that takes minutes: on a busy machine it has taken more than one.
const startPatienceMs = 180_000;
const END_PATIENCE_MS = 30_000;

export const adminEmail = 'admin@server.example';
export const adminPassword = 'a server stands on its stones';

/** Variables that make a first start another one. */
const ofFirstStart = /^ADMIN_|^PARTERRE_DEMO$|^CURRENCY$|_DATABASE_URL$/;

/** A whole server in a process of its own, on a data folder of its own, as `npm start` runs it. */
export class ServerProcess {
  readonly port: number;
  readonly dataDir: string;
  readonly client: Client;
  readonly #isFleeting: boolean;
  readonly #entry: string;
  readonly #env: Record<string, string>;
  #child: ChildProcess | null = null;
  #output = '';
  #heard: unknown[] = [];

  private constructor(
    port: number,
    dataDir: string,
    entry: string,
    env: Record<string, string>,
    isFleeting: boolean,
  ) {
    this.#isFleeting = isFleeting;
    this.port = port;
    this.dataDir = dataDir;
    this.#entry = entry;
    this.#env = env;
    this.client = new Client(`http://127.0.0.1:${port}`);
  }

  /** `start` of a server that is measured. */
  static startAsInstalled(
    env: Record<string, string> = {},
    entry = startFile,
    dataDir?: string,
  ): Promise<ServerProcess> {
    return ServerProcess.start(env, entry, dataDir, false);
  }

  /**
   * Starts an empty server and waits until it can sell, or one on a data folder that is there. `entry` is the file to
   * run in place of the launcher's; `isFleeting`: with more memory and less processor time than an installation.
   */
  static async start(
    env: Record<string, string> = {},
    entry = startFile,
    dataDir?: string,
    isFleeting = true,
  ): Promise<ServerProcess> {
    const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'parterre-server-')));
    if (dataDir === undefined && !Object.keys(env).some((name) => ofFirstStart.test(name))) {
      await copyStartedFolder(folder);
    }
    const server = new ServerProcess(await freePort(), folder, entry, env, isFleeting);
    await server.startAgain();
    return server;
  }

  /** Starts the same server again, on the same port and folder, with other variables if wished. */
  async startAgain(env: Record<string, string> = {}): Promise<void> {
    this.#output = '';
    const flags = this.#isFleeting ? fleetingFlags : SERVER_FLAGS;
    const child = spawn(process.execPath, [...flags, this.#entry], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...(this.#isFleeting ? {} : SERVER_ENVIRONMENT),
        ...process.env,
        NODE_OPTIONS: '',
        // A server is started often in the tests: it need not be compiled each time.
        NODE_COMPILE_CACHE: compileCache,
        APOLLO_TELEMETRY_DISABLED: '1',
        PORT: String(this.port),
        PARTERRE_DATA_DIR: this.dataDir,
        PARTERRE_DEMO: '0',
        // A test is a crowd at one address.
        RATE_LIMITS: 'off',
        ADMIN_EMAIL: adminEmail,
        ADMIN_PASSWORD: adminPassword,
        ...this.#env,
        ...env,
      },
    });
    this.#child = child;
    child.on('message', (message) => this.#heard.push(message));
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output = (this.#output + text).slice(-20_000);
      });
    }
    try {
      const isReady = await eventually(
        'the server to be ready',
        async () => (hasEnded(child) ? 'never' : (await this.#isReady()) && 'ready'),
        startPatienceMs,
      );
      if (isReady === 'never') {
        throw new Error(`the server ended with ${child.exitCode ?? child.signalCode}:\n${this.#output}`);
      }
    } catch (error) {
      // A server that nobody got hold of would outlive the test.
      await this.kill();
      throw error;
    }
  }

  /** Of the process that runs now. */
  get pid(): number {
    const pid = this.#child?.pid;
    if (pid === undefined) throw new Error('expected the server to run');
    return pid;
  }

  /** Says something to the process over its IPC channel. */
  tell(message: object): void {
    this.#child?.send(message);
  }

  /** What the process has said over its IPC channel since this was asked last. */
  heard(): unknown[] {
    return this.#heard.splice(0);
  }

  /** Kills the process with -9 and waits until it is gone. */
  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL');
    await this.ended();
  }

  /** Waits until the process has ended, by whatever cause, and answers its exit code. */
  async ended(): Promise<number | null> {
    const child = this.#child;
    if (!child) return null;
    if (!hasEnded(child)) {
      await once(child, 'exit', { signal: AbortSignal.timeout(END_PATIENCE_MS) });
    }
    return child.exitCode;
  }

  /** Stops the process as Ctrl-C would and answers its exit code. */
  async stop(): Promise<number | null> {
    this.#child?.kill('SIGTERM');
    return this.ended();
  }

  /** Stops the process and throws its data away. */
  async demolish(): Promise<void> {
    await this.stop();
    // After a kill -9 PostgreSQL may still be writing its last words.
    await rm(this.dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  /** What the process wrote last, for the message of a failing test. */
  get output(): string {
    return this.#output;
  }

  async #isReady(): Promise<boolean> {
    // A refused fetch costs milliseconds of the two cores that the server is starting on, a refused connection none.
    if (!(await isListening(this.port))) return false;
    const response = await fetch(`http://127.0.0.1:${this.port}/health/ready`);
    return response.status === 200;
  }
}

/** By itself or by a signal, which leaves no exit code. */
export function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
