import type { ApolloServerPlugin } from '@apollo/server';
import { histogram } from '@parterre/platform/telemetry/metrics.ts';
import { GraphQLError } from 'graphql';
import type { GatewayContext } from '../gateway-context.ts';
import { refuseUnstorableText } from '../limits/no-unstorable-text.ts';

type Plugin = ApolloServerPlugin<GatewayContext>;

/**
 * Stops what the gateway cannot plan: a subscription, which is told where it has to go, and a document that
 * does not say which of its operations is meant (Apollo leaves that to the gateway, which answers a 500).
 */
export const refuseUnplannable: Plugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (!operation) {
          throw refusal(
            'OPERATION_RESOLUTION_FAILURE',
            'expected "operationName" to name one of several operations in the document',
          );
        }
        if (operation.operation !== 'subscription') return;
        throw refusal(
          'BAD_USER_INPUT',
          'expected a query or a mutation over HTTP, got a subscription; open a WebSocket at this address ' +
            'with the subprotocol graphql-transport-ws (graphql-ws) and subscribe there',
        );
      },
    };
  },
};

function refusal(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}

/** Stops what no room could keep, before any room is asked. */
export const refuseUnstorable: Plugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ request }) {
        const fault = refuseUnstorableText(request.variables ?? {});
        if (fault) throw refusal('BAD_USER_INPUT', fault.message);
      },
    };
  },
};

/**
 * Apollo Gateway reports in `extensions` which field it had to null because a room answered null for it.
 * These messages do not pass formatError, and the null says it already.
 */
export const hideCompletionErrors: Plugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body } }) {
        if (body.kind === 'single') delete body.singleResult.extensions;
      },
    };
  },
};

const seconds = histogram('parterre_gateway_seconds', 'Time to answer one operation at the public door.', [
  'operation',
  'outcome',
]);

export const measureOperations: Plugin = {
  async requestDidStart() {
    const startedAt = performance.now();
    return {
      async willSendResponse({ operation, errors }) {
        const labels = { operation: operation?.operation ?? 'none', outcome: errors ? 'error' : 'ok' };
        seconds.observe(labels, (performance.now() - startedAt) / 1000);
      },
    };
  },
};
