import type { Job } from '@parterre/platform/service/service.ts';
import type { Application } from '../../application/application.ts';

/** What this subgraph does by itself, as time goes by. */
export function createJobs({ commands }: Application): Job[] {
  return [
    // A level that falls does so within a minute of the day; nobody waits for it.
    { name: 'review-levels', everyMs: 60_000, run: commands.reviewLevels },
  ];
}
