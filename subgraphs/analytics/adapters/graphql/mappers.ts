import type { PriceZoneId, TicketTypeId } from '@parterre/contracts/kernel/ids.ts';
import type { ServiceAsked } from '@parterre/platform/operations/operations-resolvers.ts';
import type { ConsumerStatus } from '@parterre/platform/operations/read-status.ts';
import type { ShownDeadLetter } from '@parterre/platform/operations/show-dead-letter.ts';
import type { EventPart, EventSales, EventSums, OverviewSums, SalesQuery } from '../../application/ports.ts';
import type { SalesGroup } from '../../domain/sales-part.ts';

/** What stands behind the types of the schema. */
export type EventMapper = { readonly id: string };
export type ArtistMapper = { readonly id: string };
export type EventStatisticsMapper = EventSums;
/** Its key is null for tickets from before there were types. */
export type TicketTypeSalesMapper = SalesGroup<TicketTypeId | null, EventPart>;
export type PriceZoneSalesMapper = SalesGroup<PriceZoneId, EventPart>;
export type TicketTypeMapper = { readonly id: string };
export type PriceZoneMapper = { readonly id: string };
export type EventSalesMapper = EventSales;
/** The period in whole hours. */
export type SalesOverviewMapper = SalesQuery & OverviewSums;

// What operators see.
export type ServiceStatusMapper = ServiceAsked;
export type ConsumerStatusMapper = ConsumerStatus;
export type DeadLetterMapper = ShownDeadLetter;
