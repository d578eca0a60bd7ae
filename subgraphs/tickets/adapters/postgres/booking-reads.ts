import type { BookingId, EventId, TicketId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { statement } from '@parterre/platform/postgres/statement.ts';
import type { BookingReads, OwnedTicket } from '../../application/ports/storage.ts';
import type { BookedPlace } from '../../domain/booking.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { BookingItemRow, BookingRow, EventCancellationRow, EventDateRow, TicketRow } from './entities.ts';
import { toEventNow } from './event-dates.ts';
import { toBooking, toPlace, toTicket } from './to-domain.ts';

/** Where a page begins; without one, above all that there is: a condition of the index however the statement is planned. */
const cursor = `coalesce($2::timestamptz, 'infinity'), coalesce($3::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')`;

/** SQL, because the page of each of many users is a short walk along the index, as quick on the last as on the first. */
export const statements = {
  pages: statement<{ id: BookingId; user_id: UserId }>(
    `select page.id, page.user_id
     from unnest($1::uuid[]) as wanted (user_id) cross join lateral (
       select id, user_id, created_at from bookings
       where bookings.user_id = wanted.user_id
         and (created_at, id) < (${cursor})
       order by created_at desc, id desc limit $4
     ) as page
     order by page.created_at desc, page.id desc`,
  ),

  // With every answer that shows seats.
  movedIntoOtherHalls: statement<{ eventId: EventId }>(
    `select event_id as "eventId" from event_dates where event_id = any ($1::uuid[]) and changed_hall`,
  ),

  // A walk for each status, of which the newest are taken: one that passes over bookings of other statuses has no end.
  pagesByStatus: statement<{ id: BookingId; user_id: UserId }>(
    `select page.id, page.user_id
     from unnest($1::uuid[]) as wanted (user_id) cross join lateral (
       select of_status.id, of_status.user_id, of_status.created_at
       from unnest($5::text[]) as each (status) cross join lateral (
         select id, user_id, created_at from bookings
         where bookings.user_id = wanted.user_id and bookings.status = each.status
           and (created_at, id) < (${cursor})
         order by created_at desc, id desc limit $4
       ) as of_status
       order by of_status.created_at desc, of_status.id desc limit $4
     ) as page
     order by page.created_at desc, page.id desc`,
  ),
};

/** Rows become domain values at once, so an identity map would only cost. */
const plain = { disableIdentityMap: true } as const;

/** What is seen of bookings: many at once, one statement each. */
export function createPostgresBookingReads(database: Database): BookingReads {
  const reads: BookingReads = {
    async bookings(ids) {
      const rows = await database.em().find(BookingRow, { id: { $in: [...ids] } }, plain);
      const byId = new Map(rows.map((row) => [row.id, toBooking(row)]));
      return ids.map((id: BookingId) => byId.get(id) ?? null);
    },

    async tickets(ids) {
      const rows = await database
        .em()
        .find(
          TicketRow,
          { id: { $in: [...ids] } },
          { ...plain, populate: ['booking'], fields: ['*', 'booking.userId'], strategy: 'joined' },
        );
      const byId = new Map(
        rows.map((row): [TicketId, OwnedTicket] => [
          row.id,
          { ticket: toTicket(row), userId: row.booking.userId },
        ]),
      );
      return ids.map((id: TicketId) => byId.get(id) ?? null);
    },

    async placesOf(bookingIds) {
      const rows = await database
        .em()
        .find(
          BookingItemRow,
          { booking: { $in: [...bookingIds] } },
          { ...plain, orderBy: { booking: 'asc', position: 'asc' } },
        );
      const byBooking = Map.groupBy(rows, (row) => row.booking.id);
      return bookingIds.map((id): BookedPlace[] => (byBooking.get(id) ?? []).map(toPlace));
    },

    async ticketsOf(bookingIds) {
      const rows = await database
        .em()
        .find(
          TicketRow,
          { booking: { $in: [...bookingIds] } },
          { ...plain, orderBy: { booking: 'asc', position: 'asc' } },
        );
      const byBooking = Map.groupBy(rows, (row) => row.booking.id);
      return bookingIds.map((id): Ticket[] => (byBooking.get(id) ?? []).map(toTicket));
    },

    async eventsNow(eventIds) {
      const wanted = { eventId: { $in: [...eventIds] } };
      const dates = await database.em().find(EventDateRow, wanted, plain);
      const cancellations = await database.em().find(EventCancellationRow, wanted, plain);
      const of = <Row extends { eventId: EventId }>(rows: readonly Row[], id: EventId) =>
        rows.find(({ eventId }) => eventId === id) ?? null;
      return eventIds.map((id: EventId) => toEventNow(of(dates, id), of(cancellations, id)));
    },

    async movedIntoOtherHalls(eventIds) {
      const moved = await database.sql(statements.movedIntoOtherHalls, [eventIds]);
      return moved.map(({ eventId }) => eventId);
    },

    async pagesOf(userIds, { statuses, limit, after }) {
      const page = [userIds, after?.time ?? null, after?.id ?? null, limit];
      const rows = statuses
        ? await database.sql(statements.pagesByStatus, [...page, statuses])
        : await database.sql(statements.pages, page);
      const found = await reads.bookings(rows.map(({ id }) => id));
      const byUser = Map.groupBy(
        found.filter((booking) => booking !== null),
        (booking) => booking.userId,
      );
      return userIds.map((userId) => byUser.get(userId) ?? []);
    },
  };
  return reads;
}
