import type { PriceZoneId, SeatId, SectionId } from '@parterre/contracts/kernel/ids.ts';
import type { Money } from '@parterre/contracts/kernel/money.ts';

/** One place of a booking, with the price that the events subgraph named when it held the place. */
export interface Place {
  /** Null for one place in a standing section. */
  readonly seatId: SeatId | null;
  readonly sectionId: SectionId;
  readonly priceZoneId: PriceZoneId;
  readonly price: Money;
}
