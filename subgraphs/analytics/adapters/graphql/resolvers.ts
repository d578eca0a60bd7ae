import { requireOrganizer } from '@parterre/contracts/access/require-role.ts';
import { mayActFor } from '@parterre/contracts/kernel/caller.ts';
import type { UserId } from '@parterre/contracts/kernel/ids.ts';
import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { byTimeAndId, readPage, toConnection } from '@parterre/platform/graphql/connections.ts';
import { badUserInput, forbidden } from '@parterre/platform/graphql/errors.ts';
import { scalarResolvers } from '@parterre/platform/graphql/scalars.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import type { RequestContext } from '@parterre/platform/service/service.ts';
import type { Statistics } from '../../application/ports.ts';
import { type Period, parsePeriod, wholeHours } from '../../domain/period.ts';
import type { Loaders } from './loaders.ts';
import type { CompleteResolvers } from './schema.generated.ts';

/** Everything that the schema of this subgraph promises. */
export function createResolvers(statistics: Statistics): CompleteResolvers<RequestContext<Loaders>> {
  return {
    ...scalarResolvers,

    Query: {
      async salesOverview(_source, args, context) {
        const { caller } = requireOrganizer(context);
        const period = wholeHours(readPeriod(args));
        const organizerId = caller.role === 'ADMIN' ? null : caller.userId;
        return { ...period, organizerId, ...(await statistics.overview(period, organizerId)) };
      },
    },

    Event: {
      __resolveReference: ({ id }) => ({ id }),
      async statistics({ id }, _args, context) {
        const { caller } = requireOrganizer(context);
        const sums = isId<'Event'>(id) ? await context.loaders.events.load(id) : null;
        if (!sums) return null;
        if (!mayActFor(caller, sums.organizerId as UserId)) {
          throw forbidden('expected the organizer of this event');
        }
        return sums;
      },
    },

    Artist: {
      __resolveReference: ({ id }) => ({ id }),
      statistics({ id }, args, context) {
        requireOrganizer(context);
        const period = readPeriod(args);
        if (!isId<'Artist'>(id)) return { eventCount: 0, visitorCount: 0 };
        return context.loaders.artists.load({ artistId: id, ...period });
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
      async events({ organizerId, ...period }, args) {
        const page = readPage(args, byTimeAndId<'Event'>);
        const rows = await statistics.overviewByEvent(period, organizerId, {
          limit: page.limit + 1,
          after: page.after,
        });
        return toConnection(rows, page, ({ startsAt, eventId }) => [startsAt.toISOString(), eventId]);
      },
    },

    EventSales: {
      event: ({ eventId }) => ({ id: eventId }),
      revenue: ({ revenue, currency }) => toDecimal({ minor: revenue, currency }),
    },
  };
}

function readPeriod(args: Period): Period {
  const period = parsePeriod(args);
  if (isRejection(period)) throw badUserInput(period.message);
  return period;
}
