import type { BookingId, EventId, PriceZoneId, SectionId } from '@parterre/platform/kernel/ids.ts';
import type { Money } from '@parterre/platform/kernel/money.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Event } from '../../domain/event.ts';
import type { StandingRequest } from '../../domain/requested-places.ts';

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
