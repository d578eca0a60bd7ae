import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { type Comparison, compareSums } from '../domain/compare-sums.ts';
import { contributionOf } from './contribution-of.ts';
import type { Dependencies } from './dependencies.ts';
import type { FactStore } from './ports.ts';

/**
 * Grows with every change of what is summed and how; a subgraph that finds older sums makes them anew. Each fact is kept
 * with the version that added it: while processes are replaced one by one, older ones go on adding facts by their own rules.
 */
export const RULES_VERSION = 2;

const FACTS_AT_ONCE = 1_000;
/** Of so many events all rows are compared at once: at 500 hours and 20 kinds of tickets, some ten thousand each. */
const EVENTS_AT_ONCE = 20;
/** Before every identifier. */
const FIRST = '00000000-0000-0000-0000-000000000000';

export interface RebuiltStatistics {
  /** So many facts were added up. */
  readonly facts: number;
  /** Null where older rules had made what was there, or had added to it. */
  readonly comparison: Comparison | null;
}

/**
 * Makes every sum anew from the first fact kept, in one transaction: readers see the old sums, then the new
 * ones, never a part. Facts that arrive meanwhile wait. Answers how many facts were added up.
 */
export async function rebuildStatistics({ database, factStore }: Dependencies): Promise<number> {
  return database.transaction(async (tx) => {
    await factStore.close(tx);
    return sumUp(tx, factStore);
  });
}

/** Rebuilds when the sums were made by older rules than these. Those of newer rules are left alone. */
export async function rebuildIfOutdated(deps: Dependencies): Promise<void> {
  await rebuildWhere(deps, async (tx) => (await deps.factStore.made(tx)).rules < RULES_VERSION);
}

/** Rebuilds when older rules than these have made the sums, or have added to them. Those of newer rules are left alone. */
export async function rebuildOutdatedSums(deps: Dependencies): Promise<void> {
  await rebuildWhere(deps, async (tx) => (await findOutdated(tx, deps.factStore)) !== null);
}

/** What older rules than these did to the sums; another text after each fact that they add, and null for nothing. */
export async function outdatedBy({ factStore }: Dependencies): Promise<string | null> {
  return findOutdated(null, factStore);
}

async function findOutdated(tx: Transaction | null, factStore: FactStore): Promise<string | null> {
  const { rules, position } = await factStore.made(tx);
  if (rules > RULES_VERSION) return null;
  const newest = await factStore.newestOfOlderRules(tx, RULES_VERSION, position);
  return rules === RULES_VERSION && newest === null ? null : `rules ${rules}, fact ${newest}`;
}

async function rebuildWhere(
  { database, factStore }: Dependencies,
  isDue: (tx: Transaction | null) => Promise<boolean>,
): Promise<void> {
  if (!(await isDue(null))) return;
  await database.transaction(async (tx) => {
    await factStore.close(tx);
    // Another process may have done it while this one waited.
    if (await isDue(tx)) await sumUp(tx, factStore);
  });
}

/**
 * Rebuilds, and holds the new sums against those that were there, row by row. Sums that older rules made or added to are
 * not compared: they are made anew. Those of newer rules stay, since nobody here knows what they are.
 *
 * The old rows are read outside the transaction that writes the new ones: on a second connection of the same pool, which
 * those who wait for this transaction must not use up.
 */
export async function rebuildAndCompare({
  database,
  factStore,
}: Pick<Dependencies, 'database' | 'factStore'>): Promise<RebuiltStatistics | Rejection<'NEWER_RULES'>> {
  return database.transaction(async (tx) => {
    await factStore.close(tx);
    const { rules } = await factStore.made(tx);
    if (rules > RULES_VERSION) {
      return reject('NEWER_RULES', `expected sums by rules ${RULES_VERSION} or older ones, got ${rules}`);
    }
    const isComparable = (await findOutdated(tx, factStore)) === null;
    const facts = await sumUp(tx, factStore);
    return { facts, comparison: isComparable ? await compare(tx, factStore) : null };
  });
}

async function sumUp(tx: Transaction, factStore: FactStore): Promise<number> {
  await factStore.clear(tx);
  let added = 0;
  let after = '0';
  for (;;) {
    const batch = await factStore.kept(tx, after, FACTS_AT_ONCE);
    for (const { position, fact } of batch) {
      await factStore.add(tx, fact, contributionOf(fact));
      after = position;
    }
    added += batch.length;
    if (batch.length < FACTS_AT_ONCE) break;
  }
  await factStore.setMade(tx, { rules: RULES_VERSION, position: after });
  return added;
}

/** Outside the transaction stand the sums as they were, until it commits: nobody else changes them, since it is closed. */
async function compare(tx: Transaction, factStore: FactStore): Promise<Comparison> {
  let all: Comparison = { rows: 0, differences: 0, first: null };
  let after: string = FIRST;
  for (;;) {
    const before = await factStore.eventIds(null, after, EVENTS_AT_ONCE);
    const rebuilt = await factStore.eventIds(tx, after, EVENTS_AT_ONCE);
    // Each has its first ones, so the first of both are among them.
    const ids: EventId[] = [...new Set([...before, ...rebuilt])].sort().slice(0, EVENTS_AT_ONCE);
    const last = ids.at(-1);
    if (last === undefined) return all;
    const { rows, differences, first } = compareSums(
      await factStore.sums(null, ids),
      await factStore.sums(tx, ids),
    );
    all = {
      rows: all.rows + rows,
      differences: all.differences + differences,
      first: all.first ?? first,
    };
    after = last;
  }
}
