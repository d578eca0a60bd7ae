import type {
  ArtistId,
  BookingId,
  EventId,
  HallId,
  PriceZoneId,
  SeatId,
  SeatingPlanId,
  SectionId,
  UserId,
  VenueId,
} from '@parterre/contracts/kernel/ids.ts';
import type { Money } from '@parterre/contracts/kernel/money.ts';
import type { Sql, Transaction } from '@parterre/platform/postgres/database.ts';
import type { Event, EventTerms } from '../../domain/event.ts';
import type { PreparedPlan } from '../../domain/prepared-plan.ts';
import type { Prices } from '../../domain/prices.ts';
import type { RequestedPlaces, StandingRequest } from '../../domain/requested-places.ts';
import type { HoldRow, SeatHold } from '../../domain/seat-hold.ts';
import type { SeatCode } from '../../domain/seat-state.ts';
import type { Venue } from '../../domain/venue.ts';

export interface Venues {
  add(tx: Transaction, venue: Venue): Promise<void>;
  /** The venue, locked against other changes until the transaction ends; null when there is none. */
  lock(tx: Transaction, id: VenueId): Promise<Venue | null>;
  change(tx: Transaction, venue: Venue): Promise<void>;
}

export interface Hall {
  readonly id: HallId;
  readonly venueId: VenueId;
  readonly name: string;
}

export interface OwnedHall extends Hall {
  /** Who runs the venue that the hall is in. */
  readonly organizerId: UserId;
}

export interface Halls {
  /** Adds a hall, unless its venue has one of this name. */
  add(tx: Transaction, hall: Hall): Promise<'added' | 'name-taken'>;
  /** How many halls the venue has; exact while the venue is locked. */
  countOf(tx: Transaction, venueId: VenueId): Promise<number>;
  find(sql: Sql, id: string): Promise<OwnedHall | null>;
}

/** What creating and publishing an event must know of a plan. */
export interface PlanOutline {
  readonly id: SeatingPlanId;
  readonly seatCount: number;
  readonly standingCapacity: number;
  readonly zones: readonly PlanZoneOutline[];
}
export interface PlanZoneOutline {
  readonly id: string;
  readonly label: string;
  /** Whether any seat or standing place is in it. */
  readonly hasPlaces: boolean;
}

export interface SeatingPlans {
  /** The version after the hall's newest. Locks the hall, so that two imports cannot get the same one. */
  nextVersion(tx: Transaction, hallId: HallId): Promise<number>;
  add(tx: Transaction, hallId: HallId, version: number, plan: PreparedPlan): Promise<void>;
  /** The newest plan of a hall; null when it has none. */
  newest(sql: Sql, hallId: HallId): Promise<PlanOutline | null>;
  outline(sql: Sql, id: SeatingPlanId): Promise<PlanOutline>;
}

export interface Artist {
  readonly id: ArtistId;
  readonly name: string;
}

export interface Artists {
  add(tx: Transaction, artist: Artist): Promise<void>;
  /** Those of the identifiers that are nobody's. */
  missing(sql: Sql, ids: readonly string[]): Promise<readonly string[]>;
}

/** Who performs where, for the facts about an event. */
export interface Billing {
  readonly hallName: string;
  readonly venueName: string;
  readonly timeZone: string;
  readonly artists: readonly { readonly artistId: string; readonly name: string }[];
}

export interface Events {
  /** Adds a draft. */
  add(tx: Transaction, event: Event & { readonly status: 'DRAFT' }): Promise<void>;
  /**
   * The event, locked against other changes, and with no hold or sale under way: each of them is done or
   * sees the event as this transaction leaves it. Null when there is none.
   */
  lock(tx: Transaction, id: string): Promise<Event | null>;
  find(sql: Sql, id: string): Promise<Event | null>;
  /** Stores the terms of an event, whatever its status. */
  change(tx: Transaction, event: EventTerms & { readonly id: EventId }): Promise<void>;
  putOnSale(tx: Transaction, id: EventId): Promise<void>;
  /** Replaces the bill. */
  setArtists(tx: Transaction, id: EventId, artistIds: readonly ArtistId[]): Promise<void>;
  /** Replaces all prices. */
  setPrices(tx: Transaction, id: EventId, prices: Prices): Promise<void>;
  prices(sql: Sql, event: Event): Promise<Prices>;
  billing(sql: Sql, event: Event): Promise<Billing>;
  /** Makes a free place of the event out of every seat and standing place of its plan, at its zone's price. */
  openPlaces(tx: Transaction, event: Event): Promise<void>;
}

export interface SaleTerms {
  /** Null when there is no such event. */
  readonly event: Event | null;
  /** When a hold that is made now runs out, by the database's clock; null when there is no event. */
  readonly expiresAt: Date | null;
  /** Places that the buyer holds at this event now, by all bookings. */
  readonly alreadyHeld: number;
  /** What is known of the booking; null when nothing is. */
  readonly known: HoldRow | null;
}

/** A seat that changed, as facts tell it. */
export interface ChangedSeat {
  readonly seatId: SeatId;
  readonly index: number;
  readonly version: number;
}
export interface TakenSeat extends ChangedSeat {
  readonly sectionId: SectionId;
  readonly priceZoneId: PriceZoneId;
  readonly price: Money;
}

/** Why seats could not be got, seat by seat. `contended` ones are free, but somebody is looking at them. */
export interface SeatObstacles {
  readonly unknown: readonly SeatId[];
  readonly taken: readonly { readonly seatId: SeatId; readonly name: string }[];
  readonly contended: readonly SeatId[];
}

export interface ExpiredHold {
  readonly bookingId: BookingId;
  readonly eventId: EventId;
  readonly seats: readonly ChangedSeat[];
}

/** Holds on seats. Every "now" is the database's: no two processes can disagree about an expiry. */
export interface Holds {
  /**
   * Makes this booking's requests follow one another, and this buyer's at this event, and lets none of them
   * run while the event is being changed. Until the transaction ends.
   */
  queue(tx: Transaction, requested: RequestedPlaces): Promise<void>;
  /** The same for a request that takes no new places. */
  queueBooking(tx: Transaction, bookingId: string, eventId: string): Promise<void>;
  /** Makes this buyer's holds follow one another at all events, and counts the places held. Called after `queue`. */
  queueBuyer(tx: Transaction, userId: UserId): Promise<number>;
  terms(tx: Transaction, requested: RequestedPlaces): Promise<SaleTerms>;
  /** Takes all the wanted seats until `expiresAt`, or none. Waits for nobody. */
  takeSeats(
    tx: Transaction,
    requested: RequestedPlaces,
    event: Event,
    expiresAt: Date,
  ): Promise<readonly TakenSeat[] | null>;
  /** Why the seats were not got by somebody for whom the states in `fine` are no obstacle. */
  obstacles(
    tx: Transaction,
    eventId: EventId,
    seatIds: readonly SeatId[],
    fine: readonly SeatCode[],
  ): Promise<SeatObstacles>;
  record(tx: Transaction, requested: RequestedPlaces, hold: SeatHold): Promise<void>;
  /** What is known of a booking, locked; null when nothing is. */
  lock(tx: Transaction, bookingId: string): Promise<HoldRow | null>;
  /** Sells every seat that the booking still holds in time; answers those that it sold. */
  sellSeats(tx: Transaction, hold: HoldRow): Promise<readonly ChangedSeat[]>;
  /** Marks a hold as sold; false when its time has run out or not every place of it is there. */
  markSold(tx: Transaction, hold: HoldRow): Promise<boolean>;
  /** Frees those of the seats that the booking holds or bought; answers them. */
  freeSeats(tx: Transaction, hold: HoldRow, seatIds: readonly SeatId[]): Promise<readonly ChangedSeat[]>;
  /** Writes down what the booking has left; a hold of nothing has ended. */
  shrink(tx: Transaction, hold: HoldRow, left: { seatIds: readonly SeatId[]; places: number }): Promise<void>;
  /** Forbids that this booking ever holds anything. */
  forbid(tx: Transaction, bookingId: BookingId): Promise<void>;
  /** Ends up to `limit` holds whose time has run out, and frees their seats. Skips what others work on. */
  expire(tx: Transaction, limit: number): Promise<readonly ExpiredHold[]>;
  earlierRelease(tx: Transaction, requestId: string): Promise<ReleaseAnswer | null>;
  recordRelease(tx: Transaction, requestId: string, bookingId: string, answer: ReleaseAnswer): Promise<void>;
}

export type ReleaseAnswer = 'RELEASED' | 'HOLD_NOT_FOUND' | 'NOTHING_TO_RELEASE';

/** A shard of a standing section that changed, as facts tell it. */
export interface ChangedShard {
  readonly sectionId: SectionId;
  readonly shard: number;
  /** Places held or sold in the shard now. */
  readonly taken: number;
  readonly version: number;
}
/** Places of one shard that a booking has. */
export interface StandingPart {
  readonly sectionId: SectionId;
  readonly shard: number;
  readonly quantity: number;
}
export interface TakenPlaces {
  readonly priceZoneId: PriceZoneId;
  readonly price: Money;
  readonly parts: readonly StandingPart[];
  readonly changes: readonly ChangedShard[];
  /** Expired holds that made room for this one. */
  readonly reclaimed: readonly ReleasedPlaces[];
}
export interface ReleasedPlaces {
  readonly bookingId: BookingId;
  readonly eventId: EventId;
  readonly changes: readonly ChangedShard[];
}

/** Standing places, counted in shards. Sections are to be asked in the order of their identifiers. */
export interface StandingPlaces {
  /**
   * Takes places of one section, from one shard when one has enough, else from several; holds whose time
   * has run out make room. 'sold-out' when there are not enough, 'contended' when an expired hold that would
   * make room is being swept at this moment.
   */
  take(
    tx: Transaction,
    event: Event,
    requested: StandingRequest,
  ): Promise<TakenPlaces | 'no-such-section' | 'sold-out' | 'contended'>;
  record(
    tx: Transaction,
    eventId: EventId,
    bookingId: BookingId,
    parts: readonly StandingPart[],
  ): Promise<void>;
  /** What a booking has, in shard order. */
  of(tx: Transaction, bookingId: BookingId): Promise<readonly StandingPart[]>;
  /** Gives back parts that a booking has; answers the shards as they are now. */
  free(
    tx: Transaction,
    eventId: EventId,
    bookingId: BookingId,
    parts: readonly StandingPart[],
  ): Promise<readonly ChangedShard[]>;
  /** Gives back everything of holds that have expired. */
  freeExpired(tx: Transaction, bookingIds: readonly BookingId[]): Promise<readonly ReleasedPlaces[]>;
}

/** Seats that the organizer takes off sale. All or none: null when any of them could not be got at once. */
export interface SeatBlocks {
  /** Blocks free seats; those that are blocked already do not change and are not answered. */
  block(
    tx: Transaction,
    eventId: EventId,
    seatIds: readonly SeatId[],
  ): Promise<readonly ChangedSeat[] | null>;
  /** Frees blocked seats; those that are free already do not change and are not answered. */
  unblock(
    tx: Transaction,
    eventId: EventId,
    seatIds: readonly SeatId[],
  ): Promise<readonly ChangedSeat[] | null>;
}
