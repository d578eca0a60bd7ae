import type { Job } from '@parterre/platform/service/service.ts';
import type { Dependencies } from '../../application/dependencies.ts';
import { expireHolds } from '../../application/expire-holds.ts';

/** Twice a second: whoever watches a map sees a lapsed hold go within a second. */
const EVERY_MS = 500;

/** Puts the places of holds whose time has run out back on sale. */
export function expireHoldsJob(deps: Dependencies): Job {
  return { name: 'expire-holds', everyMs: EVERY_MS, run: ({ now }) => expireHolds(deps, now) };
}
