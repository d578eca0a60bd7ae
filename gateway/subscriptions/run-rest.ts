import { buildOperationContext, executeQueryPlan, type ServiceMap } from '@apollo/gateway';
import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import type { Asker } from '@parterre/platform/kernel/asker.ts';
import type { ExecutionResult } from 'graphql';
import type { AdmittedOperation } from '../admission/admission.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import type { TextLogger } from '../text-logger.ts';
import type { SubscriptionPlan } from './plan-subscription.ts';

/** An admitted subscription and who sent it. */
export type SubscribedOperation = Pick<
  AdmittedOperation,
  'query' | 'document' | 'operationName' | 'variables'
> & { readonly asker: Asker };

/** Turns one event of a room into the answer that the subscriber has asked for. */
export type RunRest = (event: ExecutionResult) => Promise<ExecutionResult>;

type RequestContext = Parameters<typeof executeQueryPlan>[2];

/** A data source under this name hands out the event instead of asking a room. No subgraph can be called so. */
const EVENT = '(event)';

/**
 * Runs the rest of a subscription's plan. The executor of the gateway runs a plan of queries; so the
 * subscription at its beginning becomes a fetch from a data source that answers with the event, and
 * everything after it, entities, fragments, the shape of the answer, is done as for any query.
 */
export function prepareRest(
  supergraph: Supergraph,
  plan: SubscriptionPlan,
  operation: SubscribedOperation,
  logger: TextLogger,
): RunRest {
  const queryPlan = planAfterEvent(plan);
  const operationContext = buildOperationContext({
    schema: supergraph.apiSchema,
    operationDocument: operation.document,
    operationName: operation.operationName,
  });
  return (event) => {
    const dataSources: ServiceMap = { ...supergraph.dataSources, [EVENT]: { process: async () => event } };
    return executeQueryPlan(
      queryPlan,
      dataSources,
      requestContextOf(supergraph, operation, operationContext.operation, logger),
      operationContext,
      supergraph.fullSchema,
      supergraph.federatedApiSchema,
    ).then(({ data, errors }) => ({ data, ...(errors ? { errors } : {}) }));
  };
}

function planAfterEvent({ primary, rest }: SubscriptionPlan): QueryPlan {
  const event: PlanNode = { ...primary, serviceName: EVENT };
  return { kind: 'QueryPlan', node: rest ? { kind: 'Sequence', nodes: [event, rest] } : event };
}

/** What the executor and the data sources read of a request; Apollo Server makes it for those over HTTP. */
function requestContextOf(
  supergraph: Supergraph,
  operation: SubscribedOperation,
  definition: RequestContext['operation'],
  logger: TextLogger,
): RequestContext {
  return {
    request: {
      query: operation.query,
      operationName: operation.operationName,
      variables: { ...operation.variables },
    },
    context: { asker: operation.asker },
    logger,
    schema: supergraph.apiSchema,
    schemaHash: '' as RequestContext['schemaHash'],
    cache: noCache,
    queryHash: '',
    document: operation.document,
    source: operation.query,
    operationName: operation.operationName ?? null,
    operation: definition,
    metrics: {},
    overallCachePolicy: undefined,
  };
}

/** Events are news; nothing of them is kept. */
const noCache: RequestContext['cache'] = {
  get: async () => undefined,
  set: async () => {},
  delete: async () => true,
};
