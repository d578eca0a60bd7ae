import { badUserInput, rateLimited } from '@parterre/platform/graphql/errors.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { LiveSeatMaps } from '../../application/live-seat-maps.ts';
import type { SeatMapMessage } from '../../application/seat-map-watch.ts';
import { seatState } from '../../domain/seat-state.ts';
import type { EventsContext } from './context.ts';
import type {
  SeatChangeResolvers,
  SeatMapChangeResolvers,
  StandingAvailabilityResolvers,
  SubscriptionResolvers,
} from './schema.generated.ts';

/** The live map. Who watches makes no difference to what is sent. */
export function createSubscriptions(maps: LiveSeatMaps): SubscriptionResolvers<EventsContext> {
  return {
    seatMapChanged: {
      async subscribe(_source, { eventId, sinceVersion }) {
        const watch = isId(eventId) ? await maps.watch(eventId.toLowerCase(), sinceVersion ?? null) : null;
        if (!watch) throw badUserInput('expected a published event to watch, got none');
        if (watch === 'too-many')
          throw rateLimited('expected fewer maps to be watched at a time; try again later');
        return watch as AsyncIterable<never>;
      },
      resolve: (message: SeatMapMessage) => message,
    },
  };
}

export const seatMapChangeType: SeatMapChangeResolvers<EventsContext> = {
  __resolveType: ({ kind }) => (kind === 'snapshot' ? 'SeatMapSnapshot' : 'SeatMapDelta'),
};

export const seatChangeType: SeatChangeResolvers<EventsContext> = {
  state: ({ code }) => seatState(code),
  seat: ({ seatId }) => ({ id: seatId }),
};

export const standingAvailabilityType: StandingAvailabilityResolvers<EventsContext> = {
  section: ({ sectionId }) => ({ id: sectionId }),
};
