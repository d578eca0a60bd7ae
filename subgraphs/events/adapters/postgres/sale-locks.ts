import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { RequestedPlaces } from '../../domain/requested-places.ts';

const key = (kind: string, ...parameters: string[]) =>
  `hashtextextended('${kind}:' || ${parameters.join(` || ':' || `)}, 0)`;

/**
 * SQL, because these are advisory locks: they order requests that no row could order, as the row does not exist yet.
 * They last until the transaction ends, live in memory, and touch no page. Everybody takes them in this order: booking,
 * event, buyer at the event, buyer, choice of seats; so nobody can wait for somebody who waits for him.
 */
export const statements = {
  queueBooking: statement(
    `select pg_advisory_xact_lock(${key('booking', '$1::text')}),
            pg_advisory_xact_lock_shared(${key('event', '$2::text')})`,
  ),

  queueHold: statement(
    `select pg_advisory_xact_lock(${key('booking', '$1::text')}),
            pg_advisory_xact_lock_shared(${key('event', '$2::text')}),
            pg_advisory_xact_lock(${key('buyer', '$3::text', '$2::text')})`,
  ),

  queueChoice: statement(`select pg_advisory_xact_lock(${key('choice', '$1::text')})`),

  queueBuyer: statement(`select pg_advisory_xact_lock(${key('buyer', '$1::text')})`),

  pauseSales: statement(`select pg_advisory_xact_lock(${key('event', '$1::text')})`),

  // In one order, so that two who pause the sales of several events cannot wait for each other.
  pauseAllSales: statement(
    `select pg_advisory_xact_lock(${key('event', 'id')})
     from (select id from unnest($1::text[]) as wanted (id) order by id) as ordered`,
  ),
};

/** Orders the requests of one booking, and lets none of them meet a change of the event. */
export async function queueBooking(tx: Transaction, bookingId: string, eventId: string): Promise<void> {
  await tx.sql(statements.queueBooking, [bookingId, eventId]);
}

/** The same, and orders the holds of one buyer at one event, so that they cannot pass the limit together. */
export async function queueHold(
  tx: Transaction,
  { bookingId, eventId, userId }: RequestedPlaces,
): Promise<void> {
  await tx.sql(statements.queueHold, [bookingId, eventId, userId]);
}

/** Orders the holds of one buyer at all events. */
export async function queueBuyer(tx: Transaction, userId: string): Promise<void> {
  await tx.sql(statements.queueBuyer, [userId]);
}

/** Orders those who are given seats of one event. */
export async function queueChoice(tx: Transaction, eventId: string): Promise<void> {
  await tx.sql(statements.queueChoice, [eventId]);
}

/** As `pauseSales`, for several events. */
export async function pauseAllSales(tx: Transaction, eventIds: readonly string[]): Promise<void> {
  await tx.sql(statements.pauseAllSales, [eventIds]);
}

/** Waits until no hold, sale or release of the event is under way, and keeps new ones waiting. */
export async function pauseSales(tx: Transaction, eventId: string): Promise<void> {
  await tx.sql(statements.pauseSales, [eventId]);
}
