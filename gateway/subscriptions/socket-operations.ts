import { withSpan } from '@parterre/platform/telemetry/tracing.ts';
import type { ExecutionArgs, ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { Admission } from '../admission/admission.ts';
import type { Answer } from '../answer.ts';
import type { Caller } from '../caller.ts';
import type { OperationContext } from '../execution/executor.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { SubscribedOperation } from './subscribed-operation.ts';
import type { Subscriptions } from './subscriptions.ts';

/** What graphql-ws asks of the gateway for each operation that comes over a socket. */
export interface SocketOperations {
  /** Judges the operation; answers the arguments to run it with, or what is wrong with it. */
  check(payload: SubscribePayload, caller: Caller): ExecutionArgs | readonly GraphQLError[];
  execute(args: ExecutionArgs): Promise<ExecutionResult>;
  subscribe(args: ExecutionArgs): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
}

export interface SocketOperationsOptions {
  readonly apiSchema: GraphQLSchema;
  readonly admission: Admission;
  readonly answer: Answer;
  readonly subscriptions: Subscriptions;
  contextOf(context: GatewayContext): OperationContext;
}

export function createSocketOperations(options: SocketOperationsOptions): SocketOperations {
  const { apiSchema, admission, answer, subscriptions, contextOf } = options;
  return {
    check(payload, caller) {
      const admitted = admission.admit(payload);
      if (admitted.kind === 'refused') return admitted.errors;
      const operation: SubscribedOperation = { ...admitted, caller };
      const { document, operationName } = admitted;
      return { schema: apiSchema, document, operationName, contextValue: operation };
    },

    execute: (args) =>
      withSpan('WebSocket /graphql', {}, async () => {
        const operation = operationIn(args);
        const { status: _, ...body } = await answer(operation, contextOf(operation));
        return body;
      }),

    subscribe: (args) => withSpan('WebSocket /graphql', {}, () => subscriptions.subscribe(operationIn(args))),
  };
}

function operationIn(args: ExecutionArgs): SubscribedOperation {
  // graphql-ws hands back the arguments that `check` has made.
  return args.contextValue as SubscribedOperation;
}
