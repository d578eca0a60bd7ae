import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { minimumDecidedAt } from '../../../domain/guest-minimum.ts';
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
    series: ({ seriesId }, _args, { loaders }) => (seriesId === null ? null : loaders.series.load(seriesId)),
    artists: ({ id }, _args, { loaders }) => loaders.artistsOf.load(id),
    seatingPlan: async ({ planId }, _args, { loaders }) =>
      requireFound(await loaders.plan.load(planId), 'seating plan', planId),
    prices: async ({ id }, _args, { loaders }) => {
      const [[first], prices] = await Promise.all([
        loaders.ticketTypesOf.load(id),
        loaders.pricesOf.load(id),
      ]);
      return prices.filter(({ ticketTypeId }) => ticketTypeId === first?.id);
    },
    priceRange: ({ id }, _args, { loaders }) => loaders.priceRange.load(id),
    freePlaces: ({ id, status }, _args, { loaders }) => {
      // A draft has no places yet; of whatever is not on sale none can be bought.
      if (status !== 'ON_SALE') return status === 'DRAFT' ? null : 0;
      return loaders.freePlaces.load(id);
    },
    minimumDecidedAt: (event) => minimumDecidedAt(event),
    isMinimumReached: async ({ id, status, minimumGuests, minimumReachedAt }, _args, { loaders }) => {
      if (minimumGuests === null || status === 'DRAFT' || status === 'CANCELLED') return null;
      // Once it is decided nobody counts any more.
      return minimumReachedAt !== null || ((await loaders.soldPlaces.load(id)) ?? 0) >= minimumGuests;
    },
    ticketTypes: ({ id }, _args, { loaders }) => loaders.ticketTypesOf.load(id),
    seatMap: async (event, _args, { loaders }) => {
      const rows = await loaders.seatMap.load(event.id);
      return rows && { event, rows };
    },
  },

  TicketType: {
    // A draft's are for those who see the draft.
    __resolveReference: async ({ id }, { loaders }) => {
      const type = await loaders.ticketType.load(id);
      return type && (await loaders.event.load(type.eventId)) && type;
    },
    needs: ({ needsId }, _args, { loaders }) => (needsId === null ? null : loaders.ticketType.load(needsId)),
    prices: async ({ id, eventId }, _args, { loaders }) => {
      const prices = await loaders.pricesOf.load(eventId);
      return prices.filter(({ ticketTypeId }) => ticketTypeId === id);
    },
  },

  PriceRange: {
    lowest: ({ lowest }) => toDecimal(lowest),
    highest: ({ highest }) => toDecimal(highest),
  },

  ZonePrice: {
    priceZone: ({ priceZoneId }) => ({ id: priceZoneId }),
    price: ({ price }) => toDecimal(price),
  },
} satisfies Resolvers;
