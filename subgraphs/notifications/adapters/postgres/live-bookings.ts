import type { BookingId, EventId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { enteredInbox } from '@parterre/platform/inbox/apply-fact.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { LiveBookings } from '../../application/ports.ts';

interface DueColumns {
  readonly user_id: UserId;
  readonly event_id: EventId;
  readonly booking_id: BookingId;
  readonly event_title: string;
  readonly ticket_count: number;
  readonly starts_at: Date;
  readonly time_zone: string;
  readonly hall_name: string;
  readonly venue_name: string;
}

/** SQL, because the facts of a booking count in any order, and all bookings of a visitor are taken together. */
export const statements = {
  follow: statement(
    `insert into live_bookings (booking_id, user_id, event_id, event_title, live_tickets, booked_at, titled_at)
     values ($1, $2, $3, $4, $5, $6, $6)
     on conflict (booking_id) do update set live_tickets = least(live_bookings.live_tickets, excluded.live_tickets),
       booked_at = least(live_bookings.booked_at, excluded.booked_at)`,
  ),

  // What `enter` of the inbox and `follow` do, not waiting for the disk: what a crash takes is brought by the facts again.
  followAtOnce: statement<{ fact_id: string }>(
    `with quiet as materialized (
       select set_config('synchronous_commit', 'off', true)
     ), entered as (
       ${enteredInbox('quiet')}
     ), followed as (
       insert into live_bookings (booking_id, user_id, event_id, event_title, live_tickets, booked_at, titled_at)
       select $4::uuid, $5::uuid, $6::uuid, $7::text, $8::int, $9::timestamptz, $9 from entered
       on conflict (booking_id) do update set live_tickets = least(live_bookings.live_tickets, excluded.live_tickets),
         booked_at = least(live_bookings.booked_at, excluded.booked_at)
     )
     select fact_id from entered`,
  ),

  retitle: statement(
    `update live_bookings set event_title = $2, titled_at = $3
     where booking_id = $1 and (titled_at is null or titled_at <= $3)`,
  ),

  // One process at a time: two that took some of a visitor's bookings each would count the tickets wrong.
  alone: statement<{ alone: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('remind visitors', 0)) as alone`,
  ),

  takeDue: statement<DueColumns>(
    `with due as (
       select distinct booking.user_id, booking.event_id
       from places place join live_bookings booking using (event_id)
       where place.starts_at > $1 and place.starts_at <= $1 + $2::interval and booking.live_tickets > 0
         and booking.booked_at < place.starts_at - $2::interval
         and (booking.reminded_of is null or booking.reminded_of < place.starts_at - $2::interval)
       limit $3
     ), taken as (
       update live_bookings booking set reminded_of = place.starts_at
       from due join places place using (event_id)
       where booking.user_id = due.user_id and booking.event_id = due.event_id and booking.live_tickets > 0
       returning booking.booking_id, booking.user_id, booking.event_id, booking.event_title, booking.live_tickets
     )
     select user_id, event_id, (array_agg(booking_id order by booking_id))[1] as booking_id,
            min(event_title) as event_title, sum(live_tickets)::int as ticket_count,
            starts_at, time_zone, hall_name, venue_name
     from taken join places using (event_id)
     group by user_id, event_id, starts_at, time_zone, hall_name, venue_name`,
  ),

  prune: statement<{ booking_id: BookingId }>(
    `delete from live_bookings where booking_id = any (array(
       select booking.booking_id from live_bookings booking left join places place using (event_id)
       where coalesce(place.starts_at, booking.booked_at + interval '370 days') < $1
       limit $2 for update of booking skip locked)) returning booking_id`,
  ),
};

/** The bookings with live tickets, in PostgreSQL. */
export function createPostgresLiveBookings(database: Database): LiveBookings {
  return {
    async followAtOnce(entry, { bookingId, userId, eventId, eventTitle, liveTickets, bookedAt }) {
      const booked = [bookingId, userId, eventId, eventTitle, liveTickets, bookedAt];
      return (await database.sql(statements.followAtOnce, [...entry, ...booked])).length === 1;
    },

    async follow(tx, { bookingId, userId, eventId, eventTitle, liveTickets, bookedAt }) {
      const booked = [bookingId, userId, eventId, eventTitle, liveTickets, bookedAt];
      await tx.sql(statements.follow, booked);
    },

    async retitle(tx, bookingId, eventTitle, at) {
      await tx.sql(statements.retitle, [bookingId, eventTitle, at]);
    },

    async takeDue(tx, { now, withinMs, limit }) {
      const [lock] = await tx.sql(statements.alone);
      if (!lock?.alone) return [];
      const rows = await tx.sql(statements.takeDue, [now, `${withinMs} milliseconds`, limit]);
      return rows.map((row) => ({
        userId: row.user_id,
        eventId: row.event_id,
        bookingId: row.booking_id,
        eventTitle: row.event_title,
        ticketCount: row.ticket_count,
        startsAt: row.starts_at,
        place: { timeZone: row.time_zone, hallName: row.hall_name, venueName: row.venue_name },
      }));
    },

    async prune(before, limit) {
      return (await database.sql(statements.prune, [before, limit])).length;
    },
  };
}
