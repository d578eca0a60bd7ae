import type {
  BookingId,
  EventId,
  PriceZoneId,
  SeatId,
  SectionId,
  UserId,
} from '@parterre/platform/kernel/ids.ts';
import type { Money } from '@parterre/platform/kernel/money.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Event } from '../../domain/event.ts';
import type { RequestedPlaces } from '../../domain/requested-places.ts';
import type { HoldRow, SeatHold } from '../../domain/seat-hold.ts';
import type { SeatCode } from '../../domain/seat-state.ts';

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
