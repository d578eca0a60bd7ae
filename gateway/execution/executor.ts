import type { Budget } from '@parterre/platform/graphql/budget.ts';
import type { ExecutionResult } from 'graphql';
import type { AdmittedOperation } from '../admission/admission.ts';
import type { Caller } from '../caller.ts';
import type { SubgraphRequest } from '../data-source.ts';

/** For whom an operation runs, and what it may use. */
export interface OperationContext {
  readonly caller: Caller;
  readonly budget: Budget;
}

/** Runs operations by compiled plans. One executor belongs to one supergraph. */
export interface Executor {
  /**
   * Runs a query or a mutation. Neither throws nor rejects; a plain value when nothing had to be awaited. Errors are located in the client's document by `path`; they
   * still carry what only the log may see and go through the gateway's error mask.
   */
  execute(
    operation: AdmittedOperation,
    context: OperationContext,
  ): ExecutionResult | Promise<ExecutionResult>;
  /**
   * Plans a subscription; kept like any plan.
   *
   * @param address whose time it takes when it is new; nobody's unless given
   * @throws GraphQLError BAD_USER_INPUT when it cannot be one, RATE_LIMITED when too much that is new was asked for
   */
  planSubscription(operation: AdmittedOperation, address?: string): SubscriptionPlan;
}

/** How a subscription is answered: one subgraph sends events, others complete each of them. */
export interface SubscriptionPlan {
  /** The subgraph that sends the events. */
  readonly subgraph: string;
  /** What is asked of it. */
  request(operation: AdmittedOperation, context: OperationContext): SubgraphRequest;
  /** The answer to the subscriber, made of one event: the rest of the plan, shaped as any answer. */
  complete(
    event: ExecutionResult,
    operation: AdmittedOperation,
    context: OperationContext,
  ): Promise<ExecutionResult>;
}
