import type { Job } from '@parterre/platform/service/service.ts';
import type { Application } from '../../application/application.ts';

/** So long no process of an older version may have counted anything before the sums are made anew. */
const QUIET_MS = 60_000;

/**
 * Makes the sums anew after processes of an older version have counted facts beside this one, as they do while they are
 * replaced one by one. Not before they have come to rest, since facts wait while sums are made anew.
 */
export function rebuildOutdated({ commands, queries }: Application): Job {
  let before: string | null = null;
  return {
    name: 'rebuild-outdated-sums',
    everyMs: QUIET_MS,
    async run() {
      const outdated = await queries.outdatedBy();
      if (outdated !== null && outdated === before) await commands.rebuildOutdatedSums();
      before = outdated;
      return 0;
    },
  };
}
