import type { Sql } from '@parterre/platform/postgres/database.ts';

// Advisory locks order requests that no row could order, because the row does not exist yet. They last until
// the transaction ends, live in memory, and touch no page. Everybody takes them in this order: booking,
// event, buyer at the event, buyer; so nobody can wait for somebody who waits for him.
const key = (kind: string, ...parameters: string[]) =>
  `hashtextextended('${kind}:' || ${parameters.join(` || ':' || `)}, 0)`;

/** Orders the requests of one booking, and lets none of them meet a change of the event. */
export async function queueBooking(tx: Sql, bookingId: string, eventId: string): Promise<void> {
  await tx.sql(
    `select pg_advisory_xact_lock(${key('booking', '$1::text')}),
            pg_advisory_xact_lock_shared(${key('event', '$2::text')})`,
    [bookingId, eventId],
  );
}

/** The same, and orders the holds of one buyer at one event, so that they cannot pass the limit together. */
export async function queueHold(tx: Sql, bookingId: string, eventId: string, userId: string): Promise<void> {
  await tx.sql(
    `select pg_advisory_xact_lock(${key('booking', '$1::text')}),
            pg_advisory_xact_lock_shared(${key('event', '$2::text')}),
            pg_advisory_xact_lock(${key('buyer', '$3::text', '$2::text')})`,
    [bookingId, eventId, userId],
  );
}

/** Orders the holds of one buyer at all events. */
export async function queueBuyer(tx: Sql, userId: string): Promise<void> {
  await tx.sql(`select pg_advisory_xact_lock(${key('buyer', '$1::text')})`, [userId]);
}

/** Waits until no hold, sale or release of the event is under way, and keeps new ones waiting. */
export async function pauseSales(tx: Sql, eventId: string): Promise<void> {
  await tx.sql(`select pg_advisory_xact_lock(${key('event', '$1::text')})`, [eventId]);
}
