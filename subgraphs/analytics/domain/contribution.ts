import type { ArtistId, EventId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';

/** What one fact says for the statistics. Contributions may be added up in any order. */
export type Contribution = EventState | Sales;

/** How an event is, as of a moment; the newest state counts, whichever arrives last. */
export interface EventState {
  readonly kind: 'event';
  readonly eventId: EventId;
  readonly organizerId: UserId;
  readonly startsAt: Date;
  /** Seats and standing places. */
  readonly capacity: number;
  readonly currency: CurrencyCode;
  readonly artistIds: readonly ArtistId[];
}

/** Tickets sold or given back within an hour. Money in minor units, negative when it went back. */
export interface Sales {
  readonly kind: 'sales';
  readonly eventId: EventId;
  readonly hour: Date;
  readonly sold: number;
  readonly refunded: number;
  readonly revenue: bigint;
  readonly currency: CurrencyCode;
}
