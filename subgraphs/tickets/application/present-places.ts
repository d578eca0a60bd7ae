import type { EventId, SeatId, SectionId } from '@parterre/contracts/kernel/ids.ts';
import type { Dependencies } from './dependencies.ts';

/** A place as a booking or a ticket names it. */
export interface NamedPlace {
  readonly eventId: EventId;
  /** Null for a standing place. */
  readonly seatId: SeatId | null;
  readonly sectionId: SectionId;
}

/**
 * Places, each as the hall names it that its event has been moved into; those of all other events as they were sold. Few events
 * are ever moved into another hall, and only for these the events subgraph is asked.
 *
 * @throws when the events subgraph does not answer
 */
export async function presentPlaces(
  { reads, places: ticketPlaces }: Pick<Dependencies, 'reads' | 'places'>,
  places: readonly NamedPlace[],
): Promise<readonly NamedPlace[]> {
  const eventIds = [...new Set(places.map(({ eventId }) => eventId))];
  const moved = await reads.movedIntoOtherHalls(eventIds);
  if (moved.length === 0) return places;
  const present = new Map<string, string>();
  for (const eventId of moved) {
    const ofEvent = places.filter((place) => place.eventId === eventId);
    const seatIds = [...new Set(ofEvent.flatMap(({ seatId }) => seatId ?? []))];
    const sectionIds = [...new Set(ofEvent.map(({ sectionId }) => sectionId))];
    const now = await ticketPlaces.present(eventId, seatIds, sectionIds);
    for (const [index, id] of now.seatIds.entries()) present.set(seatIds[index] ?? id, id);
    for (const [index, id] of now.sectionIds.entries()) present.set(sectionIds[index] ?? id, id);
  }
  return places.map((place) => ({
    ...place,
    seatId: place.seatId && ((present.get(place.seatId) ?? place.seatId) as SeatId),
    sectionId: (present.get(place.sectionId) ?? place.sectionId) as SectionId,
  }));
}
