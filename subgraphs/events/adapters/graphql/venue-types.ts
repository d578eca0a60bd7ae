import type { EventsContext } from './context.ts';
import { requireFound } from './require-found.ts';
import type { ArtistResolvers, HallResolvers, VenueResolvers } from './schema.generated.ts';

export const venueType = {
  __resolveReference: ({ id }, { loaders }) => loaders.venue.load(id),
  organizer: ({ organizerId }) => ({ id: organizerId }),
  halls: ({ id }, _args, { loaders }) => loaders.hallsOf.load(id),
} satisfies VenueResolvers<EventsContext>;

export const hallType = {
  __resolveReference: ({ id }, { loaders }) => loaders.hall.load(id),
  venue: async ({ venueId }, _args, { loaders }) =>
    requireFound(await loaders.venue.load(venueId), 'venue', venueId),
  seatingPlan: ({ id }, _args, { loaders }) => loaders.newestPlanOf.load(id),
} satisfies HallResolvers<EventsContext>;

export const artistType = {
  __resolveReference: ({ id }, { loaders }) => loaders.artist.load(id),
} satisfies ArtistResolvers<EventsContext>;
