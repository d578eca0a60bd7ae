import { badUserInput, rateLimited } from '@parterre/platform/graphql/errors.ts';
import { withPosition } from '@parterre/platform/graphql/event-position.ts';
import { mapIterator } from '@parterre/platform/graphql/map-iterator.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import type { LiveSeatMaps } from '../../application/live-seat-maps.ts';
import type { SeatMapMessage } from '../../application/seat-map-watch.ts';
import { seatState } from '../../domain/seat-state.ts';
import type { EventsContext } from './context.ts';
import { requireFound } from './require-found.ts';
import type {
  SeatChangeResolvers,
  SeatMapChangeResolvers,
  SeatMapDeltaResolvers,
  SeatMapSnapshotResolvers,
  StandingAvailabilityResolvers,
  SubscriptionResolvers,
} from './schema.generated.ts';

type Message = SeatMapMessage & { readonly eventId: string };

/** The live map. Who watches makes no difference to what is sent. */
export function createSubscriptions(maps: LiveSeatMaps) {
  return {
    seatMapChanged: {
      async subscribe(_source, { eventId, sinceVersion }) {
        const watch = isId(eventId) ? await maps.watch(eventId, sinceVersion ?? null) : null;
        if (!watch) throw badUserInput('expected a published event to watch, got none');
        if (watch === 'too-many')
          throw rateLimited('expected fewer maps to be watched at a time; try again later');
        return mapIterator(watch, (message) => positioned({ ...message, eventId })) as AsyncIterable<never>;
      },
      resolve: (message: Message) => message,
    },
  } satisfies SubscriptionResolvers<EventsContext>;
}

function positioned(message: Message): Message {
  const startsAnew = message.kind === 'snapshot' && message.startsAnew;
  return withPosition(message, { cursor: message.version, startsAnew });
}

export const seatMapChangeType = {
  __resolveType: ({ kind }) => (kind === 'snapshot' ? 'SeatMapSnapshot' : 'SeatMapDelta'),
} satisfies SeatMapChangeResolvers<EventsContext>;

export const seatChangeType = {
  state: ({ code }) => seatState(code),
  seat: ({ seatId }) => ({ id: seatId }),
} satisfies SeatChangeResolvers<EventsContext>;

export const standingAvailabilityType = {
  section: ({ sectionId }) => ({ id: sectionId }),
} satisfies StandingAvailabilityResolvers<EventsContext>;

async function eventOf({ eventId }: Message, _args: object, { loaders }: EventsContext) {
  return requireFound(await loaders.event.load(eventId), 'event', eventId);
}

export const seatMapSnapshotType = { event: eventOf } satisfies SeatMapSnapshotResolvers<EventsContext>;

export const seatMapDeltaType = { event: eventOf } satisfies SeatMapDeltaResolvers<EventsContext>;
