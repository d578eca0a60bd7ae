import {
  CommitDiscountDocument,
  RefundedPointsDocument,
  ReleaseDiscountDocument,
  ReserveDiscountDocument,
} from '@parterre/contracts/operations/tickets.generated.ts';
import type { SubgraphClient } from '@parterre/platform/subgraphs/subgraph-client.ts';
import type { Discounts } from '../../application/ports/subgraphs.ts';
import { refusalIn } from './refusal.ts';

/** Promo codes and points as the loyalty subgraph keeps them. */
export function createDiscounts(subgraphs: SubgraphClient): Discounts {
  return {
    async reserve({ bookingId, userId, eventId, organizerId, places, subtotal, promoCode, spendPoints }) {
      const { reserveDiscount } = await subgraphs.ask('loyalty', ReserveDiscountDocument, {
        input: { bookingId, userId, eventId, organizerId, places, subtotal, promoCode, spendPoints },
      });
      const { reservation, userErrors } = reserveDiscount;
      if (!reservation) return refusalIn('reserveDiscount', userErrors);
      return { discount: reservation.discount, places: reservation.places };
    },

    async commit(bookingId) {
      const { commitDiscount } = await subgraphs.ask('loyalty', CommitDiscountDocument, {
        input: { bookingId },
      });
      return commitDiscount.committed ? 'committed' : refusalIn('commitDiscount', commitDiscount.userErrors);
    },

    async refundedPoints(input) {
      return (await subgraphs.ask('loyalty', RefundedPointsDocument, { input })).refundedPoints;
    },

    async release(bookingId, userId) {
      const { releaseDiscount } = await subgraphs.ask('loyalty', ReleaseDiscountDocument, {
        input: { bookingId, userId },
      });
      return releaseDiscount.released ? 'released' : refusalIn('releaseDiscount', releaseDiscount.userErrors);
    },
  };
}
