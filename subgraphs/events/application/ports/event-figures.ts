import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import type { Money } from '@parterre/contracts/kernel/money.ts';

/** What places of an event cost, over all zones that have any and all ticket types. */
export interface PriceRange {
  readonly lowest: Money;
  readonly highest: Money;
}

/** Seats and standing places of an event, counted at one moment. */
export interface PlaceCount {
  /** All that there are. */
  readonly places: number;
  /** Those of the kind that was counted. */
  readonly count: number;
}

/** What lists show of events: one statement for any number of them. */
export interface EventFigures {
  /** Events without prices are missing. */
  priceRanges(eventIds: readonly EventId[]): Promise<ReadonlyMap<string, PriceRange>>;
  // Every one of the events has an entry. Each of its seats is looked at: 15 ms for 40,000.

  /** Those that can be bought; holds whose time has run out are free, blocked seats are not. */
  freePlaces(eventIds: readonly EventId[]): Promise<ReadonlyMap<string, PlaceCount>>;
  /** Those that were paid for and not given back; what is held is not sold. */
  soldPlaces(eventIds: readonly EventId[]): Promise<ReadonlyMap<string, PlaceCount>>;
}
