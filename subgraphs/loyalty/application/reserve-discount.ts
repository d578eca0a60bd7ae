import type { BookingId, EventId, UserId } from '@parterre/platform/kernel/ids.ts';
import { type Money, money } from '@parterre/platform/kernel/money.ts';
import { isRejection, type Rejection } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import {
  answerAgain,
  type DiscountWish,
  type PointsRefusal,
  type Reservation,
  refusePoints,
  worthOf,
} from '../domain/reservation.ts';
import { Sheet } from '../domain/sheet.ts';
import type { Books } from './books.ts';

export interface ReserveDiscount extends DiscountWish {
  readonly bookingId: BookingId;
  readonly userId: UserId;
  readonly eventId: EventId;
}
export type ReserveOutcome =
  | Reservation
  | PointsRefusal
  | Rejection<'PROMO_CODE_NOT_FOUND' | 'RESERVATION_ENDED' | 'INVALID_INPUT'>;

/**
 * Sets the discount of a booking aside: points that are reserved can be spent for nothing else. One
 * reservation for each booking; asked again it answers the same. One transaction.
 */
export async function reserveDiscount(
  books: Books,
  { bookingId, userId, eventId, ...wish }: ReserveDiscount,
  now: Date,
): Promise<ReserveOutcome> {
  return books.database.transaction(async (tx) => {
    const sheet = new Sheet(await books.accounts.lock(tx, userId, now));
    const known = await books.reservations.find(tx, bookingId);
    if (known) return answerAgain(known, wish);
    const refusal = refusePoints(sheet.account, wish);
    if (refusal) return refusal;
    const promo = await promoDiscount(books, { userId, eventId, ...wish });
    if (isRejection(promo)) return promo;
    const reservation: Reservation = {
      bookingId,
      userId,
      state: 'RESERVED',
      wish,
      discount: totalDiscount(wish, promo),
      refundedMinor: 0n,
      returnedPoints: 0,
    };
    await setAside(books, tx, sheet, reservation, now);
    return reservation;
  });
}

async function promoDiscount(
  books: Books,
  { promoCode, ...booking }: DiscountWish & { readonly userId: UserId; readonly eventId: EventId },
): Promise<Money | Rejection<'PROMO_CODE_NOT_FOUND'>> {
  if (promoCode === null) return money(0n, booking.subtotal.currency);
  return books.promoCodes.discountOf(promoCode, booking);
}

/** A booking never costs less than nothing. */
function totalDiscount({ points, subtotal }: DiscountWish, promo: Money): Money {
  const sum = worthOf(points, subtotal.currency).minor + promo.minor;
  if (sum > subtotal.minor) return subtotal;
  return money(sum, subtotal.currency);
}

async function setAside(books: Books, tx: Transaction, sheet: Sheet, reservation: Reservation, now: Date) {
  if (!(await books.reservations.insert(tx, reservation, now))) {
    throw new Error(`expected booking ${reservation.bookingId} to belong to one user`);
  }
  sheet.reserve(reservation.wish?.points ?? 0);
  await books.accounts.write(tx, sheet, now);
}
