import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ClusterState, type ProcessState, readClusterState } from '../../ops/cluster/state-file.ts';
import { Client } from './client.ts';
import { eventually } from './eventually.ts';
import { keepLogs } from './kept-logs.ts';
import { adminEmail, adminPassword, hasEnded } from './server-process.ts';

const entry = fileURLToPath(new URL('../../ops/cluster/main.ts', import.meta.url));
const compileCache = fileURLToPath(new URL('../../.cache/node', import.meta.url));
/** Eleven processes and a Kafka: on a busy machine a start has taken two minutes. */
const START_PATIENCE_MS = 300_000;
const BACK_PATIENCE_MS = 120_000;
const STOP_PATIENCE_MS = 90_000;
/** Below what systems take for outgoing connections, with room for the ports of all services above. */
const [LOWEST_PORT, HIGHEST_PORT] = [12_000, 31_000];

/** A whole cluster as `npm run cluster` runs it, on a data folder of its own. */
export class ClusterProcess {
  readonly dataDir: string;
  readonly port: number;
  #child: ChildProcess;
  #output = '';

  private constructor(dataDir: string, port: number, args: readonly string[], env: Record<string, string>) {
    this.dataDir = dataDir;
    this.port = port;
    this.#child = spawn(process.execPath, [entry, ...args], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        NODE_COMPILE_CACHE: compileCache,
        PORT: String(port),
        PARTERRE_DATA_DIR: dataDir,
        PARTERRE_DEMO: '0',
        RATE_LIMITS: 'off',
        AUDIT_SECONDS: '0',
        ADMIN_EMAIL: adminEmail,
        ADMIN_PASSWORD: adminPassword,
        ...env,
      },
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output = (this.#output + text).slice(-20_000);
      });
    }
  }

  /** Starts an empty cluster and waits until it can sell. */
  static async start(
    args: readonly string[] = [],
    env: Record<string, string> = {},
  ): Promise<ClusterProcess> {
    const dataDir = await mkdtemp(join(tmpdir(), 'parterre-cluster-'));
    const port = LOWEST_PORT + Math.floor(Math.random() * (HIGHEST_PORT - LOWEST_PORT));
    const cluster = new ClusterProcess(dataDir, port, args, env);
    try {
      const outcome = await eventually(
        'the cluster to be open',
        () => {
          if (hasEnded(cluster.#child)) return 'it ended';
          return cluster.#output.includes('Parterre is open.') && 'it is open';
        },
        START_PATIENCE_MS,
      );
      if (outcome === 'it ended') throw new Error(cluster.#output);
    } catch (error) {
      await cluster.demolish();
      throw error;
    }
    return cluster;
  }

  get state(): ClusterState {
    return readClusterState(join(this.dataDir, 'cluster'));
  }

  /** Of the gateways, one each. */
  get clients(): readonly Client[] {
    return this.state.gateways.map((url) => new Client(url.replace('localhost', '127.0.0.1')));
  }

  process(name: string): ProcessState {
    const found = this.state.processes.find((each) => each.name === name);
    if (!found) throw new Error(`expected a process called ${name}`);
    return found;
  }

  /** Sends one of its processes a signal; answers the process as it was. */
  signal(name: string, signal: NodeJS.Signals): ProcessState {
    const known = this.process(name);
    if (known.pid === null) throw new Error(`expected ${name} to run`);
    process.kill(known.pid, signal);
    return known;
  }

  /** Stops a process, and those that it has started, without a word (SIGSTOP); answers what lets them go on. */
  freeze(name: string): () => void {
    const { pid } = this.signal(name, 'SIGSTOP');
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    const tell = (child: string, signal: NodeJS.Signals) => {
      try {
        process.kill(Number(child), signal);
      } catch (error) {
        // It has ended meanwhile.
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    };
    for (const child of children) tell(child, 'SIGSTOP');
    return () => {
      for (const each of [...children, String(pid)]) tell(each, 'SIGCONT');
    };
  }

  /** What Prometheus would read of a counter now, of all services together and whatever else it is counted by. */
  async total(metric: string, labels: Readonly<Record<string, string>>): Promise<number> {
    const told = Object.entries(labels).map(([key, value]) => `${key}="${value}"`);
    const texts = await Promise.all(
      this.state.processes.flatMap(({ metricsPort }) =>
        metricsPort === undefined
          ? []
          : [fetch(`http://127.0.0.1:${metricsPort}/metrics`).then((response) => response.text())],
      ),
    );
    return texts
      .flatMap((text) => text.split('\n'))
      .filter((line) => line.startsWith(`${metric}{`) && told.every((label) => line.includes(label)))
      .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
  }

  /** Waits until another process has taken the place of this one and can do its work. */
  async untilBack({ name, kind, pid, port }: ProcessState): Promise<void> {
    await eventually(
      `${name} to be back`,
      async () => {
        const now = this.process(name);
        if (now.pid === null || now.pid === pid) return false;
        return kind !== 'service' || (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;
      },
      BACK_PATIENCE_MS,
    );
  }

  /** Stops it as Ctrl-C would; answers its exit code. */
  async stop(): Promise<number | null> {
    const child = this.#child;
    child.kill('SIGTERM');
    await eventually('the cluster to end', () => hasEnded(child), STOP_PATIENCE_MS);
    return child.exitCode;
  }

  /** Stops it and throws its data away, but for what it has logged. */
  async demolish(): Promise<void> {
    try {
      await this.stop();
    } finally {
      const kept = await keepLogs(this.dataDir, this.#output);
      process.stderr.write(`what the cluster logged is in ${kept}\n`);
    }
    await rm(this.dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  /** What it wrote last, for the message of a failing test. */
  get output(): string {
    return this.#output;
  }
}
