import type { ArtistId, EventId, PriceZoneId, TicketTypeId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { SalesPart } from './sales-part.ts';

/** What one fact says for the statistics. Contributions may be added up in any order. */
export type Contribution = EventState | Sales;

/** How an event is, as of a moment; the newest state counts, whichever arrives last. */
export interface EventState {
  readonly kind: 'event';
  readonly eventId: EventId;
  readonly organizerId: UserId;
  readonly startsAt: Date;
  /** IANA zone of the venue. */
  readonly timeZone: string;
  /** Seats and standing places. */
  readonly capacity: number;
  readonly currency: CurrencyCode;
  readonly artistIds: readonly ArtistId[];
  /** What its ticket types and price zones are called. Those of an older state that are gone keep their names. */
  readonly labels: readonly OfferedLabel[];
}

export interface OfferedLabel {
  readonly id: TicketTypeId | PriceZoneId;
  readonly label: string;
  /** Where it stands among the ticket types, or among the price zones, from 0. */
  readonly place: number;
}

/** Tickets sold or given back at a time. Money in minor units, negative when it went back. */
export interface Sales {
  readonly kind: 'sales';
  readonly eventId: EventId;
  readonly hour: Date;
  readonly quarter: Date;
  readonly sold: number;
  readonly refunded: number;
  readonly revenue: bigint;
  readonly currency: CurrencyCode;
  /** The same by ticket type and price zone, each pair once. */
  readonly parts: readonly SalesPart[];
}
