import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../kernel/clock.ts';
import { DatabaseOutage } from '../postgres/errors.ts';
import { inBackground } from '../postgres/pools.ts';
import type { Job } from '../service/service.ts';
import type { Logger } from '../telemetry/logger.ts';
import { counter } from '../telemetry/metrics.ts';
import { recordSpan } from '../telemetry/tracing.ts';
import { backoffMs } from '../timing/backoff.ts';
import { pause } from '../timing/pause.ts';

export interface RunJobsOptions {
  /** Whose jobs they are, for logs and metrics. */
  readonly subgraph: string;
  readonly jobs: readonly Job[];
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface RunningJobs {
  /** Lets the runs in hand finish, then stops. */
  stop(): Promise<void>;
}

/** A job that fails is tried again after 1 s, then 2, 4… up to 30 s, without limit: work must not be lost. */
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/**
 * Jobs begin one after another: those that look equally often would look in the same moment for ever, each over a
 * connection of its own, which PostgreSQL has 2 to 4 MB for.
 */
const APART_MS = 25;

const jobRuns = counter('parterre_job_runs_total', 'Runs of a job.', ['subgraph', 'job', 'outcome']);

/**
 * Runs jobs, beside one another and each for itself: again at once while it finds something, else after
 * its `everyMs`. Errors are logged and the job comes back. Runs on the connections kept for background work.
 */
export function runJobs(options: RunJobsOptions): RunningJobs {
  const stopping = new AbortController();
  const { signal } = stopping;
  const loops = options.jobs.map((job, place) =>
    inBackground(async () => {
      if (place > 0) await pause(place * APART_MS, signal);
      await runForever(job, options, signal);
    }),
  );
  return {
    async stop() {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

async function runForever(
  job: Job,
  { subgraph, clock, logger }: RunJobsOptions,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  const span = { name: `job ${job.name}`, attributes: { 'parterre.subgraph': subgraph } };
  while (!signal.aborted) {
    const startedAt = new Date();
    try {
      const handled = await job.run({ now: clock.now(), signal });
      // Jobs look several times a second, mostly in vain: that is no trace.
      if (handled > 0) recordSpan(span, startedAt);
      jobRuns.inc({ subgraph, job: job.name, outcome: 'ok' });
      failures = 0;
      // Between two runs at once, others get their turn.
      await (handled > 0 ? setImmediate() : pause(job.everyMs, signal));
    } catch (error) {
      failures += 1;
      recordSpan(span, startedAt, error);
      jobRuns.inc({ subgraph, job: job.name, outcome: 'failed' });
      const level = error instanceof DatabaseOutage ? 'warn' : 'error';
      logger[level]({ job: job.name, failures, err: error }, 'a job failed; it will come back');
      await pause(Math.max(job.everyMs, backoffMs(failures, FIRST_RETRY_MS, LONGEST_RETRY_MS)), signal);
    }
  }
  await job.drain?.();
}
