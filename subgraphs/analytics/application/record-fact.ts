import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { contributionOf } from './contribution-of.ts';
import type { FactStore } from './ports.ts';

/**
 * Keeps a fact and adds it to the sums: once, however often and in whatever order facts come.
 *
 * The commit is asynchronous: it does not wait for the disk. A PostgreSQL that is stopped hard may lose the
 * last half second of it, and then a replay (`replay.ts`) brings it back.
 */
export async function recordFact(factStore: FactStore, tx: Transaction, fact: FactEnvelope): Promise<void> {
  const contribution = contributionOf(fact);
  await tx.sql('set local synchronous_commit to off');
  if (await factStore.keep(tx, fact)) await factStore.add(tx, fact, contribution);
}
