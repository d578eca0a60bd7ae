import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import type { PricedPlace } from '../domain/promo-code.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * Places with the zones that they are in by the event's other plans: a code may have been made when the event was on one of
 * those, and a hold too. Asks the events subgraph, whose outage throws, so never within a transaction.
 */
export async function withEquivalentZones(
  { events }: Pick<Dependencies, 'events'>,
  eventId: EventId,
  places: readonly PricedPlace[],
): Promise<readonly PricedPlace[]> {
  const zoneIds = [...new Set(places.flatMap(({ priceZoneId }) => priceZoneId ?? []))];
  const equivalent = await events.equivalentZones(eventId, zoneIds);
  return places.map((place) => ({
    ...place,
    equivalentZoneIds: (place.priceZoneId && equivalent.get(place.priceZoneId)) ?? [],
  }));
}
