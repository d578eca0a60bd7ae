import { mapEvents } from '@parterre/platform/graphql/map-events.ts';
import { withSpan } from '@parterre/platform/telemetry/tracing.ts';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { ErrorMask } from '../errors/mask-errors.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import type { TextLogger } from '../text-logger.ts';
import { createSubscriptionPlanner } from './plan-subscription.ts';
import { prepareRest } from './run-rest.ts';
import type { SubscribedOperation } from './subscribed-operation.ts';
import type { Upstream } from './upstream.ts';

/** Answers subscriptions: every event of a room, completed by the other rooms. */
export interface Subscriptions {
  /** The answers, one for each event, or a single one with errors when the subscription does not start. */
  subscribe(
    operation: SubscribedOperation,
  ): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
}

export interface SubscriptionsOptions {
  readonly supergraph: Supergraph;
  readonly upstream: Upstream;
  readonly errors: ErrorMask;
  readonly logger: TextLogger;
}

export function createSubscriptions(options: SubscriptionsOptions): Subscriptions {
  const { supergraph, upstream, errors, logger } = options;
  const planner = createSubscriptionPlanner(supergraph);

  const shown = (result: ExecutionResult): ExecutionResult =>
    result.errors ? { ...result, errors: result.errors.map(errors.show) } : result;
  const failure = (error: unknown): ExecutionResult => {
    const originalError = error instanceof Error ? error : new Error(String(error));
    return { errors: [errors.show(new GraphQLError(originalError.message, { originalError }))] };
  };

  return {
    async subscribe(operation) {
      try {
        const plan = planner.plan(operation.document, operation.operationName);
        const runRest = prepareRest(supergraph, plan, operation, logger);
        const events = await upstream.open(plan.primary, operation.variables, operation.caller);
        if (!('next' in events)) return { errors: shown(await runRest(events)).errors ?? [] };
        const complete = (event: ExecutionResult) =>
          withSpan('subscription event', {}, async () => shown(await runRest(event)));
        return mapEvents(events, complete, failure);
      } catch (error) {
        return failure(error);
      }
    },
  };
}
