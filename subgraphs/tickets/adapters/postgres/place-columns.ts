import type { BookedPlace } from '../../domain/booking.ts';

/** Items or tickets of a booking by columns: what unnest makes rows of again, in the order in which all statements name them. */
export function columnsOf(places: readonly BookedPlace[]) {
  return [
    places.map(({ position }) => position),
    places.map(({ seatId }) => seatId),
    places.map(({ sectionId }) => sectionId),
    places.map(({ priceZoneId }) => priceZoneId),
    places.map(({ ticketTypeId }) => ticketTypeId),
    places.map(({ price }) => price.minor),
    places.map(({ paid }) => paid.minor),
    places.map(({ points }) => points?.minor),
  ] as const;
}
