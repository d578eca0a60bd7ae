import {
  CommitDiscountDocument,
  ReleaseDiscountDocument,
  ReserveDiscountDocument,
} from '@parterre/contracts/operations/tickets.generated.ts';
import type { SubgraphClient } from '@parterre/platform/subgraphs/subgraph-client.ts';
import type { Discounts } from '../../application/ports/subgraphs.ts';
import { refusalIn } from './refusal.ts';

/** Promo codes and points as the loyalty subgraph keeps them. */
export function createDiscounts(subgraphs: SubgraphClient): Discounts {
  return {
    async reserve({ bookingId, userId, eventId, subtotal, promoCode, spendPoints }) {
      const { reserveDiscount } = await subgraphs.ask('loyalty', ReserveDiscountDocument, {
        input: { bookingId, userId, eventId, subtotal, promoCode, spendPoints },
      });
      return (
        reserveDiscount.reservation?.discount ?? refusalIn('reserveDiscount', reserveDiscount.userErrors)
      );
    },

    async commit(bookingId) {
      const { commitDiscount } = await subgraphs.ask('loyalty', CommitDiscountDocument, {
        input: { bookingId },
      });
      return commitDiscount.committed ? 'committed' : refusalIn('commitDiscount', commitDiscount.userErrors);
    },

    async release(bookingId, userId) {
      const { releaseDiscount } = await subgraphs.ask('loyalty', ReleaseDiscountDocument, {
        input: { bookingId, userId },
      });
      return releaseDiscount.released ? 'released' : refusalIn('releaseDiscount', releaseDiscount.userErrors);
    },
  };
}
