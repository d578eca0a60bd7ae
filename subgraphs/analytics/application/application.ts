import { bindAll } from '@parterre/platform/service/use-case.ts';
import type { Dependencies } from './dependencies.ts';
import { exportSales } from './export-sales.ts';
import {
  outdatedBy,
  rebuildAndCompare,
  rebuildIfOutdated,
  rebuildOutdatedSums,
  rebuildStatistics,
} from './rebuild-statistics.ts';
import { recordFact, recordSales } from './record-fact.ts';

/** What the analytics subgraph does: it sums up facts. */
export function application(deps: Dependencies) {
  return {
    commands: bindAll(deps, {
      // on facts
      recordFact,
      recordSales,
      // when the server starts, as a job, or when an operator wants it
      rebuildStatistics,
      rebuildIfOutdated,
      rebuildOutdatedSums,
      rebuildAndCompare,
    }),
    queries: {
      ...bindAll(deps, { exportSales, outdatedBy }),
      eventStatistics: deps.statistics.eventStatistics,
      salesByType: deps.statistics.salesByType,
      salesOverTime: deps.statistics.salesOverTime,
      artistStatistics: deps.statistics.artistStatistics,
      salesOverview: deps.statistics.salesOverview,
      eventSales: deps.statistics.eventSales,
    },
    operations: deps.operations,
  };
}

export type Application = ReturnType<typeof application>;
