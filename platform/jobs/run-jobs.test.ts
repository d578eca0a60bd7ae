import { describe, expect, it, jest } from '@jest/globals';
import { systemClock } from '../kernel/clock.ts';
import { DatabaseUnavailable } from '../postgres/errors.ts';
import type { Job } from '../service/service.ts';
import { type Logger, silentLogger } from '../telemetry/logger.ts';
import { until } from '../testing/until.ts';
import { runJobs } from './run-jobs.ts';

const HOUR_MS = 3_600_000;

function run(jobs: readonly Job[], logger: Logger = silentLogger) {
  return runJobs({ subgraph: 'users', jobs, clock: systemClock, logger });
}

describe('a job', () => {
  it('runs again at once while it finds something, then pauses', async () => {
    let left = 5;
    let runs = 0;
    const running = run([
      {
        name: 'count down',
        everyMs: HOUR_MS,
        async run() {
          runs += 1;
          left -= 1;
          return Math.max(0, left);
        },
      },
    ]);
    await until('the job to find nothing', () => left === 0);
    await running.stop();
    expect(runs).toBe(5);
  });

  it('comes back after its pause', async () => {
    let runs = 0;
    const running = run([
      {
        name: 'tick',
        everyMs: 1,
        run: async () => {
          runs += 1;
          return 0;
        },
      },
    ]);
    await until('three runs', () => runs >= 3);
    await running.stop();
  });

  it('comes back after it has failed, and the failure is logged; an outage only as a warning', async () => {
    const [warn, error] = [jest.fn(), jest.fn()];
    let runs = 0;
    const running = run(
      [
        {
          name: 'stumble',
          everyMs: 0,
          async run() {
            runs += 1;
            if (runs === 1) throw new Error('stumbled');
            return 0;
          },
        },
        {
          name: 'wait',
          everyMs: HOUR_MS,
          async run() {
            throw new DatabaseUnavailable(new Error('away'));
          },
        },
      ],
      { ...silentLogger, warn, error },
    );
    await until('the job to come back', () => runs >= 2);
    await running.stop();
    expect(error).toHaveBeenCalledTimes(1);
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('does not stop another one by failing or being slow', async () => {
    const slow = Promise.withResolvers<number>();
    let runs = 0;
    const running = run([
      { name: 'slow', everyMs: HOUR_MS, run: () => slow.promise },
      {
        name: 'quick',
        everyMs: 1,
        async run() {
          runs += 1;
          return 0;
        },
      },
    ]);
    await until('the quick one to run', () => runs >= 3);
    slow.resolve(0);
    await running.stop();
  });

  it('is let finish when the jobs are stopped, and not run again', async () => {
    const inHand = Promise.withResolvers<number>();
    let runs = 0;
    const running = run([
      {
        name: 'long',
        everyMs: 0,
        run() {
          runs += 1;
          return inHand.promise;
        },
      },
    ]);
    let isStopped = false;
    const stopping = running.stop().then(() => {
      isStopped = true;
    });
    await new Promise(setImmediate);
    expect(isStopped).toBe(false);
    inHand.resolve(1);
    await stopping;
    expect(runs).toBe(1);
  });
});
