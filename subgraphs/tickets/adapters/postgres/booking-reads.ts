import type { BookingId, EventId, TicketId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import type { BookingReads } from '../../application/ports/storage.ts';
import type { BookedPlace } from '../../domain/booking.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { BookingEntity, BookingItemEntity, TicketEntity } from './entities.ts';
import { toBooking, toPlace, toTicket } from './to-domain.ts';

const plain = { disableIdentityMap: true } as const;

/** What people see of bookings: many at once, one statement each. */
export function bookingReadsInPostgres(database: Database): BookingReads {
  const reads: BookingReads = {
    async bookings(ids) {
      const rows = await database.em().find(BookingEntity, { id: { $in: [...ids] } }, plain);
      const byId = new Map(rows.map((row) => [row.id, toBooking(row)]));
      return ids.map((id: BookingId) => byId.get(id) ?? null);
    },

    async tickets(ids) {
      const rows = await database.em().find(TicketEntity, { id: { $in: [...ids] } }, plain);
      const byId = new Map(rows.map((row) => [row.id, toTicket(row)]));
      return ids.map((id: TicketId) => byId.get(id) ?? null);
    },

    async placesOf(bookingIds) {
      const rows = await database
        .em()
        .find(
          BookingItemEntity,
          { bookingId: { $in: [...bookingIds] } },
          { ...plain, orderBy: { bookingId: 'asc', position: 'asc' } },
        );
      const byBooking = Map.groupBy(rows, (row) => row.bookingId);
      return bookingIds.map((id): BookedPlace[] => (byBooking.get(id) ?? []).map(toPlace));
    },

    async ticketsOf(bookingIds) {
      const rows = await database
        .em()
        .find(
          TicketEntity,
          { bookingId: { $in: [...bookingIds] } },
          { ...plain, orderBy: { bookingId: 'asc', position: 'asc' } },
        );
      const byBooking = Map.groupBy(rows, (row) => row.bookingId);
      return bookingIds.map((id): Ticket[] => (byBooking.get(id) ?? []).map(toTicket));
    },

    async startsOf(eventIds) {
      const rows = await database.sql<{ event_id: EventId; starts_at: Date }>(
        'select event_id, starts_at from event_dates where event_id = any($1::uuid[])',
        [eventIds],
      );
      const byEvent = new Map(rows.map((row) => [row.event_id, row.starts_at]));
      return eventIds.map((id) => byEvent.get(id) ?? null);
    },

    async pagesOf(userIds, { limit, after }) {
      // Each user's page is a short walk along the index, as quick on the last page as on the first.
      const rows = await database.sql<{ id: BookingId; user_id: UserId }>(
        `select page.id, page.user_id
         from unnest($1::uuid[]) as wanted (user_id) cross join lateral (
           select id, user_id, created_at from bookings
           where bookings.user_id = wanted.user_id
             and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
           order by created_at desc, id desc limit $4
         ) as page
         order by page.created_at desc, page.id desc`,
        [userIds, after?.time ?? null, after?.id ?? null, limit],
      );
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
