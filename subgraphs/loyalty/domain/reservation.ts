import type { BookingId, UserId } from '@parterre/contracts/kernel/ids.ts';
import {
  type CurrencyCode,
  formatAmount,
  type Money,
  minorPerUnit,
  money,
  shareOf,
} from '@parterre/contracts/kernel/money.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { type Account, availablePoints } from './account.ts';
import { nextShare } from './earning.ts';

/** Points pay at most one half of a booking. */
const LARGEST_SHARE_DIVISOR = 2n;

/** What a buyer wants to use for a booking. */
export interface DiscountCommand {
  readonly subtotal: Money;
  readonly promoCode: string | null;
  readonly points: number;
}

/** A discount set aside for a booking; one for each booking. */
export interface Reservation {
  readonly bookingId: BookingId;
  readonly userId: UserId;
  /** RELEASED without a request is a tombstone: it was released before it was reserved. */
  readonly state: 'RESERVED' | 'COMMITTED' | 'RELEASED';
  readonly command: DiscountCommand | null;
  readonly discount: Money | null;
  /** Of the discount, what fell to tickets that were refunded since, and the points returned for it. */
  readonly refundedMinor: bigint;
  readonly returnedPoints: number;
}

/** Points that pay one whole unit of a currency. */
const POINTS_PER_UNIT = 100n;

/** What points pay: 100 of them one whole unit, rounded down to the currency's digits. */
export function worthOf(points: number, currency: CurrencyCode): Money {
  return money((BigInt(points) * minorPerUnit(currency)) / POINTS_PER_UNIT, currency);
}

/** The most points whose worth is not above an amount. */
function mostPointsFor({ minor, currency }: Money): bigint {
  return (minor * POINTS_PER_UNIT) / minorPerUnit(currency);
}

export type PointsRefusal = Rejection<
  'INVALID_INPUT' | 'TOO_MANY_POINTS' | 'ACCOUNT_FROZEN' | 'INSUFFICIENT_POINTS'
>;

/** Why this many points cannot be spent on a booking of this subtotal, or null when they can. */
export function refusePoints(account: Account, { points, subtotal }: DiscountCommand): PointsRefusal | null {
  const field = ['spendPoints'];
  if (points < 0) return reject('INVALID_INPUT', `expected a number of points from 0, got ${points}`, field);
  if (points === 0) return null;
  if (worthOf(points, subtotal.currency).minor === 0n) {
    const message = `expected points that pay something, got ${points}, which are less than the smallest amount of ${subtotal.currency}`;
    return reject('INVALID_INPUT', message, field);
  }
  const most = mostPointsFor(money(subtotal.minor / LARGEST_SHARE_DIVISOR, subtotal.currency));
  if (BigInt(points) > most) {
    return reject(
      'TOO_MANY_POINTS',
      `expected at most ${most} points, half of ${formatAmount(subtotal.minor, subtotal.currency)}, got ${points}`,
      field,
    );
  }
  if (account.isFrozen) {
    return reject('ACCOUNT_FROZEN', 'expected an account that is not frozen, but its owner is blocked');
  }
  const available = availablePoints(account);
  if (points > available) {
    return reject('INSUFFICIENT_POINTS', `expected at most ${available} points, got ${points}`, field);
  }
  return null;
}

/** What a booking whose discount was decided before answers when it is reserved again. */
export function answerAgain(
  reservation: Reservation,
  command: DiscountCommand,
): Reservation | Rejection<'RESERVATION_ENDED' | 'INVALID_INPUT'> {
  if (reservation.state === 'RELEASED' || !reservation.command) {
    return reject('RESERVATION_ENDED', 'expected a new booking, but the discount of this one was released', [
      'bookingId',
    ]);
  }
  const first = reservation.command;
  const isSame =
    first.points === command.points &&
    first.promoCode === command.promoCode &&
    first.subtotal.minor === command.subtotal.minor &&
    first.subtotal.currency === command.subtotal.currency;
  if (isSame) return reservation;
  return reject('INVALID_INPUT', 'expected what was first asked for this booking, got another request');
}

/**
 * Points that go back for tickets that were `discountMinor` cheaper, of which the refund policy gives back so
 * many percent: their share of the points that were spent (all tickets together have all of them), and of that
 * the same percentage as of the money, rounded alike.
 */
export function dueToReturn(reservation: Reservation, discountMinor: bigint, percent: number): number {
  const points = reservation.command?.points ?? 0;
  const wholeMinor = reservation.discount?.minor ?? 0n;
  const beforeMinor = reservation.refundedMinor;
  // The shares of earlier tickets, whatever was returned of them.
  const given = nextShare({ points, wholeMinor, beforeMinor: 0n, partMinor: beforeMinor, given: 0 });
  const share = nextShare({ points, wholeMinor, beforeMinor, partMinor: discountMinor, given });
  return Number(shareOf(BigInt(share), BigInt(percent), 100n));
}
