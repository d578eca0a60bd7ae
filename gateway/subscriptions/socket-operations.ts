import type { ApolloServer } from '@apollo/server';
import { badUserInput } from '@parterre/platform/graphql/errors.ts';
import { BoundedMap } from '@parterre/platform/memory/bounded-map.ts';
import { withSpan } from '@parterre/platform/telemetry/tracing.ts';
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { Caller } from '../caller.ts';
import type { OutwardErrors } from '../errors/outward-errors.ts';
import type { GatewayContext } from '../gateway-context.ts';
import { limitRules, limits } from '../limits/limits.ts';
import { refuseUnstorableText } from '../limits/no-unstorable-text.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import type { SubscribedOperation } from './subscribed-operation.ts';
import type { Subscriptions } from './subscriptions.ts';

/** What graphql-ws asks of the gateway for each operation that comes over a socket. */
export interface SocketOperations {
  /** Parses and validates; answers the arguments to run it with, or what is wrong with it. */
  check(payload: SubscribePayload, caller: Caller): ExecutionArgs | readonly GraphQLError[];
  execute(args: ExecutionArgs): Promise<ExecutionResult>;
  subscribe(args: ExecutionArgs): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
}

export interface SocketOperationsOptions {
  readonly supergraph: Supergraph;
  readonly apollo: ApolloServer<GatewayContext>;
  readonly subscriptions: Subscriptions;
  readonly errors: OutwardErrors;
  /** Whether a misspelt name is answered with the ones that exist. */
  readonly suggestsNames: boolean;
}

type Checked = DocumentNode | readonly GraphQLError[];
const MAX_DOCUMENTS = 1_000;
const rules = [...specifiedRules, ...limitRules];

export function createSocketOperations(options: SocketOperationsOptions): SocketOperations {
  const { supergraph, apollo, subscriptions, errors, suggestsNames } = options;
  const documents = new BoundedMap<string, Checked>(MAX_DOCUMENTS);

  const read = (query: string): Checked => {
    const known = documents.get(query) ?? checkDocument(supergraph, query);
    documents.set(query, known);
    return known;
  };

  return {
    check({ query, operationName, variables }, caller) {
      const document = read(query);
      if (!('kind' in document)) {
        return document.map((fault) => errors.show(suggestsNames ? fault : withoutSuggestion(fault)));
      }
      const definition = getOperationAST(document, operationName);
      if (!definition) {
        return [badUserInput('expected the document to hold the one operation that is to be run')];
      }
      const operation: SubscribedOperation = {
        query,
        document,
        operationName: operationName ?? undefined,
        variables: variables ?? {},
        caller,
      };
      const unstorable = refuseUnstorableText(operation.variables);
      if (unstorable) return [unstorable];
      const definitions = definition.variableDefinitions ?? [];
      const coerced = getVariableValues(supergraph.apiSchema, definitions, operation.variables);
      if (coerced.errors) return coerced.errors.map(({ message }) => badUserInput(message));
      return { schema: supergraph.apiSchema, document, operationName, contextValue: operation };
    },

    execute: (args) =>
      withSpan('WebSocket /graphql', {}, async () => {
        const { query, operationName, variables, caller } = operationIn(args);
        const request = { query, operationName, variables: { ...variables } };
        const { body } = await apollo.executeOperation(request, { contextValue: { caller } });
        if (body.kind !== 'single') throw new Error('expected one result, got an incremental one');
        const { data, errors: formatted } = body.singleResult;
        const shown = formatted?.map(({ message, ...rest }) => new GraphQLError(message, rest));
        return { data, ...(shown ? { errors: shown } : {}) };
      }),

    subscribe: (args) => withSpan('WebSocket /graphql', {}, () => subscriptions.subscribe(operationIn(args))),
  };
}

function operationIn(args: ExecutionArgs): SubscribedOperation {
  // graphql-ws hands back the arguments that `check` has made.
  return args.contextValue as SubscribedOperation;
}

function checkDocument(supergraph: Supergraph, query: string): Checked {
  try {
    const document = parse(query, { maxTokens: limits.tokens });
    const faults = validate(supergraph.apiSchema, document, rules);
    return faults.length > 0 ? faults.map((fault) => coded(fault, 'GRAPHQL_VALIDATION_FAILED')) : document;
  } catch (error) {
    // The parser calls itself for every level of nesting, and ends so when the stack does.
    const fault = error instanceof RangeError ? new GraphQLError(error.message) : error;
    if (!(fault instanceof GraphQLError)) throw error;
    return [coded(fault, 'GRAPHQL_PARSE_FAILED')];
  }
}

/** graphql-js lists similar names, and so the schema bit by bit, to whoever asks for wrong ones. */
function withoutSuggestion({ message, extensions }: GraphQLError): GraphQLError {
  return new GraphQLError(message.replace(/ ?Did you mean .*$/, ''), { extensions });
}

function coded(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, { extensions: { code } });
}
