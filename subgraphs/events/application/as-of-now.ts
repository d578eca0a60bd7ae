import type { EventId, PriceZoneId, SeatId, SectionId } from '@parterre/contracts/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { inLockOrder, type PlacesOfEvent, type StandingRequest } from '../domain/requested-places.ts';
import type { Dependencies } from './dependencies.ts';
import type { EquivalentZones } from './ports/plan-changes.ts';

/**
 * Places with their seats in the identifiers of the event's plan of now; null when that is what they have, or when two of
 * the seats are one. Asked only for seats that the event does not know: few events ever come to another plan.
 */
export async function seatsAsOfNow<Places extends Omit<PlacesOfEvent, 'standing'>>(
  { planChanges }: Pick<Dependencies, 'planChanges'>,
  tx: Transaction,
  places: Places,
): Promise<Places | null> {
  const present = await planChanges.presentSeats(tx, places.eventId, places.seatIds);
  if (!isOther(places.seatIds, present)) return null;
  const types = places.seatIds.flatMap((id, place) => {
    const [presentId, type] = [present[place], places.seatTypes?.[id]];
    return presentId && type ? [[presentId, type] as const] : [];
  });
  return { ...places, seatIds: present, seatTypes: Object.fromEntries(types) };
}

/**
 * The same of requests for standing places. They come in the order of their sections of now, in which everybody locks them:
 * in the plan before these may have stood in another one.
 */
export async function standingAsOfNow(
  { planChanges }: Pick<Dependencies, 'planChanges'>,
  tx: Transaction,
  eventId: EventId,
  standing: readonly StandingRequest[],
): Promise<readonly StandingRequest[] | null> {
  const sectionIds = standing.map(({ sectionId }) => sectionId);
  const present = await planChanges.presentSections(tx, eventId, sectionIds);
  if (!isOther(sectionIds, present)) return null;
  const renamed = standing.map((request, place) => ({
    ...request,
    sectionId: present[place] ?? request.sectionId,
  }));
  return renamed.sort(inLockOrder);
}

/** Places of an event as its plan of now has them, each where it was asked for; what was never of the event stays as it is. */
export function presentPlaces(
  { database, planChanges }: Pick<Dependencies, 'database' | 'planChanges'>,
  { eventId, seatIds, sectionIds }: NamedPlaces,
): Promise<Omit<NamedPlaces, 'eventId'>> {
  return database.transaction(async (tx) => ({
    seatIds: await planChanges.presentSeats(tx, eventId, seatIds),
    sectionIds: await planChanges.presentSections(tx, eventId, sectionIds),
  }));
}

/** Of these zones, each with those of its key in the event's other plans, of now or before; without any it is left out. */
export function equivalentZones(
  { database, planChanges }: Pick<Dependencies, 'database' | 'planChanges'>,
  { eventId, priceZoneIds }: { readonly eventId: EventId; readonly priceZoneIds: readonly PriceZoneId[] },
): Promise<readonly EquivalentZones[]> {
  return database.transaction((tx) => planChanges.equivalentZones(tx, eventId, priceZoneIds));
}

interface NamedPlaces {
  readonly eventId: EventId;
  readonly seatIds: readonly SeatId[];
  readonly sectionIds: readonly SectionId[];
}

/** Named once as it is now and once as it was: no request that a client can mean. */
function isOther(named: readonly string[], present: readonly string[]): boolean {
  return present.some((id, place) => id !== named[place]) && new Set(present).size === present.length;
}
