import type { BookingId, EventId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { type Money, money } from '@parterre/contracts/kernel/money.ts';
import { isRejection, type Rejection } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import { PointsChangeSet } from '../domain/points-change-set.ts';
import {
  answerAgain,
  type DiscountCommand,
  type PointsRefusal,
  type Reservation,
  refusePoints,
  worthOf,
} from '../domain/reservation.ts';
import type { Dependencies } from './dependencies.ts';

export interface ReserveDiscount extends DiscountCommand {
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
  deps: Dependencies,
  { bookingId, userId, eventId, ...command }: ReserveDiscount,
  { now }: Context,
): Promise<ReserveOutcome> {
  return deps.database.transaction(async (tx) => {
    const changes = new PointsChangeSet(await deps.accounts.lock(tx, userId, now));
    const known = await deps.reservations.find(tx, bookingId);
    if (known) return answerAgain(known, command);
    const refusal = refusePoints(changes.account, command);
    if (refusal) return refusal;
    const promo = await promoDiscount(deps, { userId, eventId, ...command });
    if (isRejection(promo)) return promo;
    const reservation: Reservation = {
      bookingId,
      userId,
      state: 'RESERVED',
      command,
      discount: totalDiscount(command, promo),
      refundedMinor: 0n,
      returnedPoints: 0,
    };
    await setAside(deps, tx, changes, reservation, now);
    return reservation;
  });
}

async function promoDiscount(
  deps: Dependencies,
  { promoCode, ...booking }: DiscountCommand & { readonly userId: UserId; readonly eventId: EventId },
): Promise<Money | Rejection<'PROMO_CODE_NOT_FOUND'>> {
  if (promoCode === null) return money(0n, booking.subtotal.currency);
  return deps.promoCodes.discountOf(promoCode, booking);
}

/** A booking never costs less than nothing. */
function totalDiscount({ points, subtotal }: DiscountCommand, promo: Money): Money {
  const sum = worthOf(points, subtotal.currency).minor + promo.minor;
  if (sum > subtotal.minor) return subtotal;
  return money(sum, subtotal.currency);
}

async function setAside(
  deps: Dependencies,
  tx: Transaction,
  changes: PointsChangeSet,
  reservation: Reservation,
  now: Date,
) {
  if (!(await deps.reservations.insert(tx, reservation, now))) {
    throw new Error(`expected booking ${reservation.bookingId} to belong to one user`);
  }
  changes.reserve(reservation.command?.points ?? 0);
  await deps.accounts.write(tx, changes, now);
}
