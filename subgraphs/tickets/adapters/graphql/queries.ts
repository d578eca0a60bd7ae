import { requireOrganizer } from '@parterre/contracts/access/require-role.ts';
import { isAdmin } from '@parterre/contracts/kernel/caller.ts';
import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { byTimeAndId, oneMore, readPage, toConnection } from '@parterre/platform/graphql/connections.ts';
import { badUserInput } from '@parterre/platform/graphql/errors.ts';
import { readId } from '@parterre/platform/graphql/read-id.ts';
import { requireSubgraph, requireUser } from '@parterre/platform/graphql/require-caller.ts';
import type { Application } from '../../application/application.ts';
import { type BookingSearch, readBookingSearch } from '../../domain/booking-search.ts';
import type { QueryResolvers } from './schema.generated.ts';

/** Codes have some 200 characters. */
const LONGEST_SEARCH = 1_000;

/** What can be looked up. */
export function createQueries({ queries }: Application) {
  return {
    booking: (_, { id }, { loaders }) => loaders.booking(id),
    ticket: (_, { id }, { loaders }) => loaders.ticket(id),
    ticketKeys: () => queries.ticketKeys(),

    refundQuote: async (_, args, context) => {
      const quote = await queries.quoteRefund(args, requireUser(context));
      if (!quote) return null;
      const rejections = quote.rejections.map(({ code, message, field }) => ({
        code,
        message,
        field: field && [...field],
      }));
      return { ...quote, refunded: toDecimal(quote.refunded), rejections };
    },

    eventBookings: async (_, { search, ...args }, context) => {
      const { caller } = requireOrganizer(context);
      const page = readPage(args, byTimeAndId<'Booking'>);
      const bookings = await queries.searchBookings({
        ...oneMore(page),
        eventId: null,
        organizerId: isAdmin(caller) ? null : caller.userId,
        search: readSearch(search),
        statuses: null,
      });
      return toConnection(bookings, page, (booking) => [booking.createdAt.toISOString(), booking.id]);
    },

    eventCancellation: (_, { eventId }, context) =>
      queries.visibleCancellation(eventId, { caller: requireOrganizer(context).caller }),

    printedTickets: async (_, { bookingId, language }, context) => {
      requireSubgraph(context, 'notifications');
      const id = readId<'Booking'>('bookingId', bookingId);
      const printed = await queries.printBooking({ bookingId: id, language });
      return printed.map(({ ticketId, pdf }) => ({ ticketId, pdf: pdf.toString('base64') }));
    },
  } satisfies QueryResolvers;
}

/** @throws BAD_USER_INPUT for a text that is longer than any code */
export function readSearch(text: string): BookingSearch {
  if (text.length <= LONGEST_SEARCH) return readBookingSearch(text);
  throw badUserInput(`expected "search" of at most ${LONGEST_SEARCH} characters, got ${text.length}`);
}
