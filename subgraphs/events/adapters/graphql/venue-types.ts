import type { EventsContext } from './context.ts';
import { found } from './require-found.ts';
import type { ArtistResolvers, HallResolvers, VenueResolvers } from './schema.generated.ts';

export const venueType: VenueResolvers<EventsContext> = {
  __resolveReference: ({ id }, { loaders }) => loaders.venue.load(id),
  organizer: ({ organizerId }) => ({ id: organizerId }),
  halls: ({ id }, _args, { loaders }) => loaders.hallsOf.load(id),
};

export const hallType: HallResolvers<EventsContext> = {
  __resolveReference: ({ id }, { loaders }) => loaders.hall.load(id),
  venue: async ({ venueId }, _args, { loaders }) =>
    found(await loaders.venue.load(venueId), 'venue', venueId),
  seatingPlan: ({ id }, _args, { loaders }) => loaders.newestPlanOf.load(id),
};

export const artistType: ArtistResolvers<EventsContext> = {
  __resolveReference: ({ id }, { loaders }) => loaders.artist.load(id),
};
