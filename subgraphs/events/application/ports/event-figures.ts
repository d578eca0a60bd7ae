import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import type { Money } from '@parterre/contracts/kernel/money.ts';

/** What places of an event cost, over all zones that have any and all ticket types. */
export interface PriceRange {
  readonly lowest: Money;
  readonly highest: Money;
}

/** Seats and standing places of an event. */
export interface PlaceCount {
  readonly places: number;
  /** Those that could be bought at the moment of the count; holds whose time had run out are free, blocked seats are not. */
  readonly free: number;
}

/** What lists show of events: one statement for any number of them. */
export interface EventFigures {
  /** Events without prices are missing. */
  priceRanges(eventIds: readonly EventId[]): Promise<ReadonlyMap<string, PriceRange>>;
  /** Every one of the events has an entry. Looks at each of its seats: 15 ms for 40,000. */
  placeCounts(eventIds: readonly EventId[]): Promise<ReadonlyMap<string, PlaceCount>>;
}
