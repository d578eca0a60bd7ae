import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import type { EventDates, MovedBooking } from '../../application/ports/storage.ts';

/** Dates of events in the subgraph's database. */
export const eventDatesInPostgres: EventDates = {
  async begin(tx, eventId, startsAt, asOf) {
    await tx.sql(
      `insert into event_dates (event_id, starts_at, as_of) values ($1, $2, $3) on conflict do nothing`,
      [eventId, startsAt, asOf],
    );
  },

  async set(tx, eventId, startsAt, asOf) {
    await tx.sql(
      `insert into event_dates (event_id, starts_at, as_of, tell_until)
       values ($1, $2, $3, clock_timestamp() + interval '10 minutes')
       on conflict (event_id) do update set
         starts_at = excluded.starts_at, as_of = excluded.as_of,
         tell_until = case when event_dates.starts_at = excluded.starts_at
                           then event_dates.tell_until else excluded.tell_until end
       where event_dates.as_of <= excluded.as_of`,
      [eventId, startsAt, asOf],
    );
  },

  async startOf(tx, eventId) {
    const [row] = await tx.sql<{ starts_at: Date }>('select starts_at from event_dates where event_id = $1', [
      eventId,
    ]);
    return row?.starts_at ?? null;
  },

  async takeUntold(tx, limit) {
    const told = await tx.sql<Omit<MovedBooking, 'eventId'> & { eventId: EventId }>(
      `with untold as materialized (
         select b.id, b.told_starts_at as previous, d.starts_at
         from event_dates d join bookings b on b.event_id = d.event_id
         where d.tell_until is not null and ${isUntold}
         order by b.id limit $1 for update of b skip locked
       )
       update bookings b set told_starts_at = u.starts_at from untold u where b.id = u.id
       returning b.id as "bookingId", b.user_id as "userId", b.event_id as "eventId",
                 b.event_title as "eventTitle", u.previous as "previousStartsAt", u.starts_at as "startsAt"`,
      [limit],
    );
    if (told.length === 0) {
      await tx.sql(
        `update event_dates d set tell_until = null
         where d.tell_until <= (select clock_timestamp())
           and not exists (select from bookings b where b.event_id = d.event_id and ${isUntold})`,
      );
    }
    return told;
  },
};

const isUntold = `b.told_starts_at <> d.starts_at
  and b.status in ('AWAITING_PAYMENT', 'CONFIRMED', 'PARTIALLY_REFUNDED')`;
