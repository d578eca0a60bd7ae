import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Admission, AdmittedOperation, RefusedOperation } from '../admission/admission.ts';
import type { Answer, Answered } from '../answer.ts';
import type { OperationContext } from '../execution/executor.ts';
import type { GatewayContext } from '../gateway-context.ts';

/** What answers operations, one behind the other. */
export interface AnsweredOperations {
  readonly admission: Admission;
  readonly answer: Answer;
  contextOf(context: GatewayContext): OperationContext;
}

type Judged = AdmittedOperation | RefusedOperation;

/**
 * Judges an operation when Apollo Server has its text, wherever that came from, and answers it when Apollo
 * would execute. What stands between (parse, validation) is skipped: see `anyDocument`.
 */
export function answerOperations(operations: AnsweredOperations): ApolloServerPlugin<GatewayContext> {
  const { admission, answer, contextOf } = operations;
  return {
    async requestDidStart() {
      let judged: Judged = { kind: 'refused', errors: [] };
      return {
        // Must not throw: that would be a 500.
        async didResolveSource({ source, request: { operationName, variables, http } }) {
          const admitted = admission.admit({ query: source, operationName, variables });
          judged = refuseByMethod(admitted, http?.method) ?? admitted;
        },
        async responseForOperation({ contextValue }) {
          return responseOf(await answer(judged, contextOf(contextValue)), judged);
        },
      };
    },
  };
}

const METHOD_NOT_ALLOWED = 405;

/** What HTTP alone refuses: changes by a link, and subscriptions as a single answer. */
function refuseByMethod(judged: Judged, method: string | undefined): RefusedOperation | undefined {
  if (judged.kind === 'refused') return undefined;
  const kind = judged.operation.operation;
  if (kind === OperationTypeNode.SUBSCRIPTION) {
    return refused(
      'BAD_USER_INPUT',
      'expected a query or a mutation over HTTP, got a subscription; open a WebSocket at this address ' +
        'with the subprotocol graphql-transport-ws (graphql-ws) and subscribe there',
    );
  }
  if (method !== 'GET' || kind === OperationTypeNode.QUERY) return undefined;
  return refused('BAD_REQUEST', `expected a query by GET, got a ${kind}; send it by POST`);
}

function refused(code: string, message: string): RefusedOperation {
  return { kind: 'refused', errors: [new GraphQLError(message, { extensions: { code } })] };
}

function responseOf({ status, ...body }: Answered, judged: Judged): GraphQLResponse {
  const isMethod = judged.kind === 'refused' && judged.errors[0]?.extensions.code === 'BAD_REQUEST';
  return {
    http: isMethod
      ? { status: METHOD_NOT_ALLOWED, headers: new HeaderMap([['allow', 'POST']]) }
      : { status, headers: new HeaderMap() },
    body: { kind: 'single', singleResult: body },
  };
}
