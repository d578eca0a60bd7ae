import type { BookingId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Earnings } from '../../application/ports.ts';

interface EarningColumns {
  readonly booking_id: BookingId;
  readonly user_id: UserId;
  readonly paid_minor: string;
  readonly refunded_minor: string;
  readonly points: number;
  readonly taken_back: number;
}

/** What bookings earned, in PostgreSQL. */
export const postgresEarnings: Earnings = {
  async insert(tx, earning, earnedAt) {
    const inserted = await tx.sql(
      `insert into earnings (booking_id, user_id, paid_minor, points, earned_at)
       values ($1, $2, $3, $4, $5) on conflict do nothing returning booking_id`,
      [earning.bookingId, earning.userId, earning.paidMinor, earning.points, earnedAt],
    );
    return inserted.length === 1;
  },

  async find(tx, bookingId) {
    const [row] = await tx.sql<EarningColumns>(
      `select booking_id, user_id, paid_minor, refunded_minor, points, taken_back
       from earnings where booking_id = $1`,
      [bookingId],
    );
    if (!row) return null;
    return {
      bookingId: row.booking_id,
      userId: row.user_id,
      paidMinor: BigInt(row.paid_minor),
      refundedMinor: BigInt(row.refunded_minor),
      points: row.points,
      takenBack: row.taken_back,
    };
  },

  async noteRefund(tx, refundId, bookingId, now) {
    const noted = await tx.sql(
      `insert into counted_refunds (refund_id, booking_id, counted_at) values ($1, $2, $3)
       on conflict do nothing returning refund_id`,
      [refundId, bookingId, now],
    );
    return noted.length === 1;
  },

  async addRefund(tx, bookingId, { paidMinor, due, owed }) {
    await tx.sql(
      `update earnings set refunded_minor = refunded_minor + $2::bigint, taken_back = taken_back + $3::int,
                           owed = owed + $4::int
       where booking_id = $1`,
      [bookingId, paidMinor, due, owed],
    );
  },

  async owing(tx, userId) {
    const rows = await tx.sql<{ booking_id: BookingId; owed: number }>(
      'select booking_id, owed from earnings where user_id = $1 and owed > 0 order by earned_at, booking_id',
      [userId],
    );
    return rows.map((row) => ({ bookingId: row.booking_id, owed: row.owed }));
  },

  async payOff(tx, bookingId, points) {
    await tx.sql('update earnings set owed = owed - $2::int where booking_id = $1', [bookingId, points]);
  },

  async earnedSince(tx, userId, since) {
    const [row] = await tx.sql<{ points: number; oldest: Date | null }>(
      `select coalesce(sum(points - taken_back), 0)::int as points,
              min(earned_at) filter (where points > taken_back) as oldest
       from earnings where user_id = $1 and earned_at > $2`,
      [userId, since],
    );
    return row ?? { points: 0, oldest: null };
  },
};
