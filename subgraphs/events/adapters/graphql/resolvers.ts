import { scalarResolvers } from '@parterre/platform/graphql/scalars.ts';
import type { LiveSeatMaps } from '../../application/live-seat-maps.ts';
import type { Catalogue } from '../../application/ports/catalogue.ts';
import type { EventsRoom } from '../../application/ports/events-room.ts';
import type { EventsContext } from './context.ts';
import { createEventMutations } from './event-mutations.ts';
import { eventType, zonePriceType } from './event-types.ts';
import { priceZoneType, rowType, seatingPlanType, seatType, sectionType } from './plan-types.ts';
import { createQueries } from './queries.ts';
import { createRoomMutations, seatHoldType } from './room-mutations.ts';
import type { Resolvers } from './schema.generated.ts';
import {
  createSubscriptions,
  seatChangeType,
  seatMapChangeType,
  seatMapDeltaType,
  seatMapSnapshotType,
  standingAvailabilityType,
} from './seat-map-subscription.ts';
import { eventSeatType, seatMapType, standingRoomType } from './seat-map-types.ts';
import { createVenueMutations } from './venue-mutations.ts';
import { artistType, hallType, venueType } from './venue-types.ts';

/** Everything that the schema of this room promises. */
export function createResolvers(
  room: EventsRoom,
  catalogue: Catalogue,
  maps: LiveSeatMaps,
): Resolvers<EventsContext> {
  return {
    ...scalarResolvers,
    Query: createQueries(catalogue),
    Mutation: { ...createVenueMutations(room), ...createEventMutations(room), ...createRoomMutations(room) },
    Subscription: createSubscriptions(maps),
    Venue: venueType,
    Hall: hallType,
    Artist: artistType,
    Event: eventType,
    ZonePrice: zonePriceType,
    SeatingPlan: seatingPlanType,
    Section: sectionType,
    Row: rowType,
    Seat: seatType,
    PriceZone: priceZoneType,
    SeatMap: seatMapType,
    EventSeat: eventSeatType,
    StandingRoom: standingRoomType,
    SeatMapChange: seatMapChangeType,
    SeatMapSnapshot: seatMapSnapshotType,
    SeatMapDelta: seatMapDeltaType,
    SeatChange: seatChangeType,
    SeatHold: seatHoldType,
    StandingAvailability: standingAvailabilityType,
  };
}
