import { type ChildProcess, fork } from 'node:child_process';
import { eventually } from '../../tests/support/eventually.ts';
import type { Return } from '../../tests/support/live-map/map-watcher.ts';
import { nextMessage } from '../support/next-message.ts';
import type { Answer, FactTimes, Order, SampleFrame, WorkerReport } from './crowd-worker.ts';

export interface CrowdReport {
  readonly frames: number;
  readonly bytes: number;
  readonly converged: number;
  readonly latenciesMs: Float64Array;
  readonly sample: readonly SampleFrame[];
}

/** How long the last frame may take to reach everybody; beyond it the bench gives up. */
const PATIENCE_MS = 120_000;

/** All watchers, spread over some processes, each of which comes from a loopback address of its own. */
export class Crowd {
  readonly #workers: readonly ChildProcess[];

  constructor(processes: number) {
    this.#workers = Array.from({ length: processes }, () =>
      fork(new URL('crowd-worker.ts', import.meta.url), { serialization: 'advanced' }),
    );
  }

  async connect(port: number, eventIds: readonly string[], watchers: number, id: string | null = null) {
    const share = Math.ceil(watchers / this.#workers.length);
    await this.#tellEach((index) => ({
      kind: 'connect',
      port,
      localAddress: `127.0.0.${index + 2}`,
      eventIds,
      watchers: Math.max(0, Math.min(share, watchers - index * share)),
      id,
    }));
  }

  async begin(): Promise<void> {
    await this.#tellEach(() => ({ kind: 'begin' }));
  }

  /** Waits until all `watchers` hold these versions of their maps. */
  async untilAt(versions: Readonly<Record<string, string>>, watchers: number): Promise<void> {
    await eventually(
      `all ${watchers} watchers to hold the newest map`,
      async () => {
        const counts = await this.#tellEach(() => ({ kind: 'count', versions }));
        const newest = counts.reduce(
          (sum, answer) => sum + (answer.kind === 'counted' ? answer.newest : 0),
          0,
        );
        if (newest === watchers) return true;
        throw new Error(`${newest} of ${watchers} hold it`);
      },
      PATIENCE_MS,
    );
  }

  async jitter(options: Omit<Order & { kind: 'jitter' }, 'kind'>): Promise<Return[]> {
    const answers = await this.#tellEach(() => ({ kind: 'jitter', ...options }));
    return answers.flatMap((answer) => (answer.kind === 'jittered' ? answer.returns : []));
  }

  async report(states: Readonly<Record<string, string>>, facts: FactTimes): Promise<CrowdReport> {
    const answers = await this.#tellEach(() => ({ kind: 'report', states, facts }));
    const reports = answers.flatMap((answer) => (answer.kind === 'reported' ? [answer.report] : []));
    const sumOf = (figure: (report: WorkerReport) => number) =>
      reports.reduce((sum, report) => sum + figure(report), 0);
    return {
      frames: sumOf(({ frames }) => frames),
      bytes: sumOf(({ bytes }) => bytes),
      converged: sumOf(({ converged }) => converged),
      latenciesMs: Float64Array.from(reports.flatMap(({ latenciesMs }) => [...latenciesMs])),
      sample: reports[0]?.sample ?? [],
    };
  }

  /** Ends all connections. */
  async leave(): Promise<void> {
    await this.#tellEach(() => ({ kind: 'leave' }));
  }

  stop(): void {
    for (const worker of this.#workers) worker.disconnect();
  }

  #tellEach(order: (index: number) => Order): Promise<Answer[]> {
    return Promise.all(
      this.#workers.map(async (worker, index) => {
        const answered = nextMessage<Answer>(worker, 'a worker of the crowd');
        worker.send(order(index));
        const answer = await answered;
        if (answer.kind === 'failed') throw new Error(`a worker of the crowd failed: ${answer.message}`);
        return answer;
      }),
    );
  }
}
