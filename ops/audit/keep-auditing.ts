import type { Bus } from '@parterre/platform/bus/bus.ts';
import { runJobs } from '@parterre/platform/jobs/run-jobs.ts';
import { systemClock } from '@parterre/platform/kernel/clock.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { AuditedDatabases } from './audit.ts';
import { auditJob } from './audit-job.ts';

export interface KeepAuditingOptions {
  readonly everySeconds: number;
  readonly databases: AuditedDatabases;
  readonly bus: Pick<Bus, 'backlog'>;
  readonly logger: Logger;
}

/** Between the two looks of an audit: longer than anything takes that nobody has to wait for. */
const LONGEST_LOOK_PAUSE_MS = 15_000;

/** The audit as a job beside the subgraphs: it reads all of their databases, and none of them may. */
export function keepAuditing({ everySeconds, databases, bus, logger }: KeepAuditingOptions): AsyncDisposable {
  const everyMs = everySeconds * 1_000;
  const pauseMs = Math.min(everyMs, LONGEST_LOOK_PAUSE_MS);
  const job = auditJob({ databases, bus, everyMs, pauseMs, logger });
  const running = runJobs({ subgraph: 'all', jobs: [job], clock: systemClock, logger });
  return { [Symbol.asyncDispose]: () => running.stop() };
}
