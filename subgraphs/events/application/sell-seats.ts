import { SeatsSold } from '@parterre/contracts/facts/events.ts';
import { fact, factHead } from '@parterre/contracts/facts/fact.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import type { Dependencies } from './dependencies.ts';
import { RolledBack, rollbackOnRejection } from './rollback-on-rejection.ts';

export interface SellSeats {
  readonly bookingId: string;
  readonly eventId: string;
}
export type SellRefusal = Rejection<'HOLD_EXPIRED' | 'HOLD_NOT_FOUND' | 'EVENT_NOT_ON_SALE'>;

const notFound = reject('HOLD_NOT_FOUND', 'expected a booking that holds places at this event, got none');
const expired = reject(
  'HOLD_EXPIRED',
  'expected a hold that lasts, got one whose time ran out or that was released',
);

/**
 * Sells what a booking holds: every place of it, in time, or none. What is sold to the booking already
 * answers 'sold' again.
 */
export async function sellSeats(
  deps: Dependencies,
  { bookingId, eventId }: SellSeats,
  { now }: Context,
): Promise<'sold' | SellRefusal> {
  if (!isId(bookingId) || !isId<'Event'>(eventId)) return notFound;
  if (await deps.holdsAtOnce.sell(bookingId, eventId, factHead(SeatsSold, eventId, now))) return 'sold';
  return rollbackOnRejection<'sold' | SellRefusal>(() =>
    deps.database.transaction(async (tx) => {
      await deps.holds.queueBooking(tx, bookingId, eventId);
      const hold = await deps.holds.lock(tx, bookingId);
      if (!hold || hold.status === 'FORBIDDEN' || hold.eventId !== eventId) return notFound;
      if (hold.status === 'SOLD') return 'sold';
      if (hold.status !== 'HELD') return expired;
      if (!(await deps.holds.isOnSale(tx, eventId))) {
        return reject('EVENT_NOT_ON_SALE', 'expected an event on sale, got one that is cancelled', [
          'eventId',
        ]);
      }
      const seats = await deps.holds.sellSeats(tx, hold);
      // Fewer: somebody else took a seat after the hold had run out. More cannot be: the row names them.
      if (seats.length !== hold.seatIds.length) throw new RolledBack(expired);
      if (!(await deps.holds.markSold(tx, hold))) throw new RolledBack(expired);
      // Standing places are counted as taken since they were held, so no shard changes.
      await tx.publish(fact(SeatsSold, { eventId, bookingId, seats: [...seats], standing: [] }, now));
      return 'sold';
    }),
  );
}
