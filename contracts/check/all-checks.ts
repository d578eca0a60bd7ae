import { access, sameForAll } from './access.ts';
import type { Check } from './check.ts';
import type { ContractState } from './checked.ts';
import { composition } from './composition.ts';
import { descriptions } from './descriptions.ts';
import { factConsumers } from './fact-consumers.ts';
import { listSizes } from './list-sizes.ts';
import { nullableRoots } from './nullable-roots.ts';
import { publicOperations } from './public-operations.ts';
import { publishedAccess } from './published-access.ts';
import { publishedApi } from './published-api.ts';
import { publishedFacts } from './published-facts.ts';
import { publishedState } from './published-state.ts';
import { publishedTopics } from './published-topics.ts';
import { resolvedFields } from './resolved-fields.ts';
import { resolverPartners } from './resolver-partners.ts';
import { subgraphOperations } from './subgraph-operations.ts';

/** What the subgraphs promise one another and the world, in the order in which a reader wants to know. */
export const allChecks: readonly Check[] = [
  composition,
  descriptions,
  access,
  sameForAll,
  nullableRoots,
  listSizes,
  resolverPartners,
  resolvedFields,
  subgraphOperations,
  publicOperations,
  factConsumers,
  publishedFacts,
  publishedTopics,
  publishedApi,
  publishedAccess,
  publishedState,
];

/** Compatibility with what was published: what `--publish` is there to overrule. */
export const overruledByPublishing: readonly Check[] = [
  publishedFacts,
  publishedApi,
  publishedAccess,
  publishedState,
];

/** What came of one check: its breaches, or null when it could not be looked at. */
export interface Verdict {
  readonly check: Check;
  readonly breaches: readonly string[] | null;
}

export async function runChecks(
  state: ContractState,
  checks: readonly Check[] = allChecks,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const check of checks) {
    const isSound = verdicts.every(({ breaches }) => breaches?.length === 0);
    const isWorthALook =
      (state.composition.composed || !check.needsSupergraph) && (isSound || !check.comesLast);
    verdicts.push({ check, breaches: isWorthALook ? await check.breaches(state) : null });
  }
  return verdicts;
}
