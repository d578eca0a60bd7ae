import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Environment } from '@parterre/platform/config/read-config.ts';
import { pause } from '@parterre/platform/timing/pause.ts';
import { StartError } from '../launch/start-error.ts';
import { SERVER_ENVIRONMENT, SERVER_FLAGS, supervise } from '../launch/supervise.mjs';
import type { PlannedService } from './plan.ts';

/** A service in a process of its own, which is started again whenever it dies. */
export interface ServiceProcess extends PlannedService {
  /** Of the process that runs now; null between two lives. */
  pid(): number | null;
  deaths(): number;
  /** Stops it as Ctrl-C would; resolves when it has ended. */
  stop(): Promise<void>;
}

const entry = fileURLToPath(new URL('../launch/service.ts', import.meta.url));
const START_PATIENCE_MS = 120_000;
const LOOK_EVERY_MS = 100;
const LOOK_PATIENCE_MS = 2_000;
const LIVENESS_EVERY_MS = 2_000;

export interface ServiceProcessOptions {
  /** The folder for what it writes. */
  readonly logs: string;
  /** One that lives and has not answered for so long, stopped or caught in a loop, is killed. */
  readonly silenceMs: number;
  readonly say: (line: string) => void;
}

/** What it writes goes to `<logs>/<name>.log`. */
export function startServiceProcess(
  service: PlannedService,
  env: Environment,
  { logs, silenceMs, say }: ServiceProcessOptions,
): ServiceProcess {
  mkdirSync(logs, { recursive: true });
  const log = openSync(join(logs, `${service.name}.log`), 'a', 0o600);
  const program = supervise({
    command: process.execPath,
    args: [...SERVER_FLAGS, entry, service.service],
    options: { env: { ...SERVER_ENVIRONMENT, ...env } as NodeJS.ProcessEnv },
    name: service.name,
    output: log,
    say,
  });
  const watching = new AbortController();
  void endWhenSilent(
    service.port,
    silenceMs,
    () => program.pid(),
    watching.signal,
    (pid) => {
      say(`parterre: ${service.name} does not answer any more and is killed`);
      process.kill(pid, 'SIGKILL');
    },
  );
  void program.ended.then((code) => {
    watching.abort();
    closeSync(log);
    if (code !== 0)
      say(`parterre: ${service.name} has ended with ${code}; see ${join(logs, service.name)}.log`);
  });
  return {
    ...service,
    pid: () => program.pid(),
    deaths: () => program.deaths(),
    async stop() {
      program.stop('SIGTERM');
      await program.ended;
    },
  };
}

/**
 * Resolves when the service says of itself that it can do its work.
 *
 * @throws StartError when it has ended, or is not ready after two minutes
 */
export async function untilReady({ name, port, pid, deaths }: ServiceProcess): Promise<void> {
  const deadline = Date.now() + START_PATIENCE_MS;
  for (;;) {
    if (await isReady(port)) return;
    if (pid() === null && deaths() === 0)
      throw new StartError(`expected ${name} to start; its log says why not`);
    if (Date.now() > deadline)
      throw new StartError(`expected ${name} to be ready within two minutes; see its log`);
    await pause(LOOK_EVERY_MS);
  }
}

/** Whether whoever listens there says that it can do its work. */
export function isReady(port: number): Promise<boolean> {
  return isThere(port, '/health/ready');
}

/** What Kubernetes does by a liveness probe: nobody else would start a process again that does not end. */
async function endWhenSilent(
  port: number,
  silenceMs: number,
  pidNow: () => number | null,
  signal: AbortSignal,
  kill: (pid: number) => void,
): Promise<void> {
  let pid = pidNow();
  /** When this process has answered last; null as long as it is starting. */
  let answeredAt: number | null = null;
  while (!signal.aborted) {
    if (pidNow() !== pid) {
      pid = pidNow();
      answeredAt = null;
    }
    if (await isThere(port, '/health/live')) answeredAt = performance.now();
    else if (answeredAt !== null && pid !== null && performance.now() - answeredAt > silenceMs) {
      if (pidNow() === pid) kill(pid);
      answeredAt = null;
    }
    await pause(LIVENESS_EVERY_MS, signal);
  }
}

async function isThere(port: number, path: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(LOOK_PATIENCE_MS);
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { signal });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
