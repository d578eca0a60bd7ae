import type { ArtistId, EventId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import type { Contribution } from '../domain/contribution.ts';
import type { Period } from '../domain/period.ts';

/** The facts as they came, and the sums that are made of them. */
export interface FactStore {
  /** Keeps a fact for good; false, and nothing kept, when it is there already. */
  keep(tx: Transaction, fact: FactEnvelope): Promise<boolean>;
  /** Adds what a fact says to the sums. The caller sees to it that each fact is added once. */
  add(tx: Transaction, fact: Pick<FactEnvelope, 'id' | 'time'>, contribution: Contribution): Promise<void>;
  /** Lets the transaction commit without waiting for the disk: facts can be read from the bus again. */
  commitLater(tx: Transaction): Promise<void>;

  /**
   * Keeps everybody from adding until the transaction ends; those under way are waited for, a minute at most. Readers go
   * on reading the sums as they were.
   */
  close(tx: Transaction): Promise<void>;
  /** Sets every sum to nothing; the facts stay. */
  clear(tx: Transaction): Promise<void>;
  /** Facts in the order in which they were kept, from after `after` on. */
  kept(tx: Transaction, after: string, limit: number): Promise<{ position: string; fact: FactEnvelope }[]>;

  /** By which rules the sums were made; 0 when never. */
  rules(): Promise<number>;
  setRules(tx: Transaction, version: number): Promise<void>;
}

/** The sums, as they are read. */
export interface Statistics {
  /** By event; events that have not been on sale are left out. */
  eventStatistics(eventIds: readonly EventId[]): Promise<EventSums[]>;
  /** Sales over time by event, oldest first: by hour, or by day or month where there are too many hours. */
  salesOverTime(eventIds: readonly EventId[]): Promise<SalesPoint[]>;
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

export interface SalesPoint extends Counts {
  readonly eventId: EventId;
  readonly at: Date;
}

export interface ArtistQuery extends Period {
  readonly artistId: ArtistId;
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
