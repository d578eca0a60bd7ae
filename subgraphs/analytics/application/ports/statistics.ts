import type { CurrencyCode } from '@parterre/platform/kernel/money.ts';
import type { Period } from '../../domain/period.ts';

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
    page: { readonly limit: number; readonly after: OverviewCursor | null },
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

export interface OverviewCursor {
  readonly startsAt: Date;
  readonly eventId: string;
}

export interface EventOverview extends Counts, OverviewCursor {
  readonly revenue: bigint;
  readonly currency: CurrencyCode;
}
