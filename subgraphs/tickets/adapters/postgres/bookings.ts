import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { Bookings } from '../../application/ports/storage.ts';
import { BookingRow, TicketRow } from './entities.ts';
import { columnsOf } from './place-columns.ts';
import { type BookingColumns, type PlaceColumns, toBooking, toPlace, toTicket } from './to-domain.ts';

/** SQL, because every booking waits for these: a lock, the booking with its places, and its tickets by unnest. */
export const statements = {
  lock: statement<BookingColumns>(
    `select id, user_id as "userId", event_id as "eventId", event_title as "eventTitle",
            organizer_id as "organizerId", starts_at as "startsAt", hall_id as "hallId", refund_tiers as "refundTiers", status,
            cancellation_reason as "cancellationReason", expires_at as "expiresAt", currency,
            subtotal_minor as "subtotalMinor", discount_minor as "discountMinor", payment_id as "paymentId",
            created_at as "createdAt"
     from bookings where id = $1 for update`,
  ),

  // The buyer agrees to the start and the hall that the buyer is told of: they are the same until the event is moved.
  add: statement(
    `insert into bookings (id, user_id, event_id, event_title, organizer_id, starts_at, told_starts_at,
                           refund_tiers, status, cancellation_reason, expires_at, currency, subtotal_minor,
                           discount_minor, payment_id, created_at, hall_id, told_hall_id)
     values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16)`,
  ),

  addItems: statement(
    `insert into booking_items (booking_id, position, seat_id, section_id, price_zone_id, ticket_type_id, currency,
                                price_minor, paid_minor, points_minor)
     select $1::uuid, position, seat_id, section_id, price_zone_id, ticket_type_id, $2::text, price_minor, paid_minor,
            points_minor
     from unnest($3::int[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::bigint[], $9::bigint[], $10::bigint[])
       as item (position, seat_id, section_id, price_zone_id, ticket_type_id, price_minor, paid_minor, points_minor)`,
  ),

  placesOf: statement<PlaceColumns>(
    `select position, seat_id as "seatId", section_id as "sectionId", price_zone_id as "priceZoneId",
            ticket_type_id as "ticketTypeId", currency, price_minor as "priceMinor", paid_minor as "paidMinor",
            points_minor as "pointsMinor"
     from booking_items where booking_id = $1 order by position`,
  ),

  // In one order, so that it and others who change several tickets cannot wait for one another.
  forgetEntries: statement(
    `with entered as materialized (
       select id from tickets where event_id = $1 and status = 'VALID' and checked_in_at < $2 order by id for no key update
     )
     update tickets t set checked_in_at = null, checked_in_by = null from entered e where t.id = e.id`,
  ),

  confirm: statement(`update bookings set status = 'CONFIRMED', payment_id = $2 where id = $1`),

  addTickets: statement(
    `insert into tickets (id, booking_id, event_id, position, seat_id, section_id, price_zone_id, ticket_type_id,
                          currency, price_minor, paid_minor, points_minor, code, status)
     select id, $1::uuid, event_id, position, seat_id, section_id, price_zone_id, ticket_type_id, currency,
            price_minor, paid_minor, points_minor, code, status
     from unnest($2::int[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::bigint[], $8::bigint[], $9::bigint[],
                 $10::uuid[], $11::uuid[], $12::text[], $13::text[], $14::text[])
       as ticket (position, seat_id, section_id, price_zone_id, ticket_type_id, price_minor, paid_minor, points_minor, id,
                  event_id,
                  currency, code, status)`,
  ),
};

/** Rows become domain values at once, so an identity map would only answer later reads with what was. */
const anew = { disableIdentityMap: true } as const;

/** Bookings in PostgreSQL, for those who change them. */
export function createPostgresBookings(database: Database): Bookings {
  return {
    async find(id) {
      const row = await database.em().findOne(BookingRow, { id }, anew);
      return row && toBooking(row);
    },

    async lock(tx, id) {
      const [row] = await tx.sql(statements.lock, [id]);
      return row ? toBooking(row) : null;
    },

    async add(tx, booking, places) {
      const { event, subtotal, discount } = booking;
      await tx.sql(statements.add, [
        booking.id,
        booking.userId,
        event.eventId,
        event.title,
        event.organizerId,
        event.startsAt,
        JSON.stringify(event.refundTiers),
        booking.status,
        booking.cancellationReason,
        booking.expiresAt,
        event.currency,
        subtotal.minor,
        discount.minor,
        booking.paymentId,
        booking.createdAt,
        event.hallId,
      ]);
      await tx.sql(statements.addItems, [booking.id, event.currency, ...columnsOf(places)]);
    },

    async placesOf(tx, id) {
      const rows = await tx.sql(statements.placesOf, [id]);
      return rows.map(toPlace);
    },

    async ticketsOf(tx, id) {
      const rows = await tx.em.find(TicketRow, { booking: id }, { ...anew, orderBy: { position: 'asc' } });
      return rows.map(toTicket);
    },

    async confirm(tx, id, paymentId, tickets) {
      await tx.sql(statements.confirm, [id, paymentId]);
      await tx.sql(statements.addTickets, [
        id,
        ...columnsOf(tickets),
        tickets.map((ticket) => ticket.id),
        tickets.map((ticket) => ticket.eventId),
        tickets.map((ticket) => ticket.price.currency),
        tickets.map((ticket) => ticket.code),
        tickets.map((ticket) => ticket.status),
      ]);
    },

    async checkIn(tx, ticketId, { at, by }) {
      const unused = { id: ticketId, status: 'VALID', checkedInAt: null } as const;
      const changed = await tx.em.nativeUpdate(TicketRow, unused, { checkedInAt: at, checkedInBy: by });
      // Whoever decides has the booking's row locked, so this is a bug, caught here.
      if (changed !== 1) throw new Error(`expected ticket ${ticketId} to be valid and unused`);
    },

    async forgetEntries(tx, eventId, before) {
      await tx.sql(statements.forgetEntries, [eventId, before]);
    },

    async changeStatus(tx, id, status, reason) {
      await tx.em.nativeUpdate(BookingRow, { id }, { status, cancellationReason: reason });
    },

    async awaitingPaymentOf(tx, userId) {
      const rows = await tx.em.find(
        BookingRow,
        { userId, status: 'AWAITING_PAYMENT' },
        { ...anew, fields: ['id'], orderBy: { id: 'asc' } },
      );
      return rows.map(({ id }) => id);
    },
  };
}
