import { operationFromDocument } from '@apollo/federation-internals';
import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { badUserInput } from '@parterre/platform/graphql/errors.ts';
import { BoundedMap } from '@parterre/platform/memory/bounded-map.ts';
import type { DocumentNode } from 'graphql';
import type { Supergraph } from '../supergraph/supergraph.ts';

/** How a subscription is answered: one room sends the events, others fill in the rest of each. */
export interface SubscriptionPlan {
  /** The subscription that is sent upstream. */
  readonly primary: FetchNode;
  /** What has to be fetched for every event; absent when the room with the events knows everything. */
  readonly rest?: PlanNode;
}

export interface SubscriptionPlanner {
  /**
   * Plans a validated document. The same document object is planned once.
   *
   * @throws BAD_USER_INPUT when the one field of the subscription may be skipped
   */
  plan(document: DocumentNode, operationName: string | undefined): SubscriptionPlan;
}

const MAX_PLANS_PER_DOCUMENT = 20;

/** Plans with the planner of the gateway, which knows subscriptions although its executor does not. */
export function createSubscriptionPlanner(supergraph: Supergraph): SubscriptionPlanner {
  const plans = new WeakMap<DocumentNode, BoundedMap<string, SubscriptionPlan>>();

  const build = (document: DocumentNode, operationName: string | undefined): SubscriptionPlan => {
    const operation = operationFromDocument(supergraph.federatedApiSchema, document, { operationName });
    const { node } = supergraph.planner.buildQueryPlan(operation);
    if (node?.kind !== 'Subscription') {
      // The only valid document that comes here: the field of the subscription carries @skip or @include.
      throw badUserInput(
        'expected a subscription to one field without condition, got one that may be skipped',
      );
    }
    return node;
  };

  return {
    plan(document, operationName) {
      const ofDocument = plans.get(document) ?? new BoundedMap(MAX_PLANS_PER_DOCUMENT);
      plans.set(document, ofDocument);
      const plan = ofDocument.get(operationName ?? '') ?? build(document, operationName);
      ofDocument.set(operationName ?? '', plan);
      return plan;
    },
  };
}
