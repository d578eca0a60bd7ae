import type { EventOverview, EventSums, OverviewSums } from '../../application/ports.ts';
import type { Period } from '../../domain/period.ts';

/** What stands behind the types of the schema. */
export type EventMapper = { readonly id: string };
export type ArtistMapper = { readonly id: string };
export type EventStatisticsMapper = EventSums;
export type EventSalesMapper = EventOverview;
/** The period in whole hours; null stands for every organizer. */
export type SalesOverviewMapper = Period & OverviewSums & { readonly organizerId: string | null };
