import { operationFromDocument } from '@apollo/federation-internals';
import { buildOperationContext, executeQueryPlan } from '@apollo/gateway';
import type { QueryPlan } from '@apollo/query-planner';
import type { Budget } from '@parterre/platform/graphql/budget.ts';
import { BoundedMap } from '@parterre/platform/memory/bounded-map.ts';
import { GraphQLError } from 'graphql';
import type { AdmittedOperation } from '../admission/admission.ts';
import { refusal } from '../admission/refusal.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import type { TextLogger } from '../text-logger.ts';
import { countFetches } from './count-fetches.ts';
import type { Executor } from './executor.ts';

export interface StockExecutorOptions {
  readonly supergraph: Supergraph;
  readonly logger: TextLogger;
  /** Requests that one operation may make to subgraphs. */
  readonly fetches: number;
}

type RequestContext = Parameters<typeof executeQueryPlan>[2];

/** A plan, or why there is none: refusals are kept like plans, so that the same document is planned once. */
type Planned = QueryPlan | GraphQLError;

const MAX_PLANS = 1_000;
/** A plan grows with its document; measured, some 20 bytes for each character of its text. */
const PLAN_BYTES_PER_CHARACTER = 20;
const MAX_PLAN_BYTES = 32 * 1024 * 1024;

/** Runs operations with the executor of @apollo/gateway. */
export function createExecutor(options: StockExecutorOptions): Pick<Executor, 'execute'> {
  const { supergraph, logger, fetches } = options;
  const plans = new BoundedMap<string, { readonly planned: Planned; readonly length: number }>(MAX_PLANS, {
    max: MAX_PLAN_BYTES,
    of: ({ length }) => length * PLAN_BYTES_PER_CHARACTER,
  });

  const plan = ({ document, operationName }: AdmittedOperation): Planned => {
    const operation = operationFromDocument(supergraph.federatedApiSchema, document, { operationName });
    const queryPlan = supergraph.planner.buildQueryPlan(operation);
    const count = countFetches(queryPlan.node);
    if (count <= fetches) return queryPlan;
    return refusal(
      'BAD_USER_INPUT',
      `expected an operation of at most ${fetches} requests to subgraphs, got ${count}; ask in several operations`,
    );
  };
  const planOf = (operation: AdmittedOperation): Planned => {
    const known = plans.get(operation.key);
    if (known) return known.planned;
    const planned = plan(operation);
    plans.set(operation.key, { planned, length: operation.query.length });
    return planned;
  };

  return {
    async execute(operation, context) {
      try {
        const planned = planOf(operation);
        if (planned instanceof GraphQLError) return { errors: [planned] };
        const operationContext = buildOperationContext({
          schema: supergraph.apiSchema,
          operationDocument: operation.document,
          operationName: operation.operationName,
        });
        const { data, errors } = await executeQueryPlan(
          planned,
          supergraph.dataSources,
          requestContextOf(supergraph, operation, context.caller.identity, logger),
          operationContext,
          supergraph.fullSchema,
          supergraph.federatedApiSchema,
        );
        return { data, ...(errors ? { errors } : {}) };
      } catch (error) {
        const originalError = error instanceof Error ? error : new Error(String(error));
        return { errors: [new GraphQLError(originalError.message, { originalError })] };
      }
    },
  };
}

/** What the executor and the data sources read of a request; Apollo Server made it once. */
function requestContextOf(
  supergraph: Supergraph,
  operation: AdmittedOperation,
  asker: unknown,
  logger: TextLogger,
): RequestContext {
  const { query, operationName, variables, document } = operation;
  return {
    request: { query, operationName, variables: { ...variables } },
    context: { asker },
    logger,
    schema: supergraph.apiSchema,
    schemaHash: '' as RequestContext['schemaHash'],
    cache: { get: async () => undefined, set: async () => {}, delete: async () => true },
    queryHash: '',
    document,
    source: query,
    operationName: operationName ?? null,
    operation: operation.operation,
    metrics: {},
    overallCachePolicy: undefined,
  };
}

/** Lets an operation take what it wants: @apollo/gateway counts nothing. */
export function withoutBudget(): Budget {
  return {
    signal: new AbortController().signal,
    fault: undefined,
    remainingMs: () => Number.MAX_SAFE_INTEGER,
    charge: () => true,
    chargeBytes: () => true,
    abort: () => {},
    close: () => {},
  };
}
