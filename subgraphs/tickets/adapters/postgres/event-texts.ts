import { statement } from '@parterre/platform/postgres/statement.ts';
import type { ChangedBooking, EventTexts } from '../../application/ports/storage.ts';

/**
 * The buyer knows another title than the event has. A booking of the minute after the change may have been held just
 * before; a later one that differs has a title that this subgraph has not heard of yet.
 */
export const isRetitled = `(b.event_title <> t.title and b.created_at < t.titled_at + interval '1 minute')`;

const known = 'coalesce(b.told_description_at, b.created_at)';
/** The buyer knows another description than the event has: the one that was told last, or that it was booked with. */
const isRedescribed = `(${known} < t.described_at
  and (select d.digest from event_descriptions d where d.event_id = b.event_id and d.since <= ${known}
       order by d.since desc limit 1)
    is distinct from
      (select d.digest from event_descriptions d where d.event_id = t.event_id and d.since = t.described_at))`;

const takesPlace = `t.ends_at > $1::timestamptz
  and not exists (select from event_cancellations c where c.event_id = t.event_id)`;

/** SQL, because the newest texts win whichever come last, and bookings come in batches past what others lock. */
export const statements = {
  // A text that is said again is as old as it was. Another end looks again for buyers whom the old one left untold.
  set: statement(
    `with heard as (
       insert into event_texts (event_id, title, titled_at, description, described_at, ends_at, as_of, tell_until)
       values ($1, $2, $3, $5, $3, $6, $3, $7)
       on conflict (event_id) do update set
         title = excluded.title,
         titled_at = case when event_texts.title = excluded.title
                          then event_texts.titled_at else excluded.as_of end,
         description = case when $4::boolean then excluded.description else event_texts.description end,
         described_at = case when $4::boolean and event_texts.description is distinct from excluded.description
                             then excluded.as_of else event_texts.described_at end,
         ends_at = excluded.ends_at, as_of = excluded.as_of,
         tell_until = case when event_texts.title <> excluded.title or event_texts.ends_at <> excluded.ends_at
                             or ($4::boolean and event_texts.description is distinct from excluded.description)
                           then coalesce(excluded.tell_until, event_texts.tell_until)
                           else event_texts.tell_until end
       where event_texts.as_of <= excluded.as_of
       returning event_id, described_at, description
     )
     insert into event_descriptions (event_id, since, digest)
     select event_id, described_at, sha256(convert_to(description, 'UTF8')) from heard
     on conflict (event_id, since) do update set digest = excluded.digest`,
  ),

  // Whether a booking differs is asked again of one that another process has just told, with the row locked. In no order,
  // so that it looks no further than the batch is full; nobody waits for a lock here.
  takeChanged: statement<ChangedBooking>(
    `with changed as materialized (
       select b.id, b.event_title, t.title, t.description, t.described_at, ${isRetitled} as is_retitled,
              ${isRedescribed} as is_redescribed
       from event_texts t join bookings b on b.event_id = t.event_id
       where t.tell_until is not null and greatest(t.titled_at, t.described_at) <= $2 and ${takesPlace}
         and b.status in ('CONFIRMED', 'PARTIALLY_REFUNDED') and (${isRetitled} or ${isRedescribed})
       limit $3 for update of b skip locked
     )
     update bookings b
     set event_title = case when c.is_retitled then c.title else b.event_title end, told_description_at = c.described_at
     from changed c where b.id = c.id
     returning b.id as "bookingId", b.user_id as "userId", b.event_id as "eventId", b.event_title as "eventTitle",
               b.starts_at as "startsAt", case when c.is_retitled then c.event_title end as "previousTitle",
               c.is_redescribed as "isRedescribed", c.description`,
  ),

  // Who has not paid yet is told once there are tickets.
  closeSearches: statement(
    `update event_texts t set tell_until = null
     where t.tell_until <= $1
       and not (${takesPlace} and exists (
         select from bookings b
         where b.event_id = t.event_id and b.status in ('AWAITING_PAYMENT', 'CONFIRMED', 'PARTIALLY_REFUNDED')
           and (${isRetitled} or ${isRedescribed})))`,
  ),
};

/** Titles and descriptions of events in PostgreSQL. */
export function createPostgresEventTexts(): EventTexts {
  return {
    async set(tx, { eventId, title, description, endsAt, asOf }, tellUntil) {
      const isSaid = description !== undefined;
      await tx.sql(statements.set, [eventId, title, asOf, isSaid, description ?? null, endsAt, tellUntil]);
    },

    async takeChanged(tx, { now, quietSince, limit }) {
      const changed = await tx.sql(statements.takeChanged, [now, quietSince, limit]);
      if (changed.length === 0) await tx.sql(statements.closeSearches, [now]);
      return changed;
    },
  };
}
