import type {
  BookingId,
  EventId,
  EventSeriesId,
  PriceZoneId,
  SeatId,
  SectionId,
  UserId,
} from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { Rejection } from '@parterre/platform/kernel/rejection.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { PricedPlace, PromoCode, PromoCodeId, PromoRules } from '../../domain/promo-code.ts';
import type { NamedPromo } from '../../domain/promo-rules.ts';
import type { Reservation } from '../../domain/reservation.ts';

/** Discounts set aside for bookings. */
export interface Reservations {
  find(tx: Transaction, bookingId: BookingId): Promise<Reservation | null>;

  /** False when the booking has one: then nothing happens. */
  insert(tx: Transaction, reservation: Reservation, now: Date): Promise<boolean>;

  /** Ends a reservation that was RESERVED until now. Throws when it was not. */
  end(tx: Transaction, bookingId: BookingId, state: 'COMMITTED' | 'RELEASED'): Promise<void>;

  /** Adds to what refunds came to: of the discount, and points returned. */
  addRefund(
    tx: Transaction,
    bookingId: BookingId,
    refund: { readonly discountMinor: bigint; readonly pointsMinor: bigint; readonly points: number },
  ): Promise<void>;
}

/**
 * The promo codes that there are. A code is found by its key (`promoKeyOf`): the one in use, or the last that was. Whoever
 * locks accounts too locks the account first.
 */
export interface PromoCodes {
  /** False when a code in use has its key: then nothing happens. */
  insert(tx: Transaction, promoCode: PromoCode, key: string): Promise<boolean>;

  find(key: string, tx?: Transaction): Promise<PromoCode | null>;

  /** The same, locked until the transaction ends: its uses and what it took off change by nobody else meanwhile. */
  lock(tx: Transaction, key: string): Promise<PromoCode | null>;

  /** A code by its identifier, locked. */
  lockById(tx: Transaction, id: PromoCodeId): Promise<PromoCode | null>;

  deactivate(tx: Transaction, id: PromoCodeId, now: Date): Promise<void>;

  /** Codes by age, the newest first: at most `limit` that are older than `after`; of one maker where one is named. */
  list(
    page: { readonly limit: number; readonly after: PromoCodeId | null },
    createdBy: UserId | null,
  ): Promise<PromoCode[]>;
}

/** Which bookings have which code. The sums that codes keep of them change in the same statement. */
export interface PromoUses {
  /** What a user did before: within a transaction that has locked the account, nothing changes it. */
  historyOf(
    promoCodeId: PromoCodeId,
    userId: UserId,
    tx?: Transaction,
  ): Promise<Omit<NamedPromo, 'promoCode'>>;

  /**
   * The booking, which has a reservation, has the code from now on, which is locked until the transaction ends. False when
   * the code is out of use, or has no room for it in its uses or its budget: then nothing happens.
   */
  add(
    tx: Transaction,
    use: {
      readonly bookingId: BookingId;
      readonly promoCodeId: PromoCodeId;
      readonly userId: UserId;
      readonly discountMinor: bigint;
    },
  ): Promise<boolean>;

  /** Of what the code takes off the booking this much fell to refunded tickets. Nothing happens where it has none. */
  addRefund(tx: Transaction, bookingId: BookingId, refundedMinor: bigint): Promise<void>;

  /** The booking has its code no longer. Nothing happens where it has none. */
  end(tx: Transaction, bookingId: BookingId): Promise<void>;
}

/** Places whose prices are asked for. */
export interface WantedPlaces {
  readonly eventId: EventId;
  readonly seatIds: readonly SeatId[];
  /** Those of the seats that have not the event's first ticket type. */
  readonly seatTypes: readonly { readonly seatId: SeatId; readonly ticketTypeId: string }[];
  readonly standing: readonly {
    readonly sectionId: SectionId;
    readonly quantity: number;
    readonly ticketTypeId: string | null;
  }[];
}
/** What places cost, with what a discount depends on beside. */
export interface QuotedPlaces {
  readonly organizerId: UserId;
  readonly currency: CurrencyCode;
  readonly places: readonly PricedPlace[];
}
export type PlacesRefusal =
  | 'EVENT_NOT_FOUND'
  | 'EVENT_NOT_ON_SALE'
  | 'SEAT_NOT_FOUND'
  | 'SECTION_NOT_FOUND'
  | 'TICKET_TYPE_NOT_FOUND'
  | 'TICKET_TYPE_RULES'
  | 'TOO_MANY_SEATS';

/** What a code names. */
export type NamedTargets = Pick<PromoRules, 'eventIds' | 'seriesIds' | 'organizerIds' | 'priceZoneIds'>;
/** What there is of that, and whose it is. */
export interface KnownTargets {
  readonly organizerOf: ReadonlyMap<EventId | EventSeriesId, UserId>;
  /** Those who run a venue, without which nobody has an event. */
  readonly organizerIds: ReadonlySet<UserId>;
  readonly priceZoneIds: ReadonlySet<PriceZoneId>;
}

/** The events, kept by the events subgraph. An outage throws. */
export interface Events {
  quote(places: WantedPlaces): Promise<QuotedPlaces | Rejection<PlacesRefusal>>;

  /**
   * Of each of these zones, those that it is in the other plans that the event is or was on; a zone of no other plan is
   * missing.
   */
  equivalentZones(
    eventId: EventId,
    priceZoneIds: readonly PriceZoneId[],
  ): Promise<ReadonlyMap<PriceZoneId, readonly PriceZoneId[]>>;

  /** The series that the event is a slot of, which never changes; null when it stands alone, or there is no such event. */
  seriesOf(eventId: EventId): Promise<EventSeriesId | null>;

  /** Those of what a code names that there are; what is none is missing. */
  targets(named: NamedTargets): Promise<KnownTargets>;
}
