import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import type { EventsContext } from './context.ts';
import { requireFound } from './require-found.ts';
import type { EventResolvers, ZonePriceResolvers } from './schema.generated.ts';

export const eventType = {
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
} satisfies EventResolvers<EventsContext>;

export const zonePriceType = {
  priceZone: ({ priceZoneId }) => ({ id: priceZoneId }),
  price: ({ price }) => toDecimal(price),
} satisfies ZonePriceResolvers<EventsContext>;
