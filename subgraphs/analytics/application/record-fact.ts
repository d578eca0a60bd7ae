import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { FactContext } from '@parterre/platform/service/use-case.ts';
import { contributionOf } from './contribution-of.ts';
import type { Dependencies } from './dependencies.ts';

/** Grows with every change of what is summed and how; a subgraph that finds older sums makes them anew. */
export const RULES_VERSION = 1;

const BATCH = 1_000;

/**
 * Keeps a fact and adds it to the sums: once, however often and in whatever order facts come.
 *
 * The commit is asynchronous: it does not wait for the disk. A PostgreSQL that is stopped hard may lose the
 * last half second of it, and then a replay (`adapters/bus/replay.ts`) brings it back.
 */
export async function recordFact(
  { factStore }: Dependencies,
  fact: FactEnvelope,
  { tx }: FactContext,
): Promise<void> {
  const contribution = contributionOf(fact);
  await factStore.commitLater(tx);
  if (await factStore.keep(tx, fact)) await factStore.add(tx, fact, contribution);
}

/**
 * Makes every sum anew from the first fact kept, in one transaction: readers see the old sums, then the new
 * ones, never a part. Facts that arrive meanwhile wait. Answers how many facts were added up.
 */
export async function rebuildStatistics({ database, factStore }: Dependencies): Promise<number> {
  return database.transaction(async (tx) => {
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
export async function rebuildIfOutdated(deps: Dependencies): Promise<void> {
  if ((await deps.factStore.rules()) !== RULES_VERSION) await rebuildStatistics(deps);
}
