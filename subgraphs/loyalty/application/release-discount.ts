import type { BookingId, UserId } from '@parterre/platform/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Reservation } from '../domain/reservation.ts';
import { Sheet } from '../domain/sheet.ts';
import type { Books } from './books.ts';
import { closeSheet } from './close-sheet.ts';

export interface ReleaseDiscount {
  readonly bookingId: BookingId;
  readonly userId: UserId;
}
export type ReleaseOutcome = Reservation | Rejection<'RESERVATION_COMMITTED'>;

/**
 * Sees to it that nothing is set aside for a booking, now and later: puts its points back, and leaves a
 * tombstone where nothing was reserved yet, so that a reservation that comes late is refused. One transaction.
 */
export async function releaseDiscount(
  books: Books,
  { bookingId, userId }: ReleaseDiscount,
  now: Date,
): Promise<ReleaseOutcome> {
  return books.database.transaction(async (tx) => {
    const sheet = new Sheet(await books.accounts.lock(tx, userId, now));
    const tombstone = tombstoneOf(bookingId, userId);
    if (await books.reservations.insert(tx, tombstone, now)) return tombstone;
    const reservation = await books.reservations.find(tx, bookingId);
    if (!reservation || reservation.userId !== userId) {
      throw new Error(`expected the discount of booking ${bookingId} to be released for its user`);
    }
    switch (reservation.state) {
      case 'COMMITTED':
        return reject('RESERVATION_COMMITTED', 'expected an open discount, but it is final; refund tickets');
      case 'RELEASED':
        return reservation;
      case 'RESERVED':
        sheet.release(reservation.wish?.points ?? 0);
        await books.reservations.end(tx, bookingId, 'RELEASED');
        await closeSheet(books, tx, sheet, now);
        return { ...reservation, state: 'RELEASED' };
    }
  });
}

function tombstoneOf(bookingId: BookingId, userId: UserId): Reservation {
  return {
    bookingId,
    userId,
    state: 'RELEASED',
    wish: null,
    discount: null,
    refundedMinor: 0n,
    returnedPoints: 0,
  };
}
