import type { Job } from '@parterre/platform/service/service.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { ageGauge, gauge } from '@parterre/platform/telemetry/metrics.ts';
import { pause } from '@parterre/platform/timing/pause.ts';
import { auditLive, type LiveAuditOptions } from './audit.ts';
import { readInvariants } from './invariants.ts';

const violations = gauge(
  'parterre_audit_violations',
  'Rows that break an invariant (ops/audit/invariants.sql).',
  ['invariant'],
);
const auditAge = ageGauge('parterre_audit_age_seconds', 'Time since the last audit that came to an end.', []);

/** Of what breaks an invariant, a log line shows so much. */
const ROWS_SHOWN = 5;

export interface AuditJobOptions extends Omit<LiveAuditOptions, 'pause'> {
  readonly everyMs: number;
  /** Time between the two looks. */
  readonly pauseMs: number;
  readonly logger: Logger;
}

/** Audits the running installation again and again, shows the outcome in a gauge and tells of every new breach. */
export function auditJob({ everyMs, pauseMs, logger, ...options }: AuditJobOptions): Job {
  const { invariants } = readInvariants();
  const known = new Map<string, number>();
  return {
    name: 'audit',
    everyMs,
    async run({ signal }) {
      const { breaches, notJudged } = await auditLive({ ...options, pause: () => pause(pauseMs, signal) });
      // Cut short, it has not looked twice.
      if (signal?.aborted) return 0;
      const open = new Set(notJudged.map(({ invariant }) => invariant));
      for (const { number } of invariants) {
        // What cannot be judged at this moment keeps its last figure.
        if (open.has(number)) continue;
        const breach = breaches.find(({ invariant }) => invariant === number);
        const count = breach?.rows.length ?? 0;
        violations.set({ invariant: number }, count);
        if (breach && count > (known.get(number) ?? 0)) {
          logger.error(
            { invariant: number, count, rows: breach.rows.slice(0, ROWS_SHOWN) },
            `an invariant is broken: ${breach.title}`,
          );
        }
        known.set(number, count);
      }
      auditAge.since({}, new Date());
      return 0;
    },
  };
}
