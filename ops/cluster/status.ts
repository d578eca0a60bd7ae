import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { isReady } from './service-process.ts';
import type { ClusterState } from './state-file.ts';

/** A process as it is at this moment. */
interface Line {
  readonly name: string;
  readonly state: string;
  readonly port: string;
  readonly pid: string;
  readonly memory: string;
  readonly deaths: string;
}

const head: Line = {
  name: 'process',
  state: 'state',
  port: 'port',
  pid: 'pid',
  memory: 'memory',
  deaths: 'deaths',
};

/** Every process with its state, port, memory and how often it has died, as a table. */
export async function showStatus({ processes }: ClusterState): Promise<string> {
  const memory = await residentMemory(processes.flatMap(({ pid }) => pid ?? []));
  const lines = await Promise.all(
    processes.map(async ({ name, kind, pid, port, deaths }): Promise<Line> => {
      const bytes = pid === null ? undefined : memory.get(pid);
      const runs = bytes !== undefined;
      const isWell = runs && (kind !== 'service' || (await isReady(port)));
      return {
        name,
        state: isWell ? 'ready' : runs ? 'not ready' : 'down',
        port: String(port),
        pid: runs ? String(pid) : '–',
        memory: runs ? `${Math.round(bytes / 1024 / 1024)} MB` : '–',
        deaths: String(deaths),
      };
    }),
  );
  return [head, ...lines]
    .map(
      (line) =>
        `  ${line.name.padEnd(17)}${line.state.padEnd(11)}${line.port.padStart(6)}${line.pid.padStart(9)}` +
        `${line.memory.padStart(9)}${line.deaths.padStart(8)}\n`,
    )
    .join('');
}

/** By process id, in bytes; those that do not run are missing. */
async function residentMemory(pids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (pids.length === 0) return new Map();
  // Ends with 1 when one of them does not run, and tells of the others.
  const { stdout } = await promisify(execFile)('ps', ['-o', 'pid=,rss=', '-p', pids.join(',')]).catch(
    (error: { readonly stdout?: string }) => ({ stdout: error.stdout ?? '' }),
  );
  const rows = stdout.trim().split('\n').filter(Boolean);
  return new Map(
    rows.map((row) => {
      const [pid = 0, kib = 0] = row.trim().split(/\s+/).map(Number);
      return [pid, kib * 1024] as const;
    }),
  );
}
