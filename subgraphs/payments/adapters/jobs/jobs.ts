import type { Job } from '@parterre/platform/service/service.ts';
import type { Application } from '../../application/application.ts';

/** What this subgraph does by itself, as time goes by. */
export function createJobs({ commands }: Application): Job[] {
  return [
    // What is asked about has waited for a day.
    { name: 'ask-about-top-ups', everyMs: 60_000, run: commands.askAboutTopUps },
  ];
}
