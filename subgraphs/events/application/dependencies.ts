import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { ConcurrencyLimiter } from '@parterre/platform/concurrency/limiter.ts';
import type { Idempotency } from '@parterre/platform/idempotency/once.ts';
import type { ServiceOperations } from '@parterre/platform/operations/service-operations.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import type { CountedPlaces } from './counted-places.ts';
import type { LiveSeatMaps } from './live-seat-maps.ts';
import type { Artists, Events, Halls, Venues } from './ports/catalogue.ts';
import type { EventFigures } from './ports/event-figures.ts';
import type { GuestMinimums } from './ports/guest-minimums.ts';
import type {
  HeldTypes,
  Holds,
  HoldsAtOnce,
  PlacePrices,
  Releases,
  SeatChoices,
  Seats,
  StandingPlaces,
} from './ports/places.ts';
import type { PlanChanges } from './ports/plan-changes.ts';
import type { PlanParts, PlanReader, SeatingPlans } from './ports/plans.ts';
import type { Series } from './ports/series.ts';
import type { SeatLayouts } from './seat-layouts.ts';

/** All that the use cases of this subgraph work with. */
export interface Dependencies {
  readonly database: Pick<Database, 'transaction'>;
  readonly venues: Venues;
  readonly halls: Halls;
  readonly plans: SeatingPlans;
  readonly planParts: PlanParts;
  readonly planReader: PlanReader;
  readonly artists: Artists;
  readonly events: Events;
  readonly eventFigures: EventFigures;
  readonly freePlaces: CountedPlaces;
  readonly soldPlaces: CountedPlaces;
  readonly guestMinimums: GuestMinimums;
  readonly series: Series;
  readonly holds: Holds;
  readonly holdsAtOnce: HoldsAtOnce;
  readonly heldTypes: HeldTypes;
  readonly seatChoices: SeatChoices;
  readonly seatLayouts: SeatLayouts;
  readonly releases: Releases;
  readonly seats: Seats;
  readonly standing: StandingPlaces;
  readonly planChanges: PlanChanges;
  readonly idempotency: Idempotency;
  readonly placePrices: PlacePrices;
  readonly liveSeatMaps: LiveSeatMaps;
  /** Events whose last hold came too late for its seats; forgotten at will. */
  readonly rushes: {
    get(eventId: EventId): true | undefined;
    set(eventId: EventId, isOne: true): void;
    delete(eventId: EventId): void;
  };
  /** How many holds are made at a time in this process. */
  readonly limiter: ConcurrencyLimiter;
  /** The currency that every event is priced in. */
  readonly currency: CurrencyCode;
  /** Hold time of an event that sets none. */
  readonly defaultHoldSeconds: number;
  /** What administrators see of this service, and do about it. */
  readonly operations: ServiceOperations<'HOLD_NOT_RELEASED'>;
}
