import type { UserId } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { evolve } from '../domain/booking-saga-evolution.ts';
import type { BookingTools } from './booking-tools.ts';

/**
 * Ends the bookings that a blocked user has not paid. It only turns their sagas round, in the transaction of
 * the fact; the driver's job gives the seats back. A payment under way is let finish: if it fails, the
 * booking ends, if it succeeds, the tickets are as good as those bought a moment earlier.
 */
export function cancelBookingsOfBlockedUser({ bookings, bookingSagas }: BookingTools) {
  return async (tx: Transaction, userId: UserId): Promise<void> => {
    for (const id of await bookings.awaitingPaymentOf(tx, userId)) {
      const saga = await bookingSagas.lock(tx, id);
      if (saga?.phase.name !== 'awaiting' && saga?.phase.name !== 'paying') continue;
      const turned = evolve(saga, { type: 'CancellationAsked', reason: 'USER_BLOCKED', owes: null });
      await bookingSagas.hand(tx, id, turned);
    }
  };
}
