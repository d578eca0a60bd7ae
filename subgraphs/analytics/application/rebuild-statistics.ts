import type { Database } from '@parterre/platform/postgres/database.ts';
import { contributionOf } from './contribution-of.ts';
import type { FactStore } from './ports.ts';

/** Grows with every change of what is summed and how; a subgraph that finds older sums makes them anew. */
export const RULES_VERSION = 1;

const BATCH = 1_000;

/**
 * Makes every sum anew from the first fact kept, in one transaction: readers see the old sums, then the new
 * ones, never a part. Facts that arrive meanwhile wait. Answers how many facts were added up.
 */
export async function rebuildStatistics(factStore: FactStore, database: Database): Promise<number> {
  return database.transaction(async (tx) => {
    // Longer than a fact's transaction ever takes: those under way are waited for.
    await tx.sql(`set local lock_timeout to '60s'`);
    await factStore.close(tx);
    await factStore.clear(tx);
    let added = 0;
    let after = '0';
    for (;;) {
      const batch = await factStore.kept(tx, after, BATCH);
      for (const { position, fact } of batch) {
        await factStore.add(tx, fact, contributionOf(fact));
        after = position;
      }
      added += batch.length;
      if (batch.length < BATCH) break;
    }
    await factStore.setRules(tx, RULES_VERSION);
    return added;
  });
}

/** Rebuilds when the sums were made by older rules than these. */
export async function rebuildIfOutdated(factStore: FactStore, database: Database): Promise<void> {
  if ((await factStore.rules(database)) !== RULES_VERSION) await rebuildStatistics(factStore, database);
}
