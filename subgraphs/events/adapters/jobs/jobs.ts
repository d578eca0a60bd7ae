import type { Job } from '@parterre/platform/service/service.ts';
import type { Application } from '../../application/application.ts';

/** What this subgraph does by itself, as time goes by. */
export function createJobs({ commands }: Application): Job[] {
  return [
    // Twice a second: whoever watches a map sees a lapsed hold go within a second.
    { name: 'expire-holds', everyMs: 500, run: commands.expireHolds },
    // Buyers are told some hours before the start: seconds do not matter to them, and it is one look at an index.
    { name: 'decide-minimums', everyMs: 5_000, run: commands.decideMinimums },
    { name: 'prune-holds', everyMs: 3_600_000, run: commands.pruneHolds },
  ];
}
