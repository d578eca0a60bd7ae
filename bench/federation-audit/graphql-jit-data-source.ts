import type { DataSource, SubgraphRequest } from '@parterre/gateway/data-source.ts';
import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';

type Execute = (request: SubgraphRequest, event?: unknown) => ExecutionResult | Promise<ExecutionResult>;

/** A subgraph of this process, answered by graphql-jit; by graphql-js what that cannot compile. */
export function graphqlJitDataSource(name: string, schema: GraphQLSchema): DataSource {
  const compiled = new Map<DocumentNode, CompiledQuery | null>();

  const answer: Execute = (request, event) => {
    const { document, operationName, variables } = request;
    const known = compiled.get(document);
    const query = known === undefined ? compile(schema, document, operationName) : known;
    compiled.set(document, query);
    return query
      ? query.query(event, request, { ...variables })
      : (execute(argsFor(schema, request, event)) as ExecutionResult | Promise<ExecutionResult>);
  };

  return {
    name,
    execute: (request) => answer(request),
    async subscribe(request) {
      const events = await createSourceEventStream(argsFor(schema, request));
      return Symbol.asyncIterator in events ? answerEach(events, request, answer) : events;
    },
  };
}

async function* answerEach(
  events: AsyncIterable<unknown>,
  request: SubgraphRequest,
  answer: Execute,
): AsyncGenerator<ExecutionResult, undefined> {
  for await (const event of events) yield answer(request, event);
}

function argsFor(schema: GraphQLSchema, request: SubgraphRequest, rootValue?: unknown) {
  const { document, operationName, variables } = request;
  return { schema, document, operationName, variableValues: variables, contextValue: request, rootValue };
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): CompiledQuery | null {
  const query = compileQuery(schema, document, operationName, { disablingCapturingStackErrors: true });
  return isCompiledQuery(query) ? query : null;
}
