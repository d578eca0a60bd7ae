import type { BookingId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { bookingIdOf } from '../domain/booking-id.ts';
import { canTurnBack } from '../domain/booking-saga.ts';
import { evolve } from '../domain/booking-saga-evolution.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * Lets a user book nothing more, and ends the bookings that the user has not paid. It only turns their sagas
 * round, in the transaction of the fact; the driver's job gives the seats back. A payment under way is let
 * finish: if it fails, the booking ends, if it succeeds, the tickets are as good as those bought a moment
 * earlier.
 */
export function blockBuyer(deps: Dependencies) {
  const { blockedUsers, bookingSagas } = deps;
  return async (tx: Transaction, userId: UserId): Promise<void> => {
    // First of all: what this user is booking at this moment is either refused or found below.
    await blockedUsers.add(tx, userId);
    for (const id of await openBookingsOf(deps, tx, userId)) {
      const saga = await bookingSagas.lock(tx, id);
      if (!saga || !canTurnBack(saga.phase)) continue;
      const turned = evolve(saga, { type: 'CancellationAsked', reason: 'USER_BLOCKED', owes: null });
      await bookingSagas.hand(tx, id, turned);
    }
  };
}

/** Lets a user book again. What the block has ended stays ended. */
export function unblockBuyer({ blockedUsers }: Dependencies) {
  return (tx: Transaction, userId: UserId): Promise<void> => blockedUsers.remove(tx, userId);
}

/** The bookings that stand unpaid, and those still without a price: the request that made them waits for it. */
async function openBookingsOf(
  { bookings, keys }: Dependencies,
  tx: Transaction,
  userId: UserId,
): Promise<ReadonlySet<BookingId>> {
  const standing = await bookings.awaitingPaymentOf(tx, userId);
  const operation = 'createBooking';
  const begun = await keys.inProgress(tx, userId, operation);
  return new Set([...standing, ...begun.map((key) => bookingIdOf({ userId, operation, key }))]);
}
