import type { BookingId, EventId, TicketId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { EventBookings } from '../../application/ports/event-bookings.ts';
import type { BookingReads } from '../../application/ports/storage.ts';

const isInPage = `(b.created_at, b.id) < (coalesce($1::timestamptz, 'infinity'),
                                coalesce($2::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
         and ($4::text[] is null or b.status = any ($4))`;

/** SQL, because a page is a walk along an index, and what is searched for is found by one of four. */
export const statements = {
  organizers: statement<{ eventId: EventId; organizerId: UserId }>(
    `select wanted.event_id as "eventId", found.organizer_id as "organizerId"
     from unnest($1::uuid[]) as wanted (event_id) cross join lateral (
       select organizer_id from bookings where bookings.event_id = wanted.event_id limit 1) as found`,
  ),

  pageOfEvent: statement<{ id: BookingId }>(
    `select b.id from bookings b
     where b.event_id = $5 and ${isInPage}
     order by b.created_at desc, b.id desc limit $3`,
  ),

  // The identifiers of bookings and tickets begin differently, so a text mostly names one kind.
  search: statement<{ id: BookingId }>(
    `select b.id from (
       select id from bookings where id between $5::uuid and $6::uuid
       union
       select booking_id from tickets where id between $5::uuid and $6::uuid
       union
       select booking_id from tickets where code = $7
       union
       select id from bookings where user_id = $10
     ) as found join bookings b using (id)
     where ($8::uuid is null or b.event_id = $8) and ($9::uuid is null or b.organizer_id = $9) and ${isInPage}
     order by b.created_at desc, b.id desc limit $3`,
  ),

  attendees: statement<{ id: TicketId }>(
    `select id from tickets
     where event_id = $1 and status = 'VALID'
       and id > coalesce($2::uuid, '00000000-0000-0000-0000-000000000000')
       and ($4::boolean is null or (checked_in_at is not null) = $4)
     order by id limit $3`,
  ),

  attendance: statement<{ eventId: EventId; valid: number; checkedIn: number }>(
    `select event_id as "eventId", count(*)::int as valid, count(checked_in_at)::int as "checkedIn"
     from tickets where event_id = any ($1::uuid[]) and status = 'VALID' group by event_id`,
  ),
};

const NOBODY = { valid: 0, checkedIn: 0 };

/** What those who run events see of their bookings, in PostgreSQL. */
export function createPostgresEventBookings(
  database: Database,
  reads: Pick<BookingReads, 'bookings' | 'tickets'>,
): EventBookings {
  return {
    async organizersOf(eventIds) {
      const rows = await database.sql(statements.organizers, [eventIds]);
      const byEvent = new Map(rows.map(({ eventId, organizerId }) => [eventId, organizerId]));
      return eventIds.map((id: EventId) => byEvent.get(id) ?? null);
    },

    async page({ eventId, organizerId, search, statuses, limit, after }) {
      const page = [after?.time ?? null, after?.id ?? null, limit, statuses];
      const rows = search
        ? await database.sql(statements.search, [
            ...page,
            search.ids?.from ?? null,
            search.ids?.to ?? null,
            search.code,
            eventId,
            organizerId,
            search.buyerId,
          ])
        : await database.sql(statements.pageOfEvent, [...page, eventId]);
      const bookings = await reads.bookings(rows.map(({ id }) => id));
      return bookings.filter((booking) => booking !== null);
    },

    async attendees({ eventId, isCheckedIn, limit, after }) {
      const rows = await database.sql(statements.attendees, [eventId, after, limit, isCheckedIn]);
      const tickets = await reads.tickets(rows.map(({ id }) => id));
      return tickets.filter((ticket) => ticket !== null);
    },

    async attendance(eventIds) {
      const rows = await database.sql(statements.attendance, [eventIds]);
      const byEvent = new Map(rows.map(({ eventId, valid, checkedIn }) => [eventId, { valid, checkedIn }]));
      return eventIds.map((id: EventId) => byEvent.get(id) ?? NOBODY);
    },
  };
}
