import { setTimeout as pause } from 'node:timers/promises';
import type { Attack, Outcome } from './attack.ts';
import type { Target } from './target.ts';
import { ask } from './wire.ts';

/** What is promised of every attack. */
export const bounds = {
  /** Median of what refusals take, in milliseconds. */
  refusedMs: 50,
  /** The longest that /health/live may take meanwhile, in milliseconds. */
  healthMs: 250,
  /** How much more memory than before may be in use afterwards, in megabytes. */
  memoryMb: 100,
} as const;

/** How long one attack may go on before the server counts as stopped by it. */
const ATTACK_PATIENCE_MS = 90_000;
/** How long a server that does not answer gets to come to itself before it is killed. */
const RECOVERY_PATIENCE_MS = 15_000;
/** The pause between the runner's own measuring and an attack. */
const SETTLING_MS = 200;
/** How long memory may take to come back. */
const MEMORY_PATIENCE_MS = 10_000;

/** One line of the table. */
export interface Row {
  readonly threat: string;
  readonly name: string;
  readonly expected: string;
  readonly answer: string;
  readonly medianMs: number | undefined;
  readonly slowestMs: number | undefined;
  readonly memory: {
    readonly before: number;
    readonly peak: number | undefined;
    readonly after: number | undefined;
  };
  readonly healthMs: number;
  /** What was not as promised; empty when all was. */
  readonly faults: readonly string[];
}

/** Runs one attack and measures around it. Never rejects: what goes wrong is the row. */
export async function runAttack(attack: Attack, target: Target): Promise<Row> {
  const { server } = target;
  const prepared = await within(ATTACK_PATIENCE_MS, prepare(attack, target));
  const before = (await server.memory()) ?? 0;
  server.forgetPeak();
  server.errorLines();
  // Collecting garbage stalls the server too; what waited for that has been answered after this pause.
  await pause(SETTLING_MS);
  await server.slowestHealth();

  const outcome = prepared.held ? await within(ATTACK_PATIENCE_MS, attack.run(target)) : prepared;
  const isWell = await recovers(target);
  const healthMs = await server.slowestHealth();
  const peak = server.peak();
  const after = isWell ? await memoryAfter(target, before) : undefined;
  const errors = server.errorLines();
  const { medianMs, slowestMs } = summarise(outcome.refusedMs ?? []);
  const faults = [
    ...(outcome.held ? [] : ['not as expected']),
    ...(server.isAlive ? [] : [server.death]),
    ...(server.isAlive && after === undefined ? ['the server hangs'] : []),
    ...((medianMs ?? 0) > bounds.refusedMs ? ['refused too late'] : []),
    ...(healthMs > bounds.healthMs ? ['health stalls'] : []),
    ...((after ?? 0) > before + bounds.memoryMb ? ['keeps memory'] : []),
    ...(errors.length > 0 ? [`${errors.length} error lines in the log`] : []),
  ];
  const { threat, name, expected } = attack;
  const memory = { before, peak, after };
  return { threat, name, expected, answer: outcome.answer, medianMs, slowestMs, memory, healthMs, faults };
}

/** Starts the server anew when it has ended, hangs or keeps memory, so that the next attack finds it well. */
export async function bringBack(
  { server }: Target,
  { memory }: Row,
  env: Record<string, string>,
): Promise<void> {
  const now = await server.memory();
  if (now !== undefined && now <= memory.before + bounds.memoryMb) return;
  await server.kill();
  await server.start(env);
}

async function prepare(attack: Attack, target: Target): Promise<Outcome> {
  await attack.prepare?.(target);
  return { held: true, answer: 'prepared' };
}

async function within(patienceMs: number, work: Promise<Outcome>): Promise<Outcome> {
  let late: NodeJS.Timeout | undefined;
  const tooLong = new Promise<Outcome>((resolve) => {
    const answer = `not over after ${patienceMs / 1000} s`;
    late = setTimeout(() => resolve({ held: false, answer }), patienceMs);
  });
  const failed = (error: unknown): Outcome => ({
    held: false,
    answer: (error as Error).message.slice(0, 80),
  });
  const outcome = await Promise.race([work.catch(failed), tooLong]);
  clearTimeout(late);
  return outcome;
}

async function recovers({ server, port }: Target): Promise<boolean> {
  const deadline = performance.now() + RECOVERY_PATIENCE_MS;
  while (server.isAlive && performance.now() < deadline) {
    const { status } = await ask(port, { method: 'GET', path: '/health/live' });
    if (status === 200) return true;
    await pause(100);
  }
  return false;
}

/** The memory once it is back within the bound, or what is left of it when patience ends. */
async function memoryAfter({ server }: Target, before: number): Promise<number | undefined> {
  const deadline = performance.now() + MEMORY_PATIENCE_MS;
  for (;;) {
    const now = await server.memory();
    if (now === undefined || now <= before + bounds.memoryMb || performance.now() > deadline) return now;
    await pause(500);
  }
}

function summarise(times: readonly number[]): { medianMs?: number; slowestMs?: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const [medianMs, slowestMs] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return medianMs === undefined || slowestMs === undefined ? {} : { medianMs, slowestMs };
}
