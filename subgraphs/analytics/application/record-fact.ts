import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { AtOnceContext, FactContext } from '@parterre/platform/service/use-case.ts';
import { contributionOf } from './contribution-of.ts';
import type { Dependencies } from './dependencies.ts';
import { RULES_VERSION } from './rebuild-statistics.ts';

/** Does what `recordFact` does on a fact about sales in one statement; false when it did nothing. */
export async function recordSales(
  { factStore }: Dependencies,
  fact: FactEnvelope,
  { entry }: AtOnceContext,
): Promise<boolean> {
  const contribution = contributionOf(fact);
  return contribution.kind === 'sales' && factStore.recordSales(entry, fact, RULES_VERSION, contribution);
}

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
  if (await factStore.keep(tx, fact, RULES_VERSION)) await factStore.add(tx, fact, contribution);
}
