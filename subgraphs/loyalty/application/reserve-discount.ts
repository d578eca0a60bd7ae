import type { BookingId, EventId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { money } from '@parterre/contracts/kernel/money.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import {
  type DecidedDiscount,
  type DiscountRefusal,
  decideDiscount,
  type PricedBooking,
  totalsOf,
} from '../domain/discount.ts';
import { PointsChangeSet } from '../domain/points-change-set.ts';
import { type PromoCode, subtotalOf } from '../domain/promo-code.ts';
import { answerAgain, type DiscountCommand, type Reservation } from '../domain/reservation.ts';
import { completeBooking, isIncompleteFor } from './complete-booking.ts';
import type { Dependencies } from './dependencies.ts';
import { namedPromo } from './named-promo.ts';

export interface ReserveDiscount extends DiscountCommand {
  readonly bookingId: BookingId;
  readonly userId: UserId;
  readonly eventId: EventId;
  /** Null where the caller does not say. */
  readonly organizerId: UserId | null;
}
export type ReserveOutcome = Reservation | DiscountRefusal | Rejection<'RESERVATION_ENDED' | 'INVALID_INPUT'>;

/** The series and the zones are asked for once each, and a code that is locked does not change. */
const MOST_TRIES = 4;

/**
 * Sets the discount of a booking aside: points that are reserved can be spent for nothing else, and the use of a code is
 * counted. One reservation for each booking; asked again it answers the same. One transaction, the account locked first.
 *
 * Everybody may name the same code, so it is read without a lock, and its use counted by the last statement, which sees to
 * it that the code still has room for it: then others wait for the commit alone. Where it has none any more, all is rolled
 * back and decided again with the code locked. So of all that want the last use of a code one gets it, and the others
 * are refused.
 *
 * A code may be of the event's series, and its price zones of a plan that the event was on before. Where it takes these to
 * decide, all is rolled back as well, so that nobody waits for the account while the events subgraph answers. Its outage
 * throws; a booking whose discount is decided does not ask it.
 */
export async function reserveDiscount(
  deps: Dependencies,
  command: ReserveDiscount,
  context: Context,
): Promise<ReserveOutcome> {
  const { eventId, organizerId, subtotal, points } = command;
  const places = command.places ?? [{ priceZoneId: null, ticketTypeId: null, minor: subtotal.minor }];
  if (subtotalOf(places) !== subtotal.minor) {
    return reject('INVALID_INPUT', 'expected places that add up to the subtotal', ['places']);
  }
  const booking: PricedBooking = { eventId, organizerId, currency: subtotal.currency, places, points };
  let attempt: Attempt = { booking, isCodeLocked: false };
  for (let tries = 1; ; tries += 1) {
    try {
      return await decideAndReserve(deps, command, context, attempt);
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      if (error instanceof BookingIncomplete) {
        attempt = { ...attempt, booking: await completeBooking(deps, error.promoCode, attempt.booking) };
      } else if (error instanceof PromoCodeChanged && !attempt.isCodeLocked) {
        attempt = { ...attempt, isCodeLocked: true };
      } else throw error;
    }
  }
}

/** What is known, and locked, as a discount is decided. */
interface Attempt {
  readonly booking: PricedBooking;
  readonly isCodeLocked: boolean;
}

/** Thrown to roll back: it takes the events subgraph to tell what of the booking the code is for. */
class BookingIncomplete extends Error {
  readonly promoCode: PromoCode;

  constructor(promoCode: PromoCode) {
    super(
      `expected to know the event's series and other plans, which the promo code ${promoCode.code} may name`,
    );
    this.name = 'BookingIncomplete';
    this.promoCode = promoCode;
  }
}

/** Thrown to roll back: the code that was read is not as it was, and may not have this use any more. */
class PromoCodeChanged extends Error {
  constructor(code: string) {
    super(`expected the promo code ${code} to have room for one more use, as it had when it was read`);
    this.name = 'PromoCodeChanged';
  }
}

async function decideAndReserve(
  deps: Dependencies,
  { bookingId, userId, ...command }: ReserveDiscount,
  { now }: Context,
  { booking, isCodeLocked }: Attempt,
): Promise<ReserveOutcome> {
  return deps.database.transaction(async (tx) => {
    const changes = new PointsChangeSet(await deps.accounts.lock(tx, userId, now));
    const known = await deps.reservations.find(tx, bookingId);
    if (known) return answerAgain(known, command);
    const { promoCodes } = deps;
    const find = (key: string) => (isCodeLocked ? promoCodes.lock(tx, key) : promoCodes.find(key, tx));
    const promo = await namedPromo(deps, command.promoCode, userId, find, tx);
    if (promo && promo !== 'unknown' && isIncompleteFor(promo.promoCode, booking)) {
      throw new BookingIncomplete(promo.promoCode);
    }
    const decided = decideDiscount(booking, changes.account, promo, now);
    const [refusal] = decided.refusals;
    if (refusal) return refusal;
    const reservation = reservationOf({ bookingId, userId }, command, decided);
    await setAside(deps, tx, changes, reservation, now);
    const { promoMinor } = totalsOf(decided.places);
    // A code that takes nothing off is not used up by it.
    if (promo && promo !== 'unknown' && promoMinor > 0n) {
      const use = { bookingId, promoCodeId: promo.promoCode.id, userId, discountMinor: promoMinor };
      if (!(await deps.promoUses.add(tx, use))) throw new PromoCodeChanged(promo.promoCode.code);
    }
    return reservation;
  });
}

function reservationOf(
  of: { readonly bookingId: BookingId; readonly userId: UserId },
  command: DiscountCommand,
  decided: DecidedDiscount,
): Reservation {
  return {
    ...of,
    state: 'RESERVED',
    command,
    discount: money(totalsOf(decided.places).minor, command.subtotal.currency),
    places: command.places && decided.places,
    refundedMinor: 0n,
    refundedPointsMinor: 0n,
    returnedPoints: 0,
  };
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
  const points = reservation.command?.points ?? 0;
  if (points === 0) return;
  changes.reserve(points);
  await deps.accounts.write(tx, changes, now);
}
