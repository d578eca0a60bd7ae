import type { EventId } from '@parterre/contracts/kernel/ids.ts';
import type { PricedBooking } from '../domain/discount.ts';
import {
  dependsOnOtherPlans,
  dependsOnSeries,
  type PricedPlace,
  type PromoCode,
} from '../domain/promo-code.ts';
import type { Dependencies } from './dependencies.ts';

/** Whether it takes the events subgraph to tell if a code is for a booking's event and places. */
export function isIncompleteFor(promoCode: PromoCode, booking: PricedBooking): boolean {
  return dependsOnSeries(promoCode, booking) || dependsOnOtherPlans(promoCode, booking.places);
}

/**
 * The booking with what else it takes to tell whether the code is for it: the series that its event is a slot of, and the zones
 * of its places in the event's other plans, for a code may have been made when the event was on one of those, and a hold too.
 * What takes neither is answered as it is. Asks the events subgraph, whose outage throws, so never within a transaction.
 */
export async function completeBooking<Booking extends PricedBooking>(
  { events }: Pick<Dependencies, 'events'>,
  promoCode: PromoCode,
  booking: Booking,
): Promise<Booking> {
  const { eventId } = booking;
  const [seriesId, places] = await Promise.all([
    dependsOnSeries(promoCode, booking) ? events.seriesOf(eventId) : booking.seriesId,
    dependsOnOtherPlans(promoCode, booking.places)
      ? withEquivalentZones(events, eventId, booking.places)
      : booking.places,
  ]);
  return { ...booking, ...(seriesId !== undefined && { seriesId }), places };
}

async function withEquivalentZones(
  events: Dependencies['events'],
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
