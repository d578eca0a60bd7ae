import type { BookingId } from '@parterre/platform/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Reservation } from '../domain/reservation.ts';
import { Sheet } from '../domain/sheet.ts';
import type { Books } from './books.ts';
import { closeSheet } from './close-sheet.ts';

export type CommitOutcome = Reservation | Rejection<'RESERVATION_NOT_FOUND' | 'RESERVATION_RELEASED'>;

/** The booking is paid: points that were set aside for it are spent. One transaction. */
export async function commitDiscount(
  books: Books,
  { bookingId }: { readonly bookingId: BookingId },
  now: Date,
): Promise<CommitOutcome> {
  return books.database.transaction(async (tx) => {
    const seen = await books.reservations.find(tx, bookingId);
    if (!seen) {
      return reject('RESERVATION_NOT_FOUND', 'expected a discount reserved for this booking, got none', [
        'bookingId',
      ]);
    }
    // It may have been released until the account is ours, so we look again.
    const sheet = new Sheet(await books.accounts.lock(tx, seen.userId, now));
    const reservation = (await books.reservations.find(tx, bookingId)) ?? seen;
    switch (reservation.state) {
      case 'COMMITTED':
        return reservation;
      case 'RELEASED':
        return reject('RESERVATION_RELEASED', 'expected a reserved discount, but it was released', [
          'bookingId',
        ]);
      case 'RESERVED':
        sheet.spend(bookingId, reservation.wish?.points ?? 0);
        await books.reservations.end(tx, bookingId, 'COMMITTED');
        await closeSheet(books, tx, sheet, now);
        return { ...reservation, state: 'COMMITTED' };
    }
  });
}
