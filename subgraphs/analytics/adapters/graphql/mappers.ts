import type { EventSales, EventSums, OverviewSums, SalesQuery } from '../../application/ports.ts';

/** What stands behind the types of the schema. */
export type EventMapper = { readonly id: string };
export type ArtistMapper = { readonly id: string };
export type EventStatisticsMapper = EventSums;
export type EventSalesMapper = EventSales;
/** The period in whole hours. */
export type SalesOverviewMapper = SalesQuery & OverviewSums;
