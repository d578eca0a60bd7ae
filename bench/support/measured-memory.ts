import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../tests/support/eventually.ts';

/** What a process holds after its garbage was collected, in bytes. */
export interface HeldMemory {
  /** Objects and buffers that are in use. */
  readonly live: number;
  /** Pages that the system has given to the process. */
  readonly resident: number;
}

const file = join(mkdtempSync(join(tmpdir(), 'parterre-memory-')), 'memory');

/** Environment variables that let `heldMemory` ask a Node.js process. */
export const memoryEnvironment: Readonly<Record<string, string>> = {
  NODE_OPTIONS: `--import ${new URL('report-memory.mjs', import.meta.url)}`,
  BENCH_MEMORY_FILE: file,
};

/** Collects the garbage of a process that was started with `memoryEnvironment`, and weighs the rest. */
export async function heldMemory(pid: number): Promise<HeldMemory> {
  const answer = `${file}.${pid}`;
  rmSync(answer, { force: true });
  process.kill(pid, 'SIGUSR2');
  const usage = await eventually(
    `the process ${pid} to say what memory it holds`,
    () => JSON.parse(readFileSync(answer, 'utf8')) as NodeJS.MemoryUsage,
  );
  return { live: usage.heapUsed + usage.external, resident: usage.rss };
}
