import type { Job } from '@parterre/platform/service/service.ts';
import type { Application } from '../../application.ts';

/** A level that falls does so within a minute of the day; nobody waits for it. */
const EVERY_MS = 60_000;

/** Points leave the window of the level as time goes by, without a fact that says so. */
export function reviewLevelsJob(application: Pick<Application, 'reviewLevels'>): Job {
  return { name: 'review-levels', everyMs: EVERY_MS, run: ({ now }) => application.reviewLevels(now) };
}
