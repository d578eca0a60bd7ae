import { type ExecutionResult, execute, type GraphQLSchema, subscribe } from 'graphql';
import type { DataSource, SubgraphRequest } from '../data-source.ts';

/** A subgraph of this process, answered by graphql-js; its resolvers get the request as their context. */
export interface GraphqlJsDataSource extends DataSource {
  /** What it was asked, in order. */
  readonly requests: readonly SubgraphRequest[];
}

export function graphqlJsDataSource(name: string, schema: GraphQLSchema): GraphqlJsDataSource {
  const requests: SubgraphRequest[] = [];
  const args = (request: SubgraphRequest) => {
    const { document, operationName, variables } = request;
    requests.push(request);
    return { schema, document, operationName, variableValues: variables, contextValue: request };
  };
  return {
    name,
    requests,
    execute: (request) => execute(args(request)) as ExecutionResult | Promise<ExecutionResult>,
    subscribe: async (request) =>
      (await subscribe(args(request))) as AsyncIterableIterator<ExecutionResult> | ExecutionResult,
  };
}
