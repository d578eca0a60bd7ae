import { digitsOf } from '@parterre/contracts/kernel/money.ts';
import { asOutboxRow } from '@parterre/platform/outbox/append-facts.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { HoldsAtOnce } from '../../application/ports/places.ts';
import { countPlaces } from '../../domain/requested-places.ts';
import type { SeatHold } from '../../domain/seat-hold.ts';

/** Seats that changed, as facts tell them. */
const seatsOf = (changed: string) =>
  `(select coalesce(jsonb_agg(jsonb_build_object('seatId', seat_id, 'index', seat_index, 'version', version)
                             order by seat_index), '[]') from ${changed})`;

/**
 * SQL, because each is a whole step of a booking in one round trip. The gates (migration 0037) wait for the locks and look
 * behind them; what comes after them are changes of rows that are locked, and looked at again as they then are. The event's
 * and the booking's seats are named by their identifiers each time: by a join alone the planner reads all of the event's.
 */
export const statements = {
  take: statement<{ answer: SeatHold }>(
    `with gate as materialized (
       select * from hold_gate($1::uuid, $2::uuid, $3::uuid, $4::int) where currency = $8::text
     ), wanted as materialized (
       select s.seat_id from gate, event_seats s
       where s.event_id = $2 and s.seat_id = any ($5::uuid[])
         and (s.state = 'F' or (s.state = 'H' and s.held_until <= clock_timestamp()))
       order by s.seat_index for update of s skip locked
     ), taken as (
       update event_seats s set state = 'H', booking_id = $1, held_until = gate.expires_at, version = s.version + 1
       from gate
       where s.event_id = $2 and s.seat_id = any ($5) and s.seat_id in (select seat_id from wanted)
         and (select count(*) from wanted) = $4
       returning s.seat_id, s.seat_index, s.version, s.price_minor
     ), placed as materialized (
       select t.*, z.section_id, z.price_zone_id from taken t join seats z on z.id = t.seat_id and z.id = any ($5)
     ), answer as materialized (
       select gate.*, jsonb_build_object(
         'bookingId', $1, 'eventId', $2, 'eventTitle', gate.title, 'organizerId', gate.organizer_id, 'hallId', gate.hall_id,
         'startsAt', iso_text(gate.starts_at), 'currencyCode', gate.currency, 'expiresAt', iso_text(gate.expires_at),
         'items', (select jsonb_agg(jsonb_build_object(
             'seatId', seat_id, 'sectionId', section_id, 'priceZoneId', price_zone_id, 'ticketTypeId', gate.ticket_type_id,
             'price', jsonb_build_object('amount', decimal_text(price_minor, $9::int), 'currencyCode', gate.currency))
           order by seat_index) from placed),
         'refundTiers', gate.refund_tiers) as answer
       from gate where exists (select from placed)
     ), held as (
       insert into holds (booking_id, event_id, user_id, status, expires_at, seat_ids, places, requested, answer)
       select $1, $2, $3, 'HELD', expires_at, (select array_agg(seat_id order by seat_index) from placed), $4, $6::jsonb, answer
       from answer
     ), counted as (
       insert into held_types (booking_id, ticket_type_id, quantity)
       select $1, ticket_type_id, $4 from answer where counts_types
     ), told as (
       insert into outbox (fact)
       select ($7::jsonb || jsonb_build_object('data', jsonb_build_object(
         'eventId', $2, 'bookingId', $1, 'expiresAt', iso_text(expires_at), 'seats', ${seatsOf('placed')},
         'standing', '[]'::jsonb)))::json
       from answer
     )
     select answer from answer`,
  ),

  // The clock is read again when the hold is locked: until then its standing places may have gone to somebody else
  // (standing-shards.ts), of which a statement that began before sees nothing.
  sell: statement<{ booking_id: string }>(
    `with gate as materialized (
       select on_sale from sale_gate($1::uuid, $2::uuid)
     ), hold as materialized (
       select h.booking_id, h.seat_ids, h.places, h.expires_at from gate, holds h
       where h.booking_id = $1 and (h.event_id = $2) is true and h.status = 'HELD' and h.expires_at > clock_timestamp()
       for no key update of h
     ), own as materialized (
       select s.seat_id from hold, event_seats s
       where s.event_id = $2 and s.seat_id = any (hold.seat_ids) and s.booking_id = $1
         and s.state = 'H' and s.held_until > clock_timestamp()
       order by s.seat_index for no key update of s
     ), sold as (
       update holds h set status = 'SOLD' from hold
       where h.booking_id = $1 and hold.expires_at > clock_timestamp()
         and (select count(*) from own) = cardinality(hold.seat_ids)
         and hold.places = cardinality(hold.seat_ids)
           + (select coalesce(sum(p.quantity), 0) from standing_holds p where p.booking_id = $1)
       returning h.booking_id, hold.seat_ids
     ), changed as (
       update event_seats s set state = 'S', held_until = null, version = s.version + 1 from sold
       where s.event_id = $2 and s.seat_id = any (sold.seat_ids) and s.seat_id in (select seat_id from own)
       returning s.seat_id, s.seat_index, s.version
     ), told as (
       insert into outbox (fact)
       select ($3::jsonb || jsonb_build_object('data', jsonb_build_object(
         'eventId', $2, 'bookingId', $1, 'seats', ${seatsOf('changed')}, 'standing', '[]'::jsonb)))::json
       from sold
     )
     select booking_id from sold`,
  ),
};

/** Holds and sales of seats in PostgreSQL, each in one statement. */
export function createPostgresHoldsAtOnce(database: Database): HoldsAtOnce {
  return {
    async take({ bookingId, ...requested }, currency, head) {
      const [row] = await database.atOnce(statements.take, [
        ...[bookingId, requested.eventId, requested.userId, countPlaces(requested), requested.seatIds],
        ...[JSON.stringify(requested), asOutboxRow(head), currency, digitsOf(currency)],
      ]);
      return row?.answer ?? null;
    },

    async sell(bookingId, eventId, head) {
      return (await database.atOnce(statements.sell, [bookingId, eventId, asOutboxRow(head)])).length === 1;
    },
  };
}
