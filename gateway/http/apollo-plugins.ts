import type { ApolloServerPlugin } from '@apollo/server';
import { badUserInput } from '@parterre/platform/graphql/errors.ts';
import { histogram } from '@parterre/platform/telemetry/metrics.ts';
import { GraphQLError } from 'graphql';
import type { GatewayContext } from '../gateway-context.ts';

type Plugin = ApolloServerPlugin<GatewayContext>;

/** Tells whoever sends a subscription over HTTP where it has to go. */
export const pointToWebSocket: Plugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (operation?.operation !== 'subscription') return;
        const { message, extensions } = badUserInput(
          'expected a query or a mutation over HTTP, got a subscription; open a WebSocket at this address ' +
            'with the subprotocol graphql-transport-ws (graphql-ws) and subscribe there',
        );
        throw new GraphQLError(message, { extensions: { ...extensions, http: { status: 400 } } });
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
