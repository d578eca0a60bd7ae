import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { AdmittedOperation, RefusedOperation } from '../admission/admission.ts';
import type { Answered } from '../answer.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { Judged, Operations } from '../operations.ts';

/**
 * Judges an operation when Apollo Server has its text, wherever that came from, and answers it when Apollo
 * would execute. What stands between (parse, validation) is skipped: see `anyDocument`.
 */
export function answerOperations(operations: Operations): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      let judged: Judged = { operation: { kind: 'refused', errors: [] }, headers: {} };
      return {
        // Must not throw: that would be a 500.
        async didResolveSource({ source, request: { operationName, variables, http }, contextValue }) {
          const asked = { query: source, operationName, variables };
          const found = await operations.judge(asked, contextValue, contextValue.exchange?.prepare);
          judged = { ...found, operation: refuseByMethod(found.operation, http?.method) ?? found.operation };
        },
        async responseForOperation({ contextValue }) {
          const { operation } = judged;
          const answered = await operations.answer(operation, contextValue);
          return responseOf(contextValue.exchange?.withhold(operation, answered) ?? answered, judged);
        },
        // In place of Apollo's plugin for cache control, which works this out of what nobody has said.
        async willSendResponse({ response: { http }, contextValue: { contentType } }) {
          http.headers.set('cache-control', 'no-store');
          if (contentType !== undefined) http.headers.set('content-type', contentType);
        },
      };
    },
  };
}

const METHOD_NOT_ALLOWED = 405;

/** What HTTP alone refuses: changes by a link, and subscriptions as a single answer. */
function refuseByMethod(
  judged: AdmittedOperation | RefusedOperation,
  method: string | undefined,
): RefusedOperation | undefined {
  if (judged.kind === 'refused') return undefined;
  const kind = judged.operation.operation;
  if (kind === OperationTypeNode.SUBSCRIPTION) {
    return refused(
      'BAD_USER_INPUT',
      'expected a query or a mutation, got a subscription; open a WebSocket at this address with the ' +
        'subprotocol graphql-transport-ws (graphql-ws), or accept text/event-stream, and subscribe there',
    );
  }
  if (method !== 'GET' || kind === OperationTypeNode.QUERY) return undefined;
  return refused('BAD_REQUEST', `expected a query by GET, got a ${kind}; send it by POST`);
}

function refused(code: string, message: string): RefusedOperation {
  return { kind: 'refused', errors: [new GraphQLError(message, { extensions: { code } })] };
}

function responseOf({ status, ...body }: Answered, { operation, headers }: Judged): GraphQLResponse {
  const isMethod = operation.kind === 'refused' && operation.errors[0]?.extensions.code === 'BAD_REQUEST';
  const http = new HeaderMap();
  for (const name in headers) http.set(name, headers[name] ?? '');
  if (isMethod) http.set('allow', 'POST');
  const retryAfterMs = status === undefined ? undefined : body.errors?.[0]?.extensions.retryAfterMs;
  if (typeof retryAfterMs === 'number') http.set('retry-after', String(Math.ceil(retryAfterMs / 1_000)));
  return {
    http: { status: isMethod ? METHOD_NOT_ALLOWED : status, headers: http },
    body: { kind: 'single', singleResult: body },
  };
}
