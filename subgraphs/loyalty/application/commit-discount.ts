import type { BookingId } from '@parterre/contracts/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import { PointsChangeSet } from '../domain/points-change-set.ts';
import type { Reservation } from '../domain/reservation.ts';
import type { Dependencies } from './dependencies.ts';
import { saveAccount } from './save-account.ts';

export type CommitOutcome = Reservation | Rejection<'RESERVATION_NOT_FOUND' | 'RESERVATION_RELEASED'>;

export interface CommitDiscount {
  readonly bookingId: BookingId;
}

/** The booking is paid: points that were set aside for it are spent. One transaction. */
export async function commitDiscount(
  deps: Dependencies,
  { bookingId }: CommitDiscount,
  { now }: Context,
): Promise<CommitOutcome> {
  return deps.database.transaction(async (tx) => {
    const seen = await deps.reservations.find(tx, bookingId);
    if (!seen) {
      return reject('RESERVATION_NOT_FOUND', 'expected a discount reserved for this booking, got none', [
        'bookingId',
      ]);
    }
    // It may have been released until the account is ours, so we look again.
    const changes = new PointsChangeSet(await deps.accounts.lock(tx, seen.userId, now));
    const reservation = (await deps.reservations.find(tx, bookingId)) ?? seen;
    switch (reservation.state) {
      case 'COMMITTED':
        return reservation;
      case 'RELEASED':
        return reject('RESERVATION_RELEASED', 'expected a reserved discount, but it was released', [
          'bookingId',
        ]);
      case 'RESERVED':
        await deps.reservations.end(tx, bookingId, 'COMMITTED');
        if (reservation.command && reservation.command.points > 0) {
          changes.spend(bookingId, reservation.command.points);
          await saveAccount(deps, tx, changes, now);
        }
        return { ...reservation, state: 'COMMITTED' };
    }
  });
}
