import type { PaymentId } from '@parterre/contracts/kernel/ids.ts';
import {
  AuthorizePaymentDocument,
  CapturePaymentDocument,
  RefundPaymentDocument,
  VoidPaymentDocument,
} from '@parterre/contracts/operations/tickets.generated.ts';
import type { SubgraphClient } from '@parterre/platform/subgraphs/subgraph-client.ts';
import type { Payments } from '../../application/ports/subgraphs.ts';
import { refusalIn } from './refusal.ts';

/** Wallets as the payments subgraph keeps them. A payload with a userError is a "no", whatever else it holds. */
export function createPayments(subgraphs: SubgraphClient): Payments {
  return {
    async authorize({ bookingId, attempt }, userId, amount) {
      const { authorizePayment: answer } = await subgraphs.ask('payments', AuthorizePaymentDocument, {
        input: { bookingId, attempt, userId, amount },
      });
      return answer.payment && answer.userErrors.length === 0
        ? { paymentId: answer.payment.id as PaymentId }
        : refusalIn('authorizePayment', answer.userErrors);
    },

    async capture({ bookingId, attempt }) {
      const { capturePayment: answer } = await subgraphs.ask('payments', CapturePaymentDocument, {
        input: { bookingId, attempt },
      });
      return answer.payment && answer.userErrors.length === 0
        ? 'captured'
        : refusalIn('capturePayment', answer.userErrors);
    },

    async void({ bookingId, attempt }, userId) {
      const { voidPayment: answer } = await subgraphs.ask('payments', VoidPaymentDocument, {
        input: { bookingId, attempt, userId },
      });
      // A void of what never came has no payment to show, and is none the less done.
      return answer.userErrors.length === 0 ? 'voided' : refusalIn('voidPayment', answer.userErrors);
    },

    async refund(bookingId, refundId, amount) {
      const { refundPayment: answer } = await subgraphs.ask('payments', RefundPaymentDocument, {
        input: { bookingId, refundId, amount },
      });
      return answer.payment && answer.userErrors.length === 0
        ? 'refunded'
        : refusalIn('refundPayment', answer.userErrors);
    },
  };
}
