import type { CurrencyCode } from '@parterre/contracts/kernel/money.ts';
import type { FactEnvelope } from '@parterre/platform/bus/bus.ts';
import type { Sql } from '@parterre/platform/postgres/database.ts';
import type { Contribution } from '../domain/contribution.ts';
import type { Period } from '../domain/period.ts';

/** The facts as they came, and the sums that are made of them. */
export interface FactStore {
  /** Keeps a fact for good; false, and nothing kept, when it is there already. */
  keep(tx: Sql, fact: FactEnvelope): Promise<boolean>;
  /** Adds what a fact says to the sums. The caller sees to it that each fact is added once. */
  add(tx: Sql, fact: Pick<FactEnvelope, 'id' | 'time'>, contribution: Contribution): Promise<void>;

  /** Keeps everybody from adding until the transaction ends; readers go on reading the sums as they were. */
  close(tx: Sql): Promise<void>;
  /** Sets every sum to nothing; the facts stay. */
  clear(tx: Sql): Promise<void>;
  /** Facts in the order in which they were kept, from after `after` on. */
  kept(tx: Sql, after: string, limit: number): Promise<{ position: string; fact: FactEnvelope }[]>;

  /** By which rules the sums were made; 0 when never. */
  rules(sql: Sql): Promise<number>;
  setRules(tx: Sql, version: number): Promise<void>;
}

/** The sums, as they are asked for. */
export interface Statistics {
  /** By event; events that have not been on sale are left out. */
  ofEvents(eventIds: readonly string[]): Promise<EventSums[]>;
  /** Sales over time by event, oldest first: by hour, or by day or month where there are too many hours. */
  overTime(eventIds: readonly string[]): Promise<SalesPoint[]>;
  /** For each request, in the same order. */
  ofArtists(commands: readonly ArtistCommand[]): Promise<ArtistSums[]>;
  /** All that was sold over the period, of one organizer's events or of all. Whole hours. */
  overview(period: Period, organizerId: string | null): Promise<OverviewSums>;
  /** The same by event, the latest show first, beginning after `after`. */
  overviewByEvent(
    period: Period,
    organizerId: string | null,
    page: { readonly limit: number; readonly after: { readonly time: Date; readonly id: string } | null },
  ): Promise<EventOverview[]>;
}

interface Counts {
  readonly sold: number;
  readonly refunded: number;
}

export interface EventSums extends Counts {
  readonly eventId: string;
  readonly organizerId: string;
  readonly capacity: number;
  /** Minor units. */
  readonly revenue: bigint;
  readonly currency: CurrencyCode;
}

export interface SalesPoint extends Counts {
  readonly eventId: string;
  readonly at: Date;
}

export interface ArtistCommand extends Period {
  readonly artistId: string;
}

export interface ArtistSums {
  readonly eventCount: number;
  readonly visitorCount: number;
}

export interface OverviewSums extends Counts {
  readonly eventCount: number;
  readonly revenue: readonly { readonly minor: bigint; readonly currency: CurrencyCode }[];
}

export interface EventOverview extends Counts {
  readonly startsAt: Date;
  readonly eventId: string;
  readonly revenue: bigint;
  readonly currency: CurrencyCode;
}
