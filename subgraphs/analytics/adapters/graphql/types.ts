import { requireOrganizer } from '@parterre/contracts/access/require-role.ts';
import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import { type DecimalMoney, toDecimal } from '@parterre/contracts/kernel/money.ts';
import { byTimeAndId, oneMore, readPage, toConnection } from '@parterre/platform/graphql/connections.ts';
import { badUserInput, forbidden } from '@parterre/platform/graphql/errors.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import type { Application } from '../../application/application.ts';
import type { EventPart } from '../../application/ports.ts';
import { byPriceZone, byTicketType, type SalesGroup } from '../../domain/sales-part.ts';
import { MOST_POINTS } from './loaders.ts';
import { countedFor, readOpenPeriod, readPeriod } from './queries.ts';
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
        const organizerId = countedFor(requireOrganizer(context).caller);
        const period = readPeriod(args);
        if (!isId<'Artist'>(id)) return { eventCount: 0, visitorCount: 0 };
        return context.loaders.artistStatistics.load({ artistId: id, organizerId, ...period });
      },
    },

    EventStatistics: {
      occupancy: ({ capacity, sold, refunded }) =>
        // A hall that was made smaller after it had sold out is full, not fuller.
        capacity === 0 ? 0 : Math.min(1, (sold - refunded) / capacity),
      revenue: ({ revenue, currency }) => toDecimal({ minor: revenue, currency }),
      salesOverTime: async ({ eventId }, args, context) => {
        const query = { eventId, bucket: args.bucket ?? null, ...readOpenPeriod(args) };
        const points = await context.loaders.salesOverTime.load(query);
        if (points.length <= MOST_POINTS) return points;
        throw badUserInput(
          `expected at most ${MOST_POINTS} points of sales over time, got more; ask for a longer bucket or a shorter period`,
        );
      },
      byTicketType: async ({ eventId }, _args, context) =>
        byTicketType(await context.loaders.salesByType.load(eventId)),
      byPriceZone: async ({ eventId }, _args, context) =>
        byPriceZone(await context.loaders.salesByType.load(eventId)),
      csv: async ({ eventId }, args) => {
        const csv = await queries.exportSales({ eventId, ...readOpenPeriod(args) });
        if (isRejection(csv)) throw badUserInput(csv.message);
        return csv;
      },
    },

    TicketTypeSales: {
      ticketType: ({ key }) => (key === null ? null : { id: key }),
      revenue: revenueOf,
      byPriceZone: ({ parts }) => byPriceZone(parts),
    },

    PriceZoneSales: {
      priceZone: ({ key }) => ({ id: key }),
      revenue: revenueOf,
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

/** A group has at least one part, and all parts of an event are in its currency. */
function revenueOf({ revenue, parts }: SalesGroup<unknown, EventPart>): DecimalMoney {
  const [part] = parts;
  if (!part) throw new Error('expected a group of sales to have a part, got none');
  return toDecimal({ minor: revenue, currency: part.currency });
}
