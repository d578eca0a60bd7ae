import type { BookingId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { FactContext } from '@parterre/platform/service/use-case.ts';
import { canTurnBack } from '../domain/booking-saga.ts';
import { evolve } from '../domain/booking-saga-evolution.ts';
import { bookingIdOf } from '../domain/pending-response.ts';
import type { Dependencies } from './dependencies.ts';

interface OfUser {
  readonly userId: UserId;
}

/**
 * Lets a user book nothing more, and ends the bookings that the user has not paid. It only turns their sagas
 * round, in the transaction of the fact; the driver's job gives the seats back. A payment under way is let
 * finish: if it fails, the booking ends, if it succeeds, the tickets are as good as those bought a moment
 * earlier.
 */
export async function blockBuyer(deps: Dependencies, { userId }: OfUser, { tx }: FactContext): Promise<void> {
  // First of all: what this user is booking at this moment is either refused or found below.
  await deps.blockedUsers.add(tx, userId);
  for (const id of await openBookingsOf(deps, tx, userId)) {
    const saga = await deps.bookingSagas.lock(tx, id);
    if (!saga || !canTurnBack(saga.phase)) continue;
    const turned = evolve(saga, {
      type: 'CancellationRequested',
      reason: 'USER_BLOCKED',
      pendingResponse: null,
    });
    await deps.bookingSagas.hand(tx, id, turned);
  }
}

/** Lets a user book again. What the block has ended stays ended. */
export async function unblockBuyer(
  { blockedUsers }: Dependencies,
  { userId }: OfUser,
  { tx }: FactContext,
): Promise<void> {
  await blockedUsers.remove(tx, userId);
}

/** The bookings that stand unpaid, and those still without a price: the request that made them waits for it. */
async function openBookingsOf(
  { bookings, keys }: Dependencies,
  tx: FactContext['tx'],
  userId: UserId,
): Promise<ReadonlySet<BookingId>> {
  const standing = await bookings.awaitingPaymentOf(tx, userId);
  const operation = 'createBooking';
  const begun = await keys.inProgress(tx, userId, operation);
  return new Set([...standing, ...begun.map((key) => bookingIdOf({ userId, operation, key }))]);
}
