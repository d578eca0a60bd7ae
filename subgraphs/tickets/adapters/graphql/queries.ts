import { requireOrganizer } from '@parterre/contracts/access/require-role.ts';
import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { readId } from '@parterre/platform/graphql/read-id.ts';
import { requireSubgraph, requireUser } from '@parterre/platform/graphql/require-caller.ts';
import type { Application } from '../../application/application.ts';
import type { QueryResolvers } from './schema.generated.ts';

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
