import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { freePort } from '../../ops/launch/free-port.ts';
import { eventually } from '../support/eventually.ts';
import { adminEmail, adminPassword } from '../support/server-process.ts';

const entry = fileURLToPath(new URL('./measured-server.ts', import.meta.url));
const probe = new URL('./health-probe.ts', import.meta.url);
const START_PATIENCE_MS = 60_000;
/** A server that does not say how it is within this time is not well. */
const ANSWER_PATIENCE_MS = 10_000;
const MB = 1024 * 1024;

/** A whole server in a process of its own, on a fresh folder, that may die and is watched meanwhile. */
export class AttackedServer {
  readonly port: number;
  readonly dataDir: string;
  #child: ChildProcess | undefined;
  #probe: Worker | undefined;
  #errorLines: string[] = [];
  #tail = '';

  private constructor(port: number, dataDir: string) {
    this.port = port;
    this.dataDir = dataDir;
  }

  static async open(): Promise<AttackedServer> {
    return new AttackedServer(await freePort(), await mkdtemp(join(tmpdir(), 'parterre-attacks-')));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get isAlive(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** How the process ended, for the table. */
  get death(): string {
    return `ended with ${this.#child?.signalCode ?? this.#child?.exitCode}`;
  }

  /** What it wrote last. */
  get lastWords(): string {
    return this.#tail;
  }

  async start(env: Record<string, string> = {}): Promise<void> {
    const child = spawn(process.execPath, [entry], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        PORT: String(this.port),
        PARTERRE_DATA_DIR: this.dataDir,
        PARTERRE_DEMO: '0',
        ADMIN_EMAIL: adminEmail,
        ADMIN_PASSWORD: adminPassword,
        RATE_LIMITS: 'off',
        ...env,
      },
    });
    this.#child = child;
    child.stdout?.setEncoding('utf8').on('data', (text: string) => this.#heard(text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => this.#heard(text));
    await eventually('the server to be ready', () => this.#isReady(), START_PATIENCE_MS).catch(
      async (error) => {
        await this.kill();
        throw new Error(`the server did not start:\n${this.#tail}`, { cause: error });
      },
    );
    this.#probe = new Worker(probe, { workerData: { port: this.port } });
  }

  /** The longest that /health/live took since this was asked last, in milliseconds. */
  async slowestHealth(): Promise<number> {
    if (!this.#probe) return 0;
    const answered = once(this.#probe, 'message');
    this.#probe.postMessage('read');
    const [slowest] = await answered;
    return slowest;
  }

  /** Lines of the level `error` that were logged since this was asked last. */
  errorLines(): readonly string[] {
    return this.#errorLines.splice(0);
  }

  /** Megabytes in memory once garbage is collected; undefined when the server does not answer. */
  async memory(): Promise<number | undefined> {
    const child = this.#child;
    if (!child?.connected || !this.isAlive) return undefined;
    const answered = once(child, 'message', { signal: AbortSignal.timeout(ANSWER_PATIENCE_MS) });
    child.send('collect');
    try {
      const [{ rss }] = await answered;
      return rss / MB;
    } catch {
      return undefined; // It hangs or has just ended, which the row then says.
    }
  }

  /** From now on the peak counts anew. */
  forgetPeak(): void {
    if (process.platform === 'linux' && this.isAlive)
      writeFileSync(`/proc/${this.#child?.pid}/clear_refs`, '5');
  }

  /** The most megabytes that it has had since `forgetPeak`; undefined where the system does not tell. */
  peak(): number | undefined {
    if (process.platform !== 'linux' || !this.isAlive) return undefined;
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${this.#child?.pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async demolish(): Promise<void> {
    await this.stop();
    await rm(this.dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    await this.#probe?.terminate();
    this.#probe = undefined;
    const child = this.#child;
    if (!child || !this.isAlive) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    // A server that hangs does not hear SIGTERM.
    const late = setTimeout(() => child.kill('SIGKILL'), 12_000);
    await ended;
    clearTimeout(late);
  }

  #heard(text: string): void {
    this.#tail = (this.#tail + text).slice(-4_000);
    for (const line of text.split('\n')) {
      // A bound for a server that does nothing but write errors.
      if (line.includes('"level":"error"') && this.#errorLines.length < 1_000) this.#errorLines.push(line);
    }
  }

  async #isReady(): Promise<boolean> {
    if (!this.isAlive) throw new Error(this.death);
    const response = await fetch(`${this.url}/health/ready`);
    return response.status === 200;
  }
}
