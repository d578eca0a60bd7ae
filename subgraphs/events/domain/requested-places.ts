import type { BookingId, EventId, SeatId, SectionId, UserId } from '@parterre/contracts/kernel/ids.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { MOST_SEATS_PER_USER } from './event.ts';

/** Places of an event, each once. Seats and sections are in a fixed order. */
export interface PlacesOfEvent {
  readonly eventId: EventId;
  readonly seatIds: readonly SeatId[];
  readonly standing: readonly StandingRequest[];
}
/** The places that a booking wants: all of them or none. */
export interface RequestedPlaces extends PlacesOfEvent {
  readonly bookingId: BookingId;
  readonly userId: UserId;
}
export interface StandingRequest {
  readonly sectionId: SectionId;
  readonly quantity: number;
}

export interface PlacesInput {
  readonly eventId: string;
  readonly seatIds: readonly string[];
  readonly standing: readonly { readonly sectionId: string; readonly quantity: number }[];
}
export interface RequestedPlacesInput extends PlacesInput {
  readonly bookingId: string;
  readonly userId: string;
}

export type CommandRefusal = Rejection<
  'EVENT_NOT_FOUND' | 'SEAT_NOT_FOUND' | 'SECTION_NOT_FOUND' | 'TOO_MANY_SEATS'
>;

/** Reads the request of a booking. */
export function readRequestedPlaces(input: RequestedPlacesInput): RequestedPlaces | CommandRefusal {
  const places = readPlaces(input);
  if (isRejection(places)) return places;
  return { bookingId: input.bookingId as BookingId, userId: input.userId as UserId, ...places };
}

/** Reads places: nothing named twice, at least one place, in an order that all transactions share. */
export function readPlaces(input: PlacesInput): PlacesOfEvent | CommandRefusal {
  if (!isId<'Event'>(input.eventId)) {
    return reject('EVENT_NOT_FOUND', 'expected an event, got an identifier of none', ['eventId']);
  }
  const seatIds = [...new Set(input.seatIds)].filter((id) => isId<'Seat'>(id)).sort();
  if (seatIds.length < new Set(input.seatIds).size) {
    return reject('SEAT_NOT_FOUND', 'expected seats of the event, got an identifier of none', ['seatIds']);
  }
  const quantities = new Map<SectionId, number>();
  for (const [index, { sectionId, quantity }] of input.standing.entries()) {
    if (!isId<'Section'>(sectionId)) {
      const message = 'expected a standing section of the event, got an identifier of none';
      return reject('SECTION_NOT_FOUND', message, ['standing', String(index), 'sectionId']);
    }
    if (!Number.isInteger(quantity) || quantity < 1) {
      const message = `expected at least one standing place, got ${quantity}`;
      return reject('TOO_MANY_SEATS', message, ['standing', String(index), 'quantity']);
    }
    quantities.set(sectionId, (quantities.get(sectionId) ?? 0) + quantity);
  }
  const standing = [...quantities]
    .map(([sectionId, quantity]) => ({ sectionId, quantity }))
    .sort((a, b) => (a.sectionId < b.sectionId ? -1 : 1));
  const wanted = { eventId: input.eventId, seatIds, standing };
  const places = countPlaces(wanted);
  // No event sets a higher limit, so a longer request is refused before the database is asked.
  if (places < 1 || places > MOST_SEATS_PER_USER) {
    return reject('TOO_MANY_SEATS', `expected 1 to ${MOST_SEATS_PER_USER} places, got ${places}`, [
      'seatIds',
    ]);
  }
  return wanted;
}

export function countPlaces(requested: Pick<PlacesOfEvent, 'seatIds' | 'standing'>): number {
  return requested.seatIds.length + requested.standing.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Refuses what would put one buyer over the event's limit. Sold places do not count, held ones do. */
export function checkBuyerLimit(
  wanted: number,
  alreadyHeld: number,
  maxSeatsPerUser: number,
): Rejection<'TOO_MANY_SEATS'> | undefined {
  if (wanted + alreadyHeld <= maxSeatsPerUser) return undefined;
  return reject(
    'TOO_MANY_SEATS',
    `expected at most ${maxSeatsPerUser} places held by one buyer at this event, got ${wanted} more than the ${alreadyHeld} held already`,
    ['seatIds'],
  );
}

/** Refuses what would put one buyer over a limit for all events together. */
export function checkLimitInAll(
  wanted: number,
  alreadyHeld: number,
  mostHeldInAll: number,
): Rejection<'TOO_MANY_SEATS_IN_ALL'> | undefined {
  if (wanted + alreadyHeld <= mostHeldInAll) return undefined;
  return reject(
    'TOO_MANY_SEATS_IN_ALL',
    `expected at most ${mostHeldInAll} places held by this buyer in all, got ${wanted} more than the ${alreadyHeld} held already`,
    ['seatIds'],
  );
}

/** Whether two requests of one booking are for the same places by the same buyer. */
export function isSameCommand(
  one: Omit<RequestedPlaces, 'bookingId'>,
  other: Omit<RequestedPlaces, 'bookingId'>,
): boolean {
  return canonical(one) === canonical(other);
}

function canonical({ userId, eventId, seatIds, standing }: Omit<RequestedPlaces, 'bookingId'>): string {
  return JSON.stringify([userId, eventId, seatIds, standing.map((part) => [part.sectionId, part.quantity])]);
}
