import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { requireFound } from '../loaders.ts';
import type { Resolvers } from '../schema.generated.ts';

/** Venues, artists and events, field by field. */
export const catalogueTypes = {
  Venue: {
    __resolveReference: ({ id }, { loaders }) => loaders.venue.load(id),
    organizer: ({ organizerId }) => ({ id: organizerId }),
    halls: ({ id }, _args, { loaders }) => loaders.hallsOf.load(id),
  },

  Hall: {
    __resolveReference: ({ id }, { loaders }) => loaders.hall.load(id),
    venue: async ({ venueId }, _args, { loaders }) =>
      requireFound(await loaders.venue.load(venueId), 'venue', venueId),
    seatingPlan: ({ id }, _args, { loaders }) => loaders.newestPlanOf.load(id),
  },

  Artist: {
    __resolveReference: ({ id }, { loaders }) => loaders.artist.load(id),
  },

  Event: {
    __resolveReference: ({ id }, { loaders }) => loaders.event.load(id),
    hall: async ({ hallId }, _args, { loaders }) =>
      requireFound(await loaders.hall.load(hallId), 'hall', hallId),
    venue: async ({ hallId }, _args, { loaders }) => {
      const { venueId } = requireFound(await loaders.hall.load(hallId), 'hall', hallId);
      return requireFound(await loaders.venue.load(venueId), 'venue', venueId);
    },
    organizer: ({ organizerId }) => ({ id: organizerId }),
    artists: ({ id }, _args, { loaders }) => loaders.artistsOf.load(id),
    seatingPlan: async ({ planId }, _args, { loaders }) =>
      requireFound(await loaders.plan.load(planId), 'seating plan', planId),
    prices: ({ id }, _args, { loaders }) => loaders.pricesOf.load(id),
    seatMap: async (event, _args, { loaders }) => {
      const rows = await loaders.seatMap.load(event.id);
      return rows && { event, rows };
    },
  },

  ZonePrice: {
    priceZone: ({ priceZoneId }) => ({ id: priceZoneId }),
    price: ({ price }) => toDecimal(price),
  },
} satisfies Resolvers;
