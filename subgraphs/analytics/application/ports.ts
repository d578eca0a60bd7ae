import type { ArtistId, EventId, PriceZoneId, TicketTypeId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { InboxEntry } from '@parterre/platform/service/use-case.ts';
import type { SumRow } from '../domain/compare-sums.ts';
import type { Contribution, Sales } from '../domain/contribution.ts';
import type { OpenPeriod, Period } from '../domain/period.ts';
import type { Amounts, OfferedPart } from '../domain/sales-part.ts';

/** The facts as they came, and the sums that are made of them. */
export interface FactStore {
  /** Keeps a fact for good, and by which rules it is added; false, and nothing kept, when it is there already. */
  keep(tx: Transaction, fact: FactEnvelope, rules: number): Promise<boolean>;
  /** Adds what a fact says to the sums. The caller sees to it that each fact is added once. */
  add(tx: Transaction, fact: Pick<FactEnvelope, 'id' | 'time'>, contribution: Contribution): Promise<void>;
  /**
   * Notes a fact about sales in the inbox, keeps it and adds it to the sums, all in one statement; false when it did nothing.
   * Commits without waiting for the disk.
   */
  recordSales(entry: InboxEntry, fact: FactEnvelope, rules: number, sales: Sales): Promise<boolean>;
  /** Lets the transaction commit without waiting for the disk: facts can be read from the bus again. */
  commitLater(tx: Transaction): Promise<void>;

  /**
   * Keeps everybody from adding until the transaction ends; those under way are waited for. Readers go on reading the sums
   * as they were.
   *
   * @throws DatabaseBusy when they take longer than any lock is waited for, as another rebuild does
   */
  close(tx: Transaction): Promise<void>;
  /** Sets every sum to nothing; the facts stay. */
  clear(tx: Transaction): Promise<void>;
  /** Facts in the order in which they were kept, from after `after` on. */
  kept(tx: Transaction, after: string, limit: number): Promise<{ position: string; fact: FactEnvelope }[]>;

  /** The events after `after` that any sum is of. Within `tx`, or, where it is null, as all others see them. */
  eventIds(tx: Transaction | null, after: string, limit: number): Promise<EventId[]>;
  /** Every row of sums of these events, each by a name that is its own. */
  sums(tx: Transaction | null, eventIds: readonly EventId[]): Promise<SumRow[]>;

  /** How the sums were made the last time. Within `tx`, or, where it is null, as all others see it. */
  made(tx: Transaction | null): Promise<MadeSums>;
  setMade(tx: Transaction, made: MadeSums): Promise<void>;
  /** The newest fact that was added since by older rules than these; null for none. */
  newestOfOlderRules(tx: Transaction | null, rules: number, since: string): Promise<string | null>;
}

/** How sums were made anew; those of later facts were added to them. */
export interface MadeSums {
  /** By which rules; 0 when they never were. */
  readonly rules: number;
  /** The position of the last fact that they were made of; '0' for none. */
  readonly position: string;
}

/** The sums, as they are read. */
export interface Statistics {
  /** By event; events that have not been on sale are left out. */
  eventStatistics(eventIds: readonly EventId[]): Promise<EventSums[]>;
  /** One part for each ticket type and price zone of which tickets were sold, by event. */
  salesByType(eventIds: readonly EventId[]): Promise<EventPart[]>;
  /** For each of them, in the same order: the oldest points first, and one more than `most` where there are more. */
  salesOverTime(queries: readonly SalesOverTimeQuery[], most: number): Promise<SalesPoint[][]>;
  /** By day (of the venue), ticket type and price zone, in this order; the first `limit` of them. */
  salesByDay(query: OpenPeriod & { readonly eventId: EventId }, limit: number): Promise<DaySales[]>;
  /** For each of them, in the same order. */
  artistStatistics(queries: readonly ArtistQuery[]): Promise<ArtistSums[]>;
  /** All that was sold over the period, of one organizer's events or of all. Whole hours. */
  salesOverview(query: SalesQuery): Promise<OverviewSums>;
  /** The same by event, the latest show first, beginning after `after`. */
  eventSales(
    query: SalesQuery,
    page: { readonly limit: number; readonly after: { readonly time: Date; readonly id: EventId } | null },
  ): Promise<EventSales[]>;
}

export interface SalesQuery extends Period {
  /** Null for all organizers together. */
  readonly organizerId: UserId | null;
}

interface Counts {
  readonly sold: number;
  readonly refunded: number;
}

export interface EventSums extends Counts {
  readonly eventId: EventId;
  readonly organizerId: UserId;
  readonly capacity: number;
  /** Minor units. */
  readonly revenue: bigint;
  readonly currency: CurrencyCode;
}

export interface EventPart extends OfferedPart {
  readonly eventId: EventId;
  readonly currency: CurrencyCode;
}

/** What a point of sales over time is about. */
export type SalesBucket = 'HOUR' | 'DAY' | 'MONTH';

/** The points that reach into the period, each of them whole. */
export interface SalesOverTimeQuery extends OpenPeriod {
  readonly eventId: EventId;
  /** Null for the finest that gives no more points than are wanted. */
  readonly bucket: SalesBucket | null;
}

export interface SalesPoint extends Counts {
  readonly at: Date;
}

export interface DaySales extends Amounts {
  /** As the venue counts days: 2027-03-01. */
  readonly day: string;
  readonly ticketTypeId: TicketTypeId | null;
  /** Null where no fact has said what it is called. */
  readonly ticketType: string | null;
  readonly priceZoneId: PriceZoneId;
  readonly priceZone: string | null;
  readonly currency: CurrencyCode;
}

export interface ArtistQuery extends Period {
  readonly artistId: ArtistId;
  /** Whose events count; null for everybody's. */
  readonly organizerId: UserId | null;
}

export interface ArtistSums {
  readonly eventCount: number;
  readonly visitorCount: number;
}

export interface OverviewSums extends Counts {
  readonly eventCount: number;
  readonly revenue: readonly { readonly minor: bigint; readonly currency: CurrencyCode }[];
}

export interface EventSales extends Counts {
  readonly startsAt: Date;
  readonly eventId: EventId;
  readonly revenue: bigint;
  readonly currency: CurrencyCode;
}
