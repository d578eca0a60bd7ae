import { ReceiveProviderMessageDocument } from '@parterre/contracts/operations/gateway.generated.ts';
import type { WebhookRoute } from '@parterre/gateway/http/webhooks.ts';
import type { SubgraphClient } from '@parterre/platform/subgraphs/subgraph-client.ts';

/** What Stripe says of payments, for the payments subgraph, which knows what is signed (receive-provider-message.graphql). */
export function paymentWebhook(subgraphs: SubgraphClient): WebhookRoute {
  return {
    path: '/webhooks/stripe',
    // An event with a session has some 5 KiB.
    bytes: 64 * 1024,
    signedBy: 'stripe-signature',
    async receive(input) {
      const { receiveProviderMessage } = await subgraphs.ask('payments', ReceiveProviderMessageDocument, {
        input,
      });
      const [error] = receiveProviderMessage.userErrors;
      if (!error) return 'taken';
      return error.code === 'INVALID_SIGNATURE' ? 'forged' : 'unknown';
    },
  };
}
