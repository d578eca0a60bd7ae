import { requireOrganizer } from '@parterre/contracts/access/require-role.ts';
import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { byTimeAndId, oneMore, readPage, toConnection } from '@parterre/platform/graphql/connections.ts';
import { forbidden } from '@parterre/platform/graphql/errors.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { Application } from '../../application/application.ts';
import { readPeriod } from './queries.ts';
import type { Resolvers } from './schema.generated.ts';

/** What the types of the schema answer, field by field. */
export function createTypes({ queries }: Application) {
  return {
    Event: {
      __resolveReference: ({ id }) => ({ id }),
      statistics: async ({ id }, _args, context) => {
        const { caller } = requireOrganizer(context);
        const sums = isId<'Event'>(id) ? await context.loaders.eventStatistics.load(id) : null;
        if (!sums) return null;
        if (!mayActFor(caller, sums.organizerId)) throw forbidden('expected the organizer of this event');
        return sums;
      },
    },

    Artist: {
      __resolveReference: ({ id }) => ({ id }),
      statistics: ({ id }, args, context) => {
        requireOrganizer(context);
        const period = readPeriod(args);
        if (!isId<'Artist'>(id)) return { eventCount: 0, visitorCount: 0 };
        return context.loaders.artistStatistics.load({ artistId: id, ...period });
      },
    },

    EventStatistics: {
      occupancy: ({ capacity, sold, refunded }) =>
        // A hall that was made smaller after it had sold out is full, not fuller.
        capacity === 0 ? 0 : Math.min(1, (sold - refunded) / capacity),
      revenue: ({ revenue, currency }) => toDecimal({ minor: revenue, currency }),
      salesOverTime: ({ eventId }, _args, context) => context.loaders.salesOverTime.load(eventId),
    },

    SalesOverview: {
      revenue: ({ revenue }) => revenue.map(toDecimal),
      events: async (query, args) => {
        const page = readPage(args, byTimeAndId<'Event'>);
        const rows = await queries.eventSales(query, oneMore(page));
        return toConnection(rows, page, ({ startsAt, eventId }) => [startsAt.toISOString(), eventId]);
      },
    },

    EventSales: {
      event: ({ eventId }) => ({ id: eventId }),
      revenue: ({ revenue, currency }) => toDecimal({ minor: revenue, currency }),
    },
  } satisfies Resolvers;
}
