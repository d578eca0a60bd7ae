import type { BookingId } from '@parterre/contracts/kernel/ids.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { Earnings } from '../../application/ports/points.ts';
import { EarningRow } from './entities.ts';

/** SQL, because what is there already is no error, sums change where they stand, and a sum is made of what is left of rows. */
export const statements = {
  insert: statement<{ booking_id: BookingId }>(
    `insert into earnings (booking_id, user_id, paid_minor, points, earned_at)
     values ($1, $2, $3, $4, $5) on conflict do nothing returning booking_id`,
  ),

  noteRefund: statement<{ refund_id: string }>(
    `insert into counted_refunds (refund_id, booking_id, counted_at) values ($1, $2, $3)
     on conflict do nothing returning refund_id`,
  ),

  addRefund: statement(
    `update earnings set refunded_minor = refunded_minor + $2::bigint, taken_back = taken_back + $3::int,
                         owed = owed + $4::int, is_refunded = is_refunded or $5::boolean
     where booking_id = $1`,
  ),

  payOff: statement('update earnings set owed = owed - $2::int where booking_id = $1'),

  earnedSince: statement<{ points: number; oldest: Date | null }>(
    `select coalesce(sum(points - taken_back), 0)::int as points,
            min(earned_at) filter (where points > taken_back) as oldest
     from earnings where user_id = $1 and earned_at > $2`,
  ),
};

/** What bookings earned, in PostgreSQL. */
export function createPostgresEarnings(): Earnings {
  return {
    async insert(tx, { bookingId, userId, paidMinor, points }, earnedAt) {
      const inserted = await tx.sql(statements.insert, [bookingId, userId, paidMinor, points, earnedAt]);
      return inserted.length === 1;
    },

    async find(tx, bookingId) {
      // Anew each time: other statements of the transaction may have changed it.
      const row = await tx.em.findOne(EarningRow, { bookingId }, { refresh: true });
      if (!row) return null;
      const { account, paidMinor, refundedMinor, points, takenBack } = row;
      return { bookingId, userId: account.userId, paidMinor, refundedMinor, points, takenBack };
    },

    async noteRefund(tx, refundId, bookingId, now) {
      const noted = await tx.sql(statements.noteRefund, [refundId, bookingId, now]);
      return noted.length === 1;
    },

    async addRefund(tx, bookingId, { paidMinor, due, owed, isLast }) {
      await tx.sql(statements.addRefund, [bookingId, paidMinor, due, owed, isLast]);
    },

    async owing(tx, userId) {
      return tx.em.find(
        EarningRow,
        { account: userId, owed: { $gt: 0 } },
        { orderBy: { earnedAt: 'asc', bookingId: 'asc' }, refresh: true },
      );
    },

    async payOff(tx, bookingId, points) {
      await tx.sql(statements.payOff, [bookingId, points]);
    },

    async earnedSince(tx, userId, since) {
      const [row] = await tx.sql(statements.earnedSince, [userId, since]);
      return row ?? { points: 0, oldest: null };
    },
  };
}
