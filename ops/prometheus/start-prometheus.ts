import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../launch/free-port.ts';
import { findTool } from '../verify/tools.ts';
import { createPrometheus, type Prometheus } from './query.ts';

/** By service, the addresses that are scraped: `{ tickets: ['127.0.0.1:9464'] }`. */
export type Targets = Readonly<Record<string, readonly string[]>>;

export interface RunningPrometheus extends Prometheus {
  readonly url: string;
  stop(): Promise<void>;
}

const rules = fileURLToPath(new URL('rules/*.yml', import.meta.url));
const READY_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 200;

/**
 * Where a program of Prometheus is: in the folder that PROMETHEUS_BIN names, where `npm run ops:verify -- --fetch` has
 * brought it, or on the PATH. Undefined where it is not.
 */
export function findPrometheus(program: 'prometheus' | 'promtool'): string | undefined {
  const named = join(process.env.PROMETHEUS_BIN ?? '', program);
  return process.env.PROMETHEUS_BIN && existsSync(named) ? named : findTool(program);
}

/**
 * Runs a Prometheus of its own, with our rules, on a free port of this machine and in a folder that goes with it. It
 * looks every second.
 *
 * @throws Error when it does not become ready within a minute, with what it has said
 */
export async function startPrometheus(binary: string, targets: Targets): Promise<RunningPrometheus> {
  const folder = mkdtempSync(join(tmpdir(), 'parterre-prometheus-'));
  const config = join(folder, 'prometheus.json');
  // YAML is a superset of JSON.
  writeFileSync(config, JSON.stringify(configOf(targets)));
  const port = await freePort();
  const child = spawn(
    binary,
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=warn',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-4_000);
  });
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(url, child, () => said);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...createPrometheus(url), url, stop };
}

function configOf(targets: Targets) {
  return {
    global: { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' },
    rule_files: [rules],
    scrape_configs: Object.entries(targets).map(([job, addresses]) => ({
      job_name: job,
      static_configs: [{ targets: addresses }],
    })),
  };
}

async function untilReady(url: string, child: ChildProcess, said: () => string): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`expected Prometheus to run, got: ${said()}`);
    const isReady = await fetch(`${url}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error(`expected Prometheus to be ready within ${READY_WITHIN_MS / 1_000} s, got: ${said()}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
