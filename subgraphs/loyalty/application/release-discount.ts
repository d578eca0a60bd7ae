import type { BookingId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import { PointsChangeSet } from '../domain/points-change-set.ts';
import type { Reservation } from '../domain/reservation.ts';
import type { Dependencies } from './dependencies.ts';
import { saveAccount } from './save-account.ts';

export interface ReleaseDiscount {
  readonly bookingId: BookingId;
  readonly userId: UserId;
}
export type ReleaseOutcome = Reservation | Rejection<'RESERVATION_COMMITTED'>;

/**
 * Sees to it that nothing is set aside for a booking, now and later: puts its points and the use of its
 * code back, and leaves a tombstone where nothing was reserved yet, so that a reservation that comes late is refused. One transaction.
 */
export async function releaseDiscount(
  deps: Dependencies,
  { bookingId, userId }: ReleaseDiscount,
  { now }: Context,
): Promise<ReleaseOutcome> {
  return deps.database.transaction(async (tx) => {
    const changes = new PointsChangeSet(await deps.accounts.lock(tx, userId, now));
    const tombstone = tombstoneOf(bookingId, userId);
    if (await deps.reservations.insert(tx, tombstone, now)) return tombstone;
    const reservation = await deps.reservations.find(tx, bookingId);
    if (!reservation || reservation.userId !== userId) {
      throw new Error(`expected the discount of booking ${bookingId} to be released for its user`);
    }
    switch (reservation.state) {
      case 'COMMITTED':
        return reject('RESERVATION_COMMITTED', 'expected an open discount, but it is final; refund tickets');
      case 'RELEASED':
        return reservation;
      case 'RESERVED':
        await deps.reservations.end(tx, bookingId, 'RELEASED');
        await putBack(deps, tx, changes, reservation, now);
        return { ...reservation, state: 'RELEASED' };
    }
  });
}

async function putBack(
  deps: Dependencies,
  tx: Transaction,
  changes: PointsChangeSet,
  { bookingId, command }: Reservation,
  now: Date,
): Promise<void> {
  if (command && command.points > 0) {
    changes.release(command.points);
    await saveAccount(deps, tx, changes, now);
  }
  // Last, because it locks the code, which everybody may name.
  if (command?.promoCode != null) await deps.promoUses.end(tx, bookingId);
}

function tombstoneOf(bookingId: BookingId, userId: UserId): Reservation {
  return {
    bookingId,
    userId,
    state: 'RELEASED',
    command: null,
    discount: null,
    places: null,
    refundedMinor: 0n,
    refundedPointsMinor: 0n,
    returnedPoints: 0,
  };
}
