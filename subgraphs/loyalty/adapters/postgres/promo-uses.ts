import type { BookingId } from '@parterre/contracts/kernel/ids.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { PromoUses } from '../../application/ports/discounts.ts';

/** SQL, because what a code keeps of its uses changes with them, in one statement. */
export const statements = {
  historyOf: statement<{ usesByUser: number; hasOtherBooking: boolean }>(
    `select (select count(*)::int from promo_uses where promo_code_id = $1 and user_id = $2 and is_held) as "usesByUser",
            exists (select from earnings where user_id = $2 and not is_refunded)
            or exists (select from reservations r
                       where r.user_id = $2
                         and (r.state = 'RESERVED'
                              or r.state = 'COMMITTED'
                                 and not exists (select from earnings e where e.booking_id = r.booking_id)))
              as "hasOtherBooking"`,
  ),

  // Whoever waits here for another use of the code sees it counted: PostgreSQL looks at the row again once it is locked.
  add: statement<{ booking_id: BookingId }>(
    `with counted as (
       update promo_codes set uses = uses + 1, discounted_minor = discounted_minor + $4::bigint
       where id = $2 and deactivated_at is null and (max_uses is null or uses < max_uses)
         and (budget_minor is null or discounted_minor + $4::bigint <= budget_minor)
       returning id
     )
     insert into promo_uses (booking_id, promo_code_id, user_id, discount_minor)
     select $1, id, $3, $4 from counted returning booking_id`,
  ),

  addRefund: statement(
    `with changed as (
       update promo_uses set refunded_minor = refunded_minor + $2::bigint where booking_id = $1 and is_held
       returning promo_code_id
     )
     update promo_codes c set discounted_minor = c.discounted_minor - $2::bigint
     from changed where c.id = changed.promo_code_id`,
  ),

  end: statement(
    `with ended as (
       update promo_uses set is_held = false where booking_id = $1 and is_held
       returning promo_code_id, discount_minor - refunded_minor as left_minor
     )
     update promo_codes c set uses = c.uses - 1, discounted_minor = c.discounted_minor - ended.left_minor
     from ended where c.id = ended.promo_code_id`,
  ),
};

/** Uses of promo codes in PostgreSQL. */
export function createPostgresPromoUses(database: Database): PromoUses {
  return {
    async historyOf(promoCodeId, userId, tx) {
      const [row] = await (tx ?? database).sql(statements.historyOf, [promoCodeId, userId]);
      if (!row) throw new Error('expected one row of what a user did before, got none');
      return row;
    },

    async add(tx, { bookingId, promoCodeId, userId, discountMinor }) {
      const added = await tx.sql(statements.add, [bookingId, promoCodeId, userId, discountMinor]);
      return added.length === 1;
    },

    async addRefund(tx, bookingId, refundedMinor) {
      await tx.sql(statements.addRefund, [bookingId, refundedMinor]);
    },

    async end(tx, bookingId) {
      await tx.sql(statements.end, [bookingId]);
    },
  };
}
