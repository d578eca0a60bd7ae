import type {
  BookingId,
  EventId,
  PriceZoneId,
  SeatId,
  SeatingPlanId,
  SectionId,
  TicketTypeId,
  UserId,
} from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode, Money } from '@parterre/contracts/kernel/money.ts';
import type { FactHead } from '@parterre/platform/bus/bus.ts';
import type { LogCursor } from '@parterre/platform/kernel/log-cursor.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { LaidOutSeat } from '../../domain/best-available.ts';
import type { EventOnSale } from '../../domain/event.ts';
import type { RequestedPlaces, StandingRequest } from '../../domain/requested-places.ts';
import type { HoldRow, SeatHold } from '../../domain/seat-hold.ts';
import type { MapFact, PlanFact, SeatCode, SeatMapRows } from '../../domain/seat-map.ts';
import type { Point } from '../../domain/seating-plan.ts';
import type { TicketTypes, TypeCounts } from '../../domain/ticket-type.ts';

export interface SaleTerms {
  /** Null when there is no such event. */
  readonly event: EventOnSale | null;
  /** Its ticket types; null when there is no event. */
  readonly ticketTypes: TicketTypes | null;
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
  /**
   * The terms, and what is in the way of the seats, all as of one moment and without waiting for anybody. Only what is
   * refused by it is certain: what can be had may be gone when it is taken.
   */
  look(requested: RequestedPlaces): Promise<SaleTerms & { readonly obstacles: SeatObstacles }>;
  /** Takes all the wanted seats until `expiresAt`, or none. Waits for nobody. */
  takeSeats(
    tx: Transaction,
    requested: RequestedPlaces,
    event: EventOnSale,
    expiresAt: Date,
  ): Promise<readonly TakenSeat[] | null>;
  record(tx: Transaction, requested: RequestedPlaces, hold: SeatHold): Promise<void>;
  /** What is known of a booking, locked; null when nothing is. */
  lock(tx: Transaction, bookingId: string): Promise<HoldRow | null>;
  /** Whether the event is on sale. One that has ended is: a hold is a promise. */
  isOnSale(tx: Transaction, eventId: EventId): Promise<boolean>;
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
  /** Deletes at most `limit` holds of each kind that were made so long ago: ended ones, and tombstones. Answers how many. */
  prune(keptDays: { readonly ended: number; readonly tombstones: number }, limit: number): Promise<number>;
}

/**
 * What most bookings come to, each in one statement; the transaction over `Holds` does the rest, and says why not. Both take
 * the same locks, so it does not matter which of two requests goes which way.
 */
export interface HoldsAtOnce {
  /**
   * Holds seats that are named, all of the event's first ticket type, and publishes them with this head of `SeatsHeld`. Null
   * when nothing happened, whatever the reason: seats that are not free, a limit, a booking that is known, an event that has
   * rules for ticket types or single seats, or is not priced in this currency.
   */
  take(requested: RequestedPlaces, currency: CurrencyCode, head: FactHead): Promise<SeatHold | null>;
  /** Sells every place that the booking holds, and publishes that with this head of `SeatsSold`; false when nothing happened. */
  sell(bookingId: string, eventId: EventId, head: FactHead): Promise<boolean>;
}

/** What somebody looks at who is given seats, or whose choice of seats is judged. */
export interface SeatChoices {
  /** Makes choices at an event follow one another. Called after `Holds.queue`, and the last lock before places. */
  queue(tx: Transaction, eventId: EventId): Promise<void>;
  /** By index, whether a seat can be taken at this moment. */
  free(tx: Transaction, eventId: EventId): Promise<readonly boolean[]>;
  /** The seats of a plan, in its order, and its stage where it names one. */
  seatsOf(tx: Transaction, planId: SeatingPlanId): Promise<SeatsOfPlan>;
}
export interface SeatsOfPlan {
  readonly seats: readonly LaidOutSeat[];
  readonly stage: Point | null;
}

/**
 * How many places of which ticket types bookings have. What is counted says `isCounted` (domain/ticket-type.ts). A booking
 * whose hold has ended is counted no more: whoever ends one ends it here too.
 */
export interface HeldTypes {
  /** How many of the type are held or sold; nobody else takes any until the transaction ends. */
  lockAndCount(tx: Transaction, typeId: TicketTypeId): Promise<number>;
  record(tx: Transaction, bookingId: BookingId, counts: TypeCounts): Promise<void>;
  /**
   * Notes that a booking has so many fewer. Types that are not counted are passed over; what is of no type (null) is of the
   * only one that the booking has.
   */
  giveBack(
    tx: Transaction,
    bookingId: BookingId,
    counts: ReadonlyMap<TicketTypeId | null, number>,
  ): Promise<void>;
  /**
   * Counts what bookings have at an event whose only type so far was this one, and was not counted. Called under
   * `PlanChanges.lockHolds`, with no hold or release under way.
   */
  countAll(tx: Transaction, eventId: EventId, onlyTypeId: TicketTypeId): Promise<void>;
  /** Those of the types of which a booking has a place. */
  inUse(tx: Transaction, typeIds: readonly TicketTypeId[]): Promise<readonly TicketTypeId[]>;
  /** Notes that these bookings have none any more. */
  end(tx: Transaction, bookingIds: readonly BookingId[]): Promise<void>;
}

export type ReleaseAnswer = 'RELEASED' | 'HOLD_NOT_FOUND' | 'NOTHING_TO_RELEASE';

/** The releases that were done, so that each is done once. */
export interface Releases {
  find(tx: Transaction, requestId: string): Promise<ReleaseAnswer | null>;
  record(tx: Transaction, requestId: string, bookingId: string, answer: ReleaseAnswer): Promise<void>;
  /** Deletes at most `limit` of those that are so old. Answers how many. */
  prune(keptDays: number, limit: number): Promise<number>;
}

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
    event: EventOnSale,
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

/** Seats of an event that the organizer takes off sale. All or none: null when any could not be got at once. */
export interface Seats {
  /** Why the seats were not got by somebody for whom the states in `fine` are no obstacle. */
  obstacles(
    tx: Transaction,
    eventId: EventId,
    seatIds: readonly SeatId[],
    fine: readonly SeatCode[],
  ): Promise<SeatObstacles>;
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

/** Which place of an event: what it costs follows from these two. */
export interface PricedPlace {
  readonly priceZoneId: PriceZoneId;
  readonly ticketTypeId: TicketTypeId;
}

/** What places of an event that was published cost now. */
export interface PlacePrices {
  /** Of these seats, in plan order; what is no seat of the event is missing. */
  zonesOfSeats(
    event: EventOnSale,
    seatIds: readonly SeatId[],
  ): Promise<readonly { readonly seatId: SeatId; readonly priceZoneId: PriceZoneId }[]>;
  /** Of these sections; what is no standing section of the event is missing. */
  zonesOfSections(
    event: EventOnSale,
    sectionIds: readonly SectionId[],
  ): Promise<ReadonlyMap<SectionId, PriceZoneId>>;
  /** The price of each place, all as at one moment; null where the event has no such type or zone at it. */
  prices(event: EventOnSale, places: readonly PricedPlace[]): Promise<readonly (Money | null)[]>;
}

/** The facts about seat maps, as they come on the bus. */
export interface SeatMapFeed {
  /**
   * Hands every fact about the event's map to `handle`, in order, some of them perhaps twice. Resolves when
   * attached: every fact that is published after that is handed over. Answers how to let go.
   */
  attach(eventId: string, handle: (fact: MapFact | PlanFact) => void): Promise<() => void>;
  /** The version of everything published so far about the event, or of something later. */
  endVersion(eventId: string): Promise<LogCursor>;
}

/** A map as the rows are, without a version: the rows know nothing of the log. */
export type SeatMapReading = Omit<SeatMapRows, 'version'>;

/** The maps of events as their rows are. */
export interface SeatMaps {
  /** The maps of these events; what is not published is missing. */
  read(eventIds: readonly string[]): Promise<ReadonlyMap<string, SeatMapReading>>;
}
