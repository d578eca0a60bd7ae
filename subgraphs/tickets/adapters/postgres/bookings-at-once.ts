import { inputHashOf } from '@parterre/platform/idempotency/idempotency.ts';
import { asOutboxRow } from '@parterre/platform/outbox/append-facts.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { processName } from '@parterre/platform/postgres/process-name.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { SagaRow } from '@parterre/platform/saga/saga.ts';
import { firstWake, LEASE_MS, sagaColumns, savedSaga, WAITING } from '@parterre/platform/saga/saga-store.ts';
import type { BookingsAtOnce } from '../../application/ports/at-once.ts';
import type { BookingSaga } from '../../domain/booking-saga.ts';
import { storedBookingSaga } from '../../domain/stored-saga.ts';
import { columnsOf } from './place-columns.ts';
import { BEGIN } from './sagas.ts';

/** The columns that a place has in the tables of bookings and of tickets. */
const placeColumns = `position, seat_id, section_id, price_zone_id, ticket_type_id, currency, price_minor, paid_minor,
       points_minor`;

/** SQL, because each is a commit of a booking in one round trip. The outbox row comes last, behind all locks. */
export const statements = {
  // Whoever is just blocking the buyer is waited for first. A key that is free may have been pruned: then its booking is
  // there, or its saga. Places of an event in another hall are shown by other names, which only the events subgraph knows.
  book: statement<SagaRow>(
    `with gate as materialized (
       select is_blocked($1::uuid) as blocked
     ), claimed as (
       insert into idempotency_keys (user_id, operation, key, input_hash, outcome)
       select $1::text, $2::text, $3::text, $4::text, $29::json from gate
       where not blocked and not exists (select from bookings where id = $5) and not exists (select from sagas where id = $5)
         and not exists (select from event_dates where event_id = $9::uuid and changed_hall)
       on conflict do nothing returning 1
     ), begun as (
       insert into sagas (id, type, step, state, wake_at, lease_owner)
       select $5::uuid, 'booking', $30::text, $6::jsonb, ${firstWake('$31', '$7')}, $8::text from claimed
       returning ${sagaColumns}
     ), booked as (
       insert into bookings (id, user_id, event_id, event_title, organizer_id, starts_at, told_starts_at, refund_tiers,
                             status, expires_at, currency, subtotal_minor, discount_minor, created_at, hall_id, told_hall_id)
       select $5, $1::uuid, $9, $10::text, $11::uuid, $12::timestamptz, $12, $13::jsonb,
              'AWAITING_PAYMENT', $14::timestamptz, $15::text, $16::bigint, $17::bigint, $18::timestamptz, $19::uuid, $19
       from claimed
     ), item as (
       insert into booking_items (booking_id, ${placeColumns})
       select $5, place.position, place.seat_id, place.section_id, place.price_zone_id, place.ticket_type_id, $15,
              place.price_minor, place.paid_minor, place.points_minor
       from claimed, unnest($20::int[], $21::uuid[], $22::uuid[], $23::uuid[], $24::uuid[], $25::bigint[], $26::bigint[],
                            $27::bigint[])
         as place (position, seat_id, section_id, price_zone_id, ticket_type_id, price_minor, paid_minor, points_minor)
     ), told as (
       insert into outbox (fact) select $28::json from claimed
     )
     select * from begun`,
  ),

  // The saga's row before the booking's, as everybody locks them.
  confirm: statement<SagaRow>(
    `with own as materialized (
       select id from sagas where id = $1 and version = $2 for update
     ), unpaid as materialized (
       select b.id from own, bookings b
       where b.id = $11::uuid and b.status = 'AWAITING_PAYMENT' and b.event_title = $12::text for update of b
     ), saved as (
       ${savedSaga('and exists (select from unpaid)')}
     ), paid as (
       update bookings b set status = 'CONFIRMED', payment_id = $13::uuid from saved where b.id = $11 returning b.id
     ), ticket as (
       insert into tickets (booking_id, event_id, ${placeColumns}, id, code, status)
       select paid.id, $14::uuid, place.position, place.seat_id, place.section_id, place.price_zone_id, place.ticket_type_id,
              $15::text, place.price_minor, place.paid_minor, place.points_minor, place.ticket_id, place.code, 'VALID'
       from paid, unnest($16::int[], $17::uuid[], $18::uuid[], $19::uuid[], $20::uuid[], $21::bigint[], $22::bigint[],
                         $23::bigint[], $24::uuid[], $25::text[])
         as place (position, seat_id, section_id, price_zone_id, ticket_type_id, price_minor, paid_minor, points_minor,
                   ticket_id, code)
     ), answered as (
       update idempotency_keys set outcome = coalesce(outcome, $26::json) from saved
       where user_id = $27::text and operation = $28::text and key = $29::text
     ), told as (
       insert into outbox (fact) select $30::json from paid
     )
     select * from saved`,
  ),
};

/** The commits of a booking, in PostgreSQL; `restsUntil` is what its saga begins with where nobody runs it at once. */
export function createPostgresBookingsAtOnce(
  database: Database,
  restsUntil: (saga: BookingSaga) => Date | null,
): BookingsAtOnce {
  return {
    async book(request, saga, { booking, places }, outcome, fact) {
      const { event } = booking;
      const rest = restsUntil(saga);
      const [row] = await database.atOnce(statements.book, [
        ...[request.userId, request.operation, request.key, inputHashOf(request.input)],
        ...[booking.id, JSON.stringify(storedBookingSaga.write(saga)), LEASE_MS, rest ? null : processName],
        ...[event.eventId, event.title, event.organizerId, event.startsAt, JSON.stringify(event.refundTiers)],
        ...[
          booking.expiresAt,
          event.currency,
          booking.subtotal.minor,
          booking.discount.minor,
          booking.createdAt,
        ],
        event.hallId,
        ...columnsOf(places),
        asOutboxRow(fact),
        ...[outcome && JSON.stringify(outcome), rest ? WAITING : BEGIN, rest],
      ]);
      return row ?? null;
    },

    async confirm(save, { booking, tickets }, pending, fact) {
      const { event } = booking;
      const [row] = await database.atOnce(statements.confirm, [
        ...save,
        ...[booking.id, event.title, booking.paymentId, event.eventId, event.currency],
        ...columnsOf(tickets),
        ...[tickets.map(({ id }) => id), tickets.map(({ code }) => code)],
        ...[pending && JSON.stringify(pending.outcome)],
        ...[pending?.response.userId, pending?.response.operation, pending?.response.key],
        asOutboxRow(fact),
      ]);
      return row ?? null;
    },
  };
}
