import {
  CommitDiscountDocument,
  ReleaseDiscountDocument,
  ReserveDiscountDocument,
} from '@parterre/contracts/operations/tickets.generated.ts';
import type { Rooms } from '@parterre/platform/rooms/rooms.ts';
import type { Discounts } from '../../application/ports/discounts.ts';
import { refusalIn } from './refusal.ts';

/** Promo codes and points as the loyalty room keeps them. */
export function discountsInLoyalty(rooms: Rooms): Discounts {
  return {
    async reserve({ bookingId, userId, eventId, subtotal, promoCode, spendPoints }) {
      const { reserveDiscount } = await rooms.ask('loyalty', ReserveDiscountDocument, {
        input: { bookingId, userId, eventId, subtotal, promoCode, spendPoints },
      });
      return (
        reserveDiscount.reservation?.discount ?? refusalIn('reserveDiscount', reserveDiscount.userErrors)
      );
    },

    async commit(bookingId) {
      const { commitDiscount } = await rooms.ask('loyalty', CommitDiscountDocument, { input: { bookingId } });
      return commitDiscount.committed ? 'committed' : refusalIn('commitDiscount', commitDiscount.userErrors);
    },

    async release(bookingId, userId) {
      const { releaseDiscount } = await rooms.ask('loyalty', ReleaseDiscountDocument, {
        input: { bookingId, userId },
      });
      return releaseDiscount.released ? 'released' : refusalIn('releaseDiscount', releaseDiscount.userErrors);
    },
  };
}
