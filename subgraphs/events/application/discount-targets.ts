import type { EventId, EventSeriesId, PriceZoneId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { Dependencies } from './dependencies.ts';
import type { OrganizedEvent } from './ports/catalogue.ts';
import type { OrganizedSeries } from './ports/series.ts';

/** What a promo code is to be limited to. */
export interface WantedTargets {
  readonly eventIds: readonly EventId[];
  readonly priceZoneIds: readonly PriceZoneId[];
  readonly seriesIds: readonly EventSeriesId[];
  readonly organizerIds: readonly UserId[];
}

export interface DiscountTargets {
  readonly events: readonly OrganizedEvent[];
  readonly priceZoneIds: readonly string[];
  readonly series: readonly OrganizedSeries[];
  /** Those who run a venue, without which nobody has an event. */
  readonly organizerIds: readonly UserId[];
}

/** Those of the wanted that there are, drafts too. Of what is not named nothing is read. */
export async function discountTargets(
  { events, planParts, series, venues }: Pick<Dependencies, 'events' | 'planParts' | 'series' | 'venues'>,
  { eventIds, priceZoneIds, seriesIds, organizerIds }: WantedTargets,
): Promise<DiscountTargets> {
  const zones = priceZoneIds.length > 0 ? await planParts.zones(priceZoneIds) : new Map<string, unknown>();
  return {
    events: eventIds.length > 0 ? await events.organizersOf(eventIds) : [],
    priceZoneIds: [...zones.keys()],
    series: seriesIds.length > 0 ? await series.organizersOf(seriesIds) : [],
    organizerIds: organizerIds.length > 0 ? await venues.organizersAmong(organizerIds) : [],
  };
}
