import { scalarResolvers } from '@parterre/platform/graphql/scalars.ts';
import type { Dependencies } from '../../application/dependencies.ts';
import type { LiveSeatMaps } from '../../application/live-seat-maps.ts';
import type { Catalogue } from '../../application/ports/catalogue.ts';
import type { EventsContext } from './context.ts';
import { createEventMutations } from './event-mutations.ts';
import { eventType, zonePriceType } from './event-types.ts';
import { createSubgraphMutations, seatHoldType } from './internal-mutations.ts';
import { priceZoneType, rowType, seatingPlanType, seatType, sectionType } from './plan-types.ts';
import { createQueries } from './queries.ts';
import type { CompleteResolvers } from './schema.generated.ts';
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

/** Everything that the schema of this subgraph promises. */
export function createResolvers(
  deps: Dependencies,
  catalogue: Catalogue,
  maps: LiveSeatMaps,
): CompleteResolvers<EventsContext> {
  return {
    ...scalarResolvers,
    Query: createQueries(catalogue),
    Mutation: {
      ...createVenueMutations(deps),
      ...createEventMutations(deps),
      ...createSubgraphMutations(deps),
    },
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
