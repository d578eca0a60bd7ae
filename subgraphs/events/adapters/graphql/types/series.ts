import { oneMore, readPage } from '@parterre/platform/graphql/connections.ts';
import { requireFound } from '../loaders.ts';
import { byStart, connectionOf } from '../queries.ts';
import type { Resolvers } from '../schema.generated.ts';

/** Series, field by field. */
export const seriesTypes = {
  EventSeries: {
    __resolveReference: ({ id }, { loaders }) => loaders.series.load(id),
    hall: async ({ hallId }, _args, { loaders }) =>
      requireFound(await loaders.hall.load(hallId), 'hall', hallId),
    venue: async ({ hallId }, _args, { loaders }) => {
      const { venueId } = requireFound(await loaders.hall.load(hallId), 'hall', hallId);
      return requireFound(await loaders.venue.load(venueId), 'venue', venueId);
    },
    organizer: ({ organizerId }) => ({ id: organizerId }),
    artists: ({ id }, _args, { loaders }) => loaders.artistsOfSeries.load(id),
    seatingPlan: async ({ planId }, _args, { loaders }) =>
      requireFound(await loaders.plan.load(planId), 'seating plan', planId),
    prices: async ({ id }, _args, { loaders }) => {
      const [first] = await loaders.ticketTypesOfSeries.load(id);
      return first?.prices ?? [];
    },
    ticketTypes: ({ id }, _args, { loaders }) => loaders.ticketTypesOfSeries.load(id),
    events: async ({ id }, { startsFrom = null, ...args }, { loaders }) => {
      const page = readPage(args, byStart);
      return connectionOf(await loaders.slotsOf({ startsFrom, page: oneMore(page) }).load(id), page);
    },
  },
} satisfies Resolvers;
