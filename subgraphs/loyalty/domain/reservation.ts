import type { BookingId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Money } from '@parterre/contracts/kernel/money.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { PlaceDiscount } from './discount.ts';
import { nextShare } from './earning.ts';
import { worthOf } from './points-worth.ts';
import type { PricedPlace } from './promo-code.ts';

/** What a buyer wants to use for a booking. */
export interface DiscountCommand {
  readonly subtotal: Money;
  readonly promoCode: string | null;
  readonly points: number;
  /** The places that make up the subtotal; null where the caller does not name them. */
  readonly places: readonly PricedPlace[] | null;
}

/** A discount set aside for a booking; one for each booking. */
export interface Reservation {
  readonly bookingId: BookingId;
  readonly userId: UserId;
  /** RELEASED without a request is a tombstone: it was released before it was reserved. */
  readonly state: 'RESERVED' | 'COMMITTED' | 'RELEASED';
  readonly command: DiscountCommand | null;
  readonly discount: Money | null;
  /** What each of the places has of the discount, in their order; null where they are not known. */
  readonly places: readonly PlaceDiscount[] | null;
  /** Of the discount, what fell to tickets that were refunded since; of it what points had paid; and the points returned for it. */
  readonly refundedMinor: bigint;
  readonly refundedPointsMinor: bigint;
  readonly returnedPoints: number;
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
    first.subtotal.currency === command.subtotal.currency &&
    areSamePlaces(first.places, command.places);
  if (isSame) return reservation;
  return reject('INVALID_INPUT', 'expected what was first asked for this booking, got another request');
}

/**
 * Places, or ticket types, that one of the two did not name are no difference: it was asked by a version that does not know
 * of them.
 */
function areSamePlaces(first: DiscountCommand['places'], again: DiscountCommand['places']): boolean {
  if (first === null || again === null) return true;
  return first.length === again.length && first.every((place, index) => isSamePlace(place, again[index]));
}

function isSamePlace(first: PricedPlace, again: PricedPlace | undefined): boolean {
  return (
    first.priceZoneId === again?.priceZoneId &&
    first.minor === again.minor &&
    (first.ticketTypeId === null || again.ticketTypeId === null || first.ticketTypeId === again.ticketTypeId)
  );
}

/** Of what was taken off refunded tickets: all of it, and the part that points paid; null where facts do not say. */
export interface RefundedDiscount {
  readonly discountMinor: bigint;
  readonly pointsMinor: bigint | null;
}

/** Splits the discount of refunded tickets: what points paid of it, and what the promo code took off. */
export function splitRefund(
  reservation: Reservation,
  { discountMinor, pointsMinor }: RefundedDiscount,
): { readonly points: number; readonly promoMinor: bigint } {
  if (pointsMinor !== null) {
    const points = pointsInPart(reservation, pointsMinor);
    return { points, promoMinor: discountMinor - pointsMinor };
  }
  const points = pointsInShare(reservation, discountMinor);
  const worth = reservation.discount ? worthOf(points, reservation.discount.currency).minor : 0n;
  return { points, promoMinor: discountMinor > worth ? discountMinor - worth : 0n };
}

/** Points behind a part of the amount that they paid. Where one pays one minor unit, as many; all parts together have all. */
function pointsInPart({ command, refundedPointsMinor: before }: Reservation, partMinor: bigint): number {
  const points = command?.points ?? 0;
  const wholeMinor = command ? worthOf(points, command.subtotal.currency).minor : 0n;
  const given = nextShare({ points, wholeMinor, beforeMinor: 0n, partMinor: before, given: 0 });
  return nextShare({ points, wholeMinor, beforeMinor: before, partMinor, given });
}

/**
 * Points that paid for tickets of which it is only known that they were `discountMinor` cheaper: their share of the points
 * that were spent. All tickets of a booking together have all of them.
 */
function pointsInShare(reservation: Reservation, discountMinor: bigint): number {
  const points = reservation.command?.points ?? 0;
  const wholeMinor = reservation.discount?.minor ?? 0n;
  const beforeMinor = reservation.refundedMinor;
  // The shares of earlier tickets, whatever was returned of them.
  const given = nextShare({ points, wholeMinor, beforeMinor: 0n, partMinor: beforeMinor, given: 0 });
  return nextShare({ points, wholeMinor, beforeMinor, partMinor: discountMinor, given });
}
