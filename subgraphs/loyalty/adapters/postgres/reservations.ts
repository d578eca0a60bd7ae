import type { BookingId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { type CurrencyCode, money } from '@parterre/contracts/kernel/money.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { Reservations } from '../../application/ports/discounts.ts';
import type { PlaceDiscount } from '../../domain/discount.ts';
import type { PricedPlace } from '../../domain/promo-code.ts';
import type { Reservation } from '../../domain/reservation.ts';
import type { StoredPlace } from './entities.ts';

interface ReservationColumns {
  readonly booking_id: BookingId;
  readonly user_id: UserId;
  readonly state: Reservation['state'];
  readonly points: number | null;
  readonly subtotal_minor: string | null;
  readonly discount_minor: string | null;
  readonly currency: CurrencyCode | null;
  readonly promo_code: string | null;
  readonly refunded_minor: string;
  readonly refunded_points_minor: string;
  readonly returned_points: number;
  readonly places: readonly StoredPlace[] | null;
}

/** SQL, because a booking is looked up again under the lock of its account, and what is there already is no error. */
export const statements = {
  find: statement<ReservationColumns>(
    `select booking_id, user_id, state, points, subtotal_minor, discount_minor, currency, promo_code, refunded_minor,
            refunded_points_minor, returned_points, places
     from reservations where booking_id = $1`,
  ),

  insert: statement<{ booking_id: BookingId }>(
    `insert into reservations (booking_id, user_id, state, points, subtotal_minor, discount_minor, currency,
                               promo_code, created_at, places)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning booking_id`,
  ),

  end: statement<{ booking_id: BookingId }>(
    `update reservations set state = $2 where booking_id = $1 and state = 'RESERVED' returning booking_id`,
  ),

  addRefund: statement(
    `update reservations set refunded_minor = refunded_minor + $2::bigint, returned_points = returned_points + $3::int,
       refunded_points_minor = refunded_points_minor + $4::bigint
     where booking_id = $1`,
  ),
};

/** Reservations in PostgreSQL. */
export function createPostgresReservations(): Reservations {
  return {
    async find(tx, bookingId) {
      const [row] = await tx.sql(statements.find, [bookingId]);
      return row ? readReservation(row) : null;
    },

    async insert(tx, { bookingId, userId, state, command, discount, places }, now) {
      const inserted = await tx.sql(statements.insert, [
        bookingId,
        userId,
        state,
        command?.points,
        command?.subtotal.minor,
        discount?.minor,
        command?.subtotal.currency,
        command?.promoCode,
        now,
        command?.places && places ? JSON.stringify(storedPlaces(command.places, places)) : null,
      ]);
      return inserted.length === 1;
    },

    async end(tx, bookingId, state) {
      const ended = await tx.sql(statements.end, [bookingId, state]);
      if (ended.length !== 1) throw new Error(`expected the discount of booking ${bookingId} to be reserved`);
    },

    async addRefund(tx, bookingId, { discountMinor, pointsMinor, points }) {
      await tx.sql(statements.addRefund, [bookingId, discountMinor, points, pointsMinor]);
    },
  };
}

function storedPlaces(places: readonly PricedPlace[], discounts: readonly PlaceDiscount[]): StoredPlace[] {
  return places.map(({ priceZoneId, ticketTypeId, minor }, index) => ({
    priceZoneId,
    ticketTypeId,
    minor: String(minor),
    promoMinor: String(discounts[index]?.promoMinor ?? 0n),
    pointsMinor: String(discounts[index]?.pointsMinor ?? 0n),
  }));
}

function readReservation(row: ReservationColumns): Reservation {
  const { currency, points, subtotal_minor: subtotal, discount_minor: discount } = row;
  const isTombstone = currency === null || points === null || subtotal === null || discount === null;
  return {
    bookingId: row.booking_id,
    userId: row.user_id,
    state: row.state,
    command: isTombstone
      ? null
      : {
          subtotal: money(BigInt(subtotal), currency),
          promoCode: row.promo_code,
          points,
          places:
            row.places?.map(({ priceZoneId, ticketTypeId, minor }) => ({
              priceZoneId,
              ticketTypeId,
              minor: BigInt(minor),
            })) ?? null,
        },
    places:
      row.places?.map(({ promoMinor, pointsMinor }) => ({
        promoMinor: BigInt(promoMinor),
        pointsMinor: BigInt(pointsMinor),
      })) ?? null,
    discount: isTombstone ? null : money(BigInt(discount), currency),
    refundedMinor: BigInt(row.refunded_minor),
    refundedPointsMinor: BigInt(row.refunded_points_minor),
    returnedPoints: row.returned_points,
  };
}
