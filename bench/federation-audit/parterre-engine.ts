import type { DataSource } from '@parterre/gateway/data-source.ts';
import { createExecutor } from '@parterre/gateway/execution/create-executor.ts';
import type { Executor } from '@parterre/gateway/execution/executor.ts';
import { readSupergraph } from '@parterre/gateway/supergraph/supergraph.ts';
import { graphqlJsDataSource } from '@parterre/gateway/testing/graphql-js-data-source.ts';
import { aContext, admitted } from '@parterre/gateway/testing/operations.ts';
import {
  type FormattedExecutionResult,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import type { AuditEngine } from './engine.ts';
import { graphqlJitDataSource } from './graphql-jit-data-source.ts';

/** Parterre's planner and executor over subgraphs of this process, without what judges operations before. */
function parterreEngine(name: string, dataSourceOf: (name: string, schema: GraphQLSchema) => DataSource) {
  return {
    name: `Parterre's executor, subgraphs by ${name}`,
    async open({ supergraphSdl, schemas }) {
      const supergraph = readSupergraph(supergraphSdl);
      const dataSources = [...schemas].map(([subgraph, schema]) => dataSourceOf(subgraph, schema));
      const executor = createExecutor({ supergraph, dataSources });
      return {
        async ask(query) {
          const document = parse(query);
          const errors = validate(supergraph.apiSchema, document);
          if (errors.length > 0) return { errors };
          const isSubscription = getOperationAST(document)?.operation === OperationTypeNode.SUBSCRIPTION;
          const operation = admitted(supergraph.apiSchema, query);
          return isSubscription
            ? firstMessage(executor, operation, dataSources)
            : executor.execute(operation, aContext());
        },
        close: async () => undefined,
      };
    },
  } satisfies AuditEngine;
}

export const parterreEngines: readonly AuditEngine[] = [
  parterreEngine('graphql-js', graphqlJsDataSource),
  parterreEngine('graphql-jit', graphqlJitDataSource),
];

async function firstMessage(
  executor: Executor,
  operation: ReturnType<typeof admitted>,
  dataSources: readonly DataSource[],
): Promise<FormattedExecutionResult> {
  const context = aContext();
  const plan = executor.planSubscription(operation);
  const upstream = dataSources.find(({ name }) => name === plan.subgraph);
  if (!upstream) throw new Error(`expected one of the subgraphs to send the events, got ${plan.subgraph}`);
  const events = await upstream.subscribe(plan.request(operation, context));
  if (!('next' in events)) return plan.complete(events, operation, context);
  const { value } = await events.next();
  await events.return?.();
  return plan.complete(value, operation, context);
}
