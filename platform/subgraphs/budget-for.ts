import { type Budget, createBudget, createChildBudget, currentBudget } from '../graphql/budget.ts';
import { subgraphLimits } from '../graphql/subgraph-server.ts';

/**
 * What a question to another subgraph may use: what is left of whatever asks, and no longer than `timeoutMs`. Jobs,
 * consumers and sagas that a job carries on have no budget: nobody waits for them but themselves.
 */
export function budgetFor(timeoutMs: number): Budget {
  const current = currentBudget();
  if (current) return createChildBudget(current, timeoutMs);
  return createBudget({ ...subgraphLimits, milliseconds: timeoutMs });
}

/** How long an answer is awaited unless said otherwise, in milliseconds. */
export const DEFAULT_TIMEOUT_MS = 10_000;
