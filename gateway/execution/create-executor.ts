import { badUserInput } from '@parterre/platform/graphql/errors.ts';
import { type ExecutionResult, GraphQLError, OperationTypeNode } from 'graphql';
import type { AdmittedOperation } from '../admission/admission.ts';
import type { DataSource } from '../data-source.ts';
import type { Preparation } from '../rates/preparation.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { variablesFor } from './compiled-fetch.ts';
import { type CompiledOperation, endedEarly, type FinishedRun } from './compiled-operation.ts';
import type { Executor, OperationContext, SubscriptionPlan } from './executor.ts';
import { copyOf } from './fetch-document.ts';
import { isObject } from './generated-code.ts';
import { createPlans, defaultPlanLimits, type PlanLimits } from './plans.ts';
import { receiveRoot } from './root-fetch.ts';
import { Run } from './run.ts';
import { SharedReads } from './shared-reads.ts';

export interface ExecutorOptions {
  readonly supergraph: Supergraph;
  /** Every subgraph that the supergraph names. */
  readonly dataSources: readonly DataSource[];
  readonly limits?: Partial<PlanLimits>;
  /** Whether something new may be planned, and how long that took. */
  readonly preparation?: Preparation | undefined;
}

/** @throws Error when a subgraph of the supergraph has no data source */
export function createExecutor({ supergraph, dataSources, limits, preparation }: ExecutorOptions): Executor {
  const byName = new Map(dataSources.map((dataSource) => [dataSource.name, dataSource]));
  const dataSourceOf = (subgraph: string): DataSource => {
    const dataSource = byName.get(subgraph);
    if (dataSource) return dataSource;
    throw new Error(
      `expected a data source for the subgraph ${subgraph}, got ${[...byName.keys()].join(', ')}`,
    );
  };
  for (const subgraph of supergraph.subgraphs) dataSourceOf(subgraph);
  const plans = createPlans(supergraph, dataSourceOf, { ...defaultPlanLimits, ...limits }, preparation);
  const reads = new SharedReads();

  const execute = (
    operation: AdmittedOperation,
    context: OperationContext,
  ): ExecutionResult | Promise<ExecutionResult> => {
    const compiled = plans.of(operation, context.caller.address);
    if (compiled instanceof GraphQLError) return { errors: [compiled] };
    const { operation: kind } = operation.operation;
    const start = () => runAll(compiled, new Run(operation, context));
    if (kind === OperationTypeNode.QUERY) return reads.share(operation, context, start);
    if (kind === OperationTypeNode.SUBSCRIPTION) throw badUserInput('expected a query or a mutation');
    return mutate(start, reads);
  };

  return {
    execute(operation, context) {
      try {
        return execute(operation, context);
      } catch (error) {
        return asResult(error);
      }
    },
    planSubscription(operation, address) {
      const compiled = plans.of(operation, address);
      if (compiled instanceof GraphQLError) throw compiled;
      return subscriptionPlan(compiled, reads);
    },
  };
}

async function mutate(
  start: () => FinishedRun | Promise<FinishedRun>,
  reads: SharedReads,
): Promise<ExecutionResult> {
  try {
    return (await start()).result;
  } finally {
    reads.forget();
  }
}

/** Neither throws nor rejects: a bug is a result, for whoever shares it too. */
function runAll(compiled: CompiledOperation, run: Run): FinishedRun | Promise<FinishedRun> {
  try {
    const pending = compiled.fetchAll?.(run);
    return pending ? finishWhen(pending, compiled, run) : compiled.finish(run);
  } catch (error) {
    return failed(error);
  }
}

function finishWhen(pending: Promise<void>, compiled: CompiledOperation, run: Run): Promise<FinishedRun> {
  const { budget } = run;
  if (budget.hasEnded) return Promise.resolve(endedEarly(run));
  return new Promise((resolve) => {
    const end = (): void => resolve(endedEarly(run));
    budget.watch(end);
    const finish = (make: () => FinishedRun): void => {
      budget.unwatch(end);
      try {
        resolve(make());
      } catch (error) {
        resolve(failed(error));
      }
    };
    pending.then(
      () => finish(() => compiled.finish(run)),
      (error: unknown) => finish(() => failed(error)),
    );
  });
}

function failed(error: unknown): FinishedRun {
  return { result: asResult(error), nodes: 0, bytes: 0, endedEarly: false };
}

function subscriptionPlan(compiled: CompiledOperation, reads: SharedReads): SubscriptionPlan {
  const { primary } = compiled;
  // The only valid document that comes here without: the field of the subscription carries @skip or @include.
  if (!primary) {
    throw badUserInput('expected a subscription to one field without condition, got one that may be skipped');
  }
  const { dataSource, document, text, operationName } = primary;
  return {
    subgraph: dataSource.name,
    request: (operation, { caller, budget }) => {
      const variables = variablesFor(operation.variables, primary.variableUsages);
      return { document, text, operationName, variables, caller, budget };
    },
    async complete(event, operation, context) {
      // Whoever has heard of the event and asks must not get what was read before it.
      reads.forget();
      try {
        const run = new Run(operation, context);
        // Others may share the event; what is fetched further is merged into a copy.
        const data = isObject(event.data) ? copyOf(event.data, primary.selected) : event.data;
        receiveRoot(run, primary, { ...event, data: isObject(data) ? data : undefined });
        return (await runAll(compiled, run)).result;
      } catch (error) {
        return asResult(error);
      }
    },
  };
}

/** A bug: it goes to the log by the error mask, and the client learns a reference. */
function asResult(error: unknown): ExecutionResult {
  if (error instanceof GraphQLError) return { errors: [error] };
  const originalError = error instanceof Error ? error : new Error(String(error));
  const extensions = { code: 'INTERNAL_SERVER_ERROR' };
  return { errors: [new GraphQLError(originalError.message, { originalError, extensions })] };
}
