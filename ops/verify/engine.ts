import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause } from '@parterre/platform/timing/pause.ts';
import { LeftOut } from './checks.ts';
import { findTool, type RunOptions, runTool, toolEnvironment, toolsFolder } from './tools.ts';

/** A Docker engine of our own. */
export interface Engine {
  /** `docker …` */
  docker(args: readonly string[], options?: RunOptions): Promise<string>;
  /** `docker compose …` */
  compose(args: readonly string[], options?: RunOptions): Promise<string>;
  /** Runs a program where the engine's ports are open. */
  beside(args: readonly string[], options?: RunOptions): Promise<string>;
  stop(): Promise<void>;
}

const folder = join(toolsFolder, 'engine');
const START_PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 200;

/**
 * Starts dockerd in a network and mount namespace of its own, so that its bridges and rules are no one else's: what it
 * publishes is open in there alone (`beside`). Images are kept in .cache/ops-tools/engine.
 *
 * @throws LeftOut in its own last words where it does not start
 */
export async function startEngine(): Promise<Engine> {
  if (process.getuid?.() !== 0) throw new LeftOut('the Docker engine is started by root alone');
  const dockerd = findTool('dockerd') ?? '';
  mkdirSync(folder, { recursive: true });
  // The path of a socket has at most 107 characters.
  const sockets = mkdtempSync(join(tmpdir(), 'parterre-engine-'));
  const host = `unix://${join(sockets, 'docker.sock')}`;
  const logFile = join(folder, 'dockerd.log');
  const log = openSync(logFile, 'w');
  const options = [
    ...['--host', host, '--data-root', join(folder, 'data'), '--exec-root', join(sockets, 'run')],
    ...['--pidfile', join(sockets, 'docker.pid'), '--storage-driver', 'overlay2', '--ip-forward=false'],
  ];
  const script = 'ip link set lo up && exec "$@"';
  const child = spawn('unshare', ['-n', '-m', 'sh', '-c', script, 'sh', dockerd, ...options], {
    env: toolEnvironment,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ended = once(child, 'exit');
  const env = { DOCKER_HOST: host, DOCKER_BUILDKIT: '1' };
  const run =
    (name: string) =>
    (args: readonly string[], more: RunOptions = {}) =>
      runTool(name, args, { ...more, env: { ...env, ...more.env } });
  const engine: Engine = {
    docker: run('docker'),
    compose: run('docker-compose'),
    beside: (args, more) => run('nsenter')(['-t', String(child.pid), '-n', ...args], more),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(sockets, { recursive: true, force: true });
    },
  };
  await untilStarted(engine, child, logFile);
  return engine;
}

async function untilStarted(engine: Engine, child: ChildProcess, logFile: string): Promise<void> {
  const deadline = Date.now() + START_PATIENCE_MS;
  while (child.exitCode === null && Date.now() < deadline) {
    const answers = await engine.docker(['version']).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await pause(LOOK_EVERY_MS);
  }
  await engine.stop();
  const lastWords = readFileSync(logFile, 'utf8').trim().split('\n').at(-1);
  throw new LeftOut(`the Docker engine did not start: ${lastWords}`);
}
