import { PointsChangeSet } from '../domain/points-change-set.ts';
import type { Dependencies } from './dependencies.ts';
import { saveAccount } from './save-account.ts';

/** Accounts that one run looks at: a transaction of some milliseconds. */
const BATCH = 50;

/** Looks at the level of accounts whose oldest points have left the window. Answers how many it looked at. */
export async function reviewLevels(deps: Dependencies, now: Date): Promise<number> {
  return deps.database.transaction(async (tx) => {
    const due = await deps.accounts.lockDue(tx, now, BATCH);
    for (const account of due) await saveAccount(deps, tx, new PointsChangeSet(account), now);
    return due.length;
  });
}
