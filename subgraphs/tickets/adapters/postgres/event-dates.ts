import type { InferEntity } from '@mikro-orm/postgresql';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { EventDates, Hall, MovedBooking } from '../../application/ports/storage.ts';
import type { Show } from '../../domain/check-in.ts';
import { asBooked, type EventNow } from '../../domain/refund-policy.ts';
import { EventCancellationRow, EventDateRow } from './entities.ts';
import { isRetitled } from './event-texts.ts';

/** A booking that is alive and whose buyer knows of another start or hall than the event has, unless it is cancelled. */
const isUnpublished = `(b.told_starts_at <> d.starts_at or coalesce(b.told_hall_id, d.first_hall_id) <> d.hall_id)
  and not exists (select from event_cancellations c where c.event_id = d.event_id)
  and b.status in ('AWAITING_PAYMENT', 'CONFIRMED', 'PARTIALLY_REFUNDED')`;

const isInSameHall = 'coalesce(event_dates.hall_id, excluded.first_hall_id) = excluded.hall_id';
const isAtSame = `(event_dates.starts_at = excluded.starts_at and ${isInSameHall})`;
const hallIn = (row: string) => `case when ${row}.hall_id is not null then jsonb_build_object(
  'hallId', ${row}.hall_id, 'hallName', ${row}.hall_name, 'venueName', ${row}.venue_name,
  'timeZone', ${row}.time_zone) end`;

/** SQL, because what is known is no error, the newest date wins whichever comes last, and bookings come in batches. */
export const statements = {
  begin: statement(
    `insert into event_dates (event_id, starts_at, as_of, hall_id, first_hall_id) values ($1, $2, $3, $4, $4)
     on conflict do nothing`,
  ),

  known: statement<Show & { readonly asOf: Date }>(
    `select starts_at as "startsAt", hall_id as "hallId", as_of as "asOf" from event_dates where event_id = $1 for update`,
  ),

  // What a move said holds until the next one: a change of something else leaves it, and what is moved to the same start and
  // hall, with another end, tells nobody, so it shortens no time that was promised. Who booked before halls were remembered
  // booked in the first one that is heard of, and that is where the event is moved from.
  set: statement(
    `insert into event_dates (event_id, starts_at, as_of, tell_until, refund_until, move_reason, hall_id, first_hall_id,
                              changed_hall)
     values ($1, $2, $3, clock_timestamp() + interval '10 minutes', $4, $5, $6::uuid, $7::uuid,
             $6::uuid <> $7::uuid)
     on conflict (event_id) do update set
       starts_at = excluded.starts_at, as_of = excluded.as_of, hall_id = excluded.hall_id,
       first_hall_id = coalesce(event_dates.first_hall_id, excluded.first_hall_id),
       changed_hall = event_dates.changed_hall or not ${isInSameHall},
       refund_until = case when ${isAtSame} and $5::text is null then event_dates.refund_until
                           when ${isAtSame} and event_dates.move_reason is not null
                           then greatest(event_dates.refund_until, excluded.refund_until)
                           else excluded.refund_until end,
       move_reason = case when ${isAtSame} and $5::text is null
                          then event_dates.move_reason else excluded.move_reason end,
       tell_until = case when ${isAtSame} then event_dates.tell_until else excluded.tell_until end
     where event_dates.as_of <= excluded.as_of`,
  ),

  nameHall: statement(
    `insert into halls (hall_id, hall_name, venue_name, time_zone, as_of) values ($1, $2, $3, $4, $5)
     on conflict (hall_id) do update set
       hall_name = excluded.hall_name, venue_name = excluded.venue_name, time_zone = excluded.time_zone,
       as_of = excluded.as_of
     where halls.as_of < excluded.as_of`,
  ),

  // It says a new title as well, so that no mail of its own follows with that.
  takeMoved: statement<MovedBooking>(
    `with moved as materialized (
       select b.id, b.told_starts_at as previous, coalesce(b.told_hall_id, d.first_hall_id) as previous_hall_id,
              d.starts_at, d.hall_id, d.refund_until, d.move_reason, b.event_title,
              case when ${isRetitled} then t.title end as new_title,
              b.starts_at = d.starts_at and coalesce(coalesce(b.hall_id, d.first_hall_id) = d.hall_id, true) as is_as_booked
       from event_dates d
         join bookings b on b.event_id = d.event_id
         left join event_texts t on t.event_id = d.event_id
       where d.tell_until is not null and ${isUnpublished}
       order by b.id limit $1 for update of b skip locked
     )
     update bookings b set told_starts_at = m.starts_at, told_hall_id = coalesce(m.hall_id, b.told_hall_id),
       event_title = coalesce(m.new_title, b.event_title)
     from moved m
       left join halls h on h.hall_id = m.hall_id
       left join halls p on p.hall_id = m.previous_hall_id and p.hall_id <> m.hall_id
     where b.id = m.id
     returning b.id as "bookingId", b.user_id as "userId", b.event_id as "eventId",
               b.event_title as "eventTitle", case when m.new_title is not null then m.event_title end as "previousTitle",
               m.previous as "previousStartsAt", m.starts_at as "startsAt",
               ${hallIn('h')} as hall, ${hallIn('p')} as "previousHall",
               m.is_as_booked as "isAsBooked",
               case when not m.is_as_booked then m.refund_until end as "refundUntil",
               m.move_reason as reason`,
  ),

  // A hold lasts for a day at most, and what it said of the event is what its booking is written down with.
  lookAgain: statement<{ eventId: string }>(
    `update event_dates d set tell_until = clock_timestamp()
     where d.tell_until is null and d.as_of > clock_timestamp() - interval '25 hours'
       and exists (select from bookings b
                   where b.event_id = d.event_id and b.created_at > $1::timestamptz and ${isUnpublished})
     returning d.event_id as "eventId"`,
  ),

  closeSearches: statement(
    `update event_dates d set tell_until = null
     where d.tell_until <= (select clock_timestamp())
       and not exists (select from bookings b where b.event_id = d.event_id and ${isUnpublished})`,
  ),
};

async function nameHall(tx: Transaction, hall: Hall, asOf: Date): Promise<void> {
  await tx.sql(statements.nameHall, [hall.hallId, hall.hallName, hall.venueName, hall.timeZone, asOf]);
}

/** What has been heard of an event by these rows. */
export function toEventNow(
  date: InferEntity<typeof EventDateRow> | null,
  cancellation: object | null,
): EventNow {
  if (!date) return { ...asBooked, isCancelled: cancellation !== null };
  const { startsAt, refundUntil = null, hallId = null, firstHallId = null } = date;
  const isCancelled = cancellation !== null;
  return { startsAt, refundUntil, isCancelled, hallId, firstHallId };
}

/** Dates of events in PostgreSQL. */
export function createPostgresEventDates(): EventDates {
  return {
    async begin(tx, { eventId, startsAt, hall, asOf }) {
      await nameHall(tx, hall, asOf);
      await tx.sql(statements.begin, [eventId, startsAt, asOf, hall.hallId]);
    },

    async set(tx, { eventId, startsAt, hall, asOf, move = null }) {
      const previousHall = move?.previousHall ?? hall;
      // In one order, so that two events that change places cannot wait for each other.
      const halls = previousHall.hallId === hall.hallId ? [hall] : [hall, previousHall];
      for (const each of halls.sort((a, b) => (a.hallId < b.hallId ? -1 : 1))) await nameHall(tx, each, asOf);
      const [before] = await tx.sql(statements.known, [eventId]);
      await tx.sql(statements.set, [
        eventId,
        startsAt,
        asOf,
        move?.refundUntil ?? null,
        move?.reason ?? null,
        hall.hallId,
        previousHall.hallId,
      ]);
      return before && before.asOf <= asOf ? before : null;
    },

    async eventNow(tx, eventId) {
      const date = await tx.em.findOne(EventDateRow, { eventId }, { disableIdentityMap: true });
      const cancelled = await tx.em.findOne(EventCancellationRow, { eventId }, { disableIdentityMap: true });
      return toEventNow(date, cancelled);
    },

    async lookAgain(tx, bookedSince) {
      return (await tx.sql(statements.lookAgain, [bookedSince])).length;
    },

    async takeMoved(tx, limit) {
      const moved = await tx.sql(statements.takeMoved, [limit]);
      if (moved.length === 0) await tx.sql(statements.closeSearches);
      return moved;
    },
  };
}
