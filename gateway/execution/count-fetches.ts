import type { PlanNode, SubscriptionNode } from '@apollo/query-planner';

/** How many requests to subgraphs a plan makes at most: both branches of a condition are counted. */
export function countFetches(plan: PlanNode | SubscriptionNode | undefined): number {
  let fetches = 0;
  const left: (PlanNode | SubscriptionNode | undefined)[] = [plan];
  while (left.length > 0) {
    const node = left.pop();
    switch (node?.kind) {
      case 'Fetch':
        fetches += 1;
        break;
      case 'Sequence':
      case 'Parallel':
        left.push(...node.nodes);
        break;
      case 'Flatten':
        left.push(node.node);
        break;
      case 'Condition':
        left.push(node.ifClause, node.elseClause);
        break;
      case 'Defer':
        left.push(node.primary.node, ...node.deferred.map((each) => each.node));
        break;
      case 'Subscription':
        left.push(node.primary, node.rest);
        break;
      default:
    }
  }
  return fetches;
}
