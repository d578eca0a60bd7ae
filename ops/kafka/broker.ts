import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startWatchdog } from '../launch/postgres/watchdog.ts';

/** One node of a cluster, controller and broker in one process; what stands here is fixed once it is formatted. */
export interface BrokerPlan {
  readonly id: number;
  readonly folder: string;
  readonly jars: string;
  /** Arguments for every JVM of it, beside those that all have. */
  readonly jvm: readonly string[];
  /** A file for the classes that the broker has loaded, written when it ends (class-archive.ts). */
  readonly classesTo?: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly port: number;
  readonly clusterId: string;
  /** What `StorageTool format` is told of the quorum. */
  readonly quorum: readonly string[];
}

export interface Broker {
  readonly pid: number;
  /** Resolves when the process has ended, with the signal that ended it; null when it left by itself. */
  readonly ended: Promise<NodeJS.Signals | null>;
  /** Lets it write what it has and leave; after ten seconds, or as many as are given, it is killed. */
  stop(patienceMs?: number): Promise<void>;
  /** As `kill -9`: nothing is written, nobody is told. */
  kill(): Promise<void>;
}

/** For what hangs: on a busy machine it has taken minutes. */
const START_PATIENCE_MS = 300_000;
const STOP_PATIENCE_MS = 10_000;
const LOOK_EVERY_MS = 50;
const JVM = ['-XX:+UseSerialGC', '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn'];
/** Small for a broker; with it one process takes 200 to 280 MB. */
const HEAP = ['-Xms128m', '-Xmx512m'];

/**
 * Starts a node in a process group of its own; resolves when its port is open, which it is only when the broker is
 * ready. A watchdog ends it when this process dies, even by kill -9.
 *
 * @throws Error with the last words of its log when it ends before that
 */
export async function startBroker(plan: BrokerPlan): Promise<Broker> {
  const { folder, port } = plan;
  mkdirSync(folder, { recursive: true });
  const properties = join(folder, 'server.properties');
  writeFileSync(properties, showProperties(plan.settings));
  const jvm = [...JVM, ...plan.jvm, '-cp', classpathOf(plan.jars)];
  if (!existsSync(join(folder, 'log', 'meta.properties'))) await format(plan, jvm, properties);

  const writing = plan.classesTo ? [`-XX:ArchiveClassesAtExit=${plan.classesTo}`] : [];
  const logFile = join(folder, 'broker.log');
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn('java', [...HEAP, ...writing, ...jvm, 'kafka.Kafka', properties], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const watchdog = startWatchdog(child.pid);
  const ended = endOf(child).finally(() => watchdog.dismiss());
  try {
    await untilOpen(port, ended);
  } catch (error) {
    signalGroup(child, 'SIGKILL');
    throw new Error(
      `expected a Kafka broker on port ${port}, got: ${(error as Error).message}; ${lastWords(logFile)}`,
    );
  }
  return {
    pid: child.pid ?? 0,
    ended,
    async stop(patienceMs = STOP_PATIENCE_MS) {
      signalGroup(child, 'SIGTERM');
      const late = setTimeout(() => signalGroup(child, 'SIGKILL'), patienceMs);
      await ended;
      clearTimeout(late);
    },
    async kill() {
      signalGroup(child, 'SIGKILL');
      await ended;
    },
  };
}

async function format(plan: BrokerPlan, jvm: readonly string[], properties: string): Promise<void> {
  const options = ['format', '-t', plan.clusterId, '-c', properties, '--ignore-formatted', ...plan.quorum];
  await promisify(execFile)('java', [...jvm, 'kafka.tools.StorageTool', ...options]);
}

/** In an order that does not depend on the file system: archived classes are good for one class path alone. */
function classpathOf(jars: string): string {
  const names = readdirSync(jars).filter((name) => name.endsWith('.jar'));
  return names
    .sort()
    .map((name) => join(jars, name))
    .join(':');
}

function showProperties(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, signal);
}

function endOf(child: ChildProcess): Promise<NodeJS.Signals | null> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', (_, signal) => resolve(signal));
  });
}

async function untilOpen(port: number, ended: Promise<unknown>): Promise<void> {
  const deadline = Date.now() + START_PATIENCE_MS;
  let hasEnded = false;
  ended.then(() => {
    hasEnded = true;
  });
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch (error) {
      if (hasEnded) throw new Error('it ended at once', { cause: error });
      if (Date.now() > deadline) throw error;
    } finally {
      socket.destroy();
    }
    await pause(LOOK_EVERY_MS);
  }
}

function lastWords(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trim().split('\n');
  return lines.findLast((line) => /ERROR|FATAL|Exception/.test(line)) ?? `see ${logFile}`;
}
