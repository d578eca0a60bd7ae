import { statement } from '@parterre/platform/postgres/statement.ts';
import type { EventDates, MovedBooking } from '../../application/ports/storage.ts';
import type { EventNow } from '../../domain/refund-policy.ts';
import { EventCancellationRow, EventDateRow } from './entities.ts';
import { isRetitled } from './event-texts.ts';

/** A booking that is alive and whose buyer knows of another start than the event has, unless it is cancelled. */
const isUnpublished = `b.told_starts_at <> d.starts_at
  and not exists (select from event_cancellations c where c.event_id = d.event_id)
  and b.status in ('AWAITING_PAYMENT', 'CONFIRMED', 'PARTIALLY_REFUNDED')`;

/** SQL, because what is known is no error, the newest date wins whichever comes last, and bookings come in batches. */
export const statements = {
  begin: statement(
    `insert into event_dates (event_id, starts_at, as_of) values ($1, $2, $3) on conflict do nothing`,
  ),

  // What a move said holds until the next one: a change of something else leaves it.
  set: statement(
    `insert into event_dates (event_id, starts_at, as_of, tell_until, refund_until, move_reason)
     values ($1, $2, $3, clock_timestamp() + interval '10 minutes', $4, $5)
     on conflict (event_id) do update set
       starts_at = excluded.starts_at, as_of = excluded.as_of,
       refund_until = case when event_dates.starts_at = excluded.starts_at and $5::text is null
                           then event_dates.refund_until else excluded.refund_until end,
       move_reason = case when event_dates.starts_at = excluded.starts_at and $5::text is null
                          then event_dates.move_reason else excluded.move_reason end,
       tell_until = case when event_dates.starts_at = excluded.starts_at
                         then event_dates.tell_until else excluded.tell_until end
     where event_dates.as_of <= excluded.as_of`,
  ),

  // It says a new title as well, so that no mail of its own follows with that.
  takeMoved: statement<MovedBooking>(
    `with moved as materialized (
       select b.id, b.told_starts_at as previous, d.starts_at, d.refund_until, d.move_reason, b.event_title,
              case when ${isRetitled} then t.title end as new_title
       from event_dates d join bookings b on b.event_id = d.event_id left join event_texts t on t.event_id = d.event_id
       where d.tell_until is not null and ${isUnpublished}
       order by b.id limit $1 for update of b skip locked
     )
     update bookings b set told_starts_at = m.starts_at, event_title = coalesce(m.new_title, b.event_title)
     from moved m where b.id = m.id
     returning b.id as "bookingId", b.user_id as "userId", b.event_id as "eventId",
               b.event_title as "eventTitle", case when m.new_title is not null then m.event_title end as "previousTitle",
               m.previous as "previousStartsAt", m.starts_at as "startsAt",
               m.starts_at = b.starts_at as "isAsBooked",
               case when m.starts_at <> b.starts_at then m.refund_until end as "refundUntil",
               m.move_reason as reason`,
  ),

  closeSearches: statement(
    `update event_dates d set tell_until = null
     where d.tell_until <= (select clock_timestamp())
       and not exists (select from bookings b where b.event_id = d.event_id and ${isUnpublished})`,
  ),
};

/** What has been heard of an event by these rows. */
export function toEventNow(
  date: { readonly startsAt: Date; readonly refundUntil?: Date | null | undefined } | null,
  cancellation: object | null,
): EventNow {
  const { startsAt = null, refundUntil = null } = date ?? {};
  return { startsAt, refundUntil, isCancelled: cancellation !== null };
}

/** Dates of events in PostgreSQL. */
export function createPostgresEventDates(): EventDates {
  return {
    async begin(tx, eventId, startsAt, asOf) {
      await tx.sql(statements.begin, [eventId, startsAt, asOf]);
    },

    async set(tx, { eventId, startsAt, asOf, move = null }) {
      await tx.sql(statements.set, [
        eventId,
        startsAt,
        asOf,
        move?.refundUntil ?? null,
        move?.reason ?? null,
      ]);
    },

    async eventNow(tx, eventId) {
      const date = await tx.em.findOne(EventDateRow, { eventId }, { disableIdentityMap: true });
      const cancelled = await tx.em.findOne(EventCancellationRow, { eventId }, { disableIdentityMap: true });
      return toEventNow(date, cancelled);
    },

    async takeMoved(tx, limit) {
      const moved = await tx.sql(statements.takeMoved, [limit]);
      if (moved.length === 0) await tx.sql(statements.closeSearches);
      return moved;
    },
  };
}
