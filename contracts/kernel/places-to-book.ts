import { isId } from '@parterre/platform/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';

/**
 * Places of one booking at most, and so its items and its tickets. How many places one buyer may hold at an event, by
 * however many bookings, is another rule, and the events subgraph's to judge.
 */
export const MOST_PLACES = 100;
/** Points that may be named for one booking. */
const MOST_POINTS = 1_000_000_000;

/** Places as a buyer names them: to book them, or to hear what they would cost. */
export interface PlacesToBook {
  readonly seatIds?: readonly string[] | null;
  readonly places?: readonly SeatToBook[] | null;
  readonly standing?: readonly StandingToBook[] | null;
}
export interface SeatToBook {
  readonly seatId: string;
  /** The event's first unless given. */
  readonly ticketTypeId?: string | null;
}
export interface StandingToBook {
  readonly sectionId: string;
  readonly quantity: number;
  /** The event's first unless given. */
  readonly ticketTypeId?: string | null;
}

export type PlacesToBookRefusal = Rejection<
  'INVALID_INPUT' | 'SEAT_NOT_FOUND' | 'SECTION_NOT_FOUND' | 'TICKET_TYPE_NOT_FOUND' | 'TOO_MANY_SEATS'
>;

/** Every seat that is named, whichever way. */
export function seatsToBook({ seatIds, places }: PlacesToBook): readonly string[] {
  return [...(seatIds ?? []), ...(places ?? []).map(({ seatId }) => seatId)];
}

/**
 * What in the places makes no sense, whatever the event is like; null for nothing. An identifier that is none names
 * nothing.
 *
 * @param besides how many places are wanted beside those that are named
 */
export function refusePlacesToBook(input: PlacesToBook, besides = 0): PlacesToBookRefusal | null {
  return (
    refusePlaces(seatsToBook(input), input.standing ?? [], besides) ??
    refuseTypes('places', input.places ?? []) ??
    refuseTypes('standing', input.standing ?? [])
  );
}

function refusePlaces(
  seatIds: readonly string[],
  standing: readonly StandingToBook[],
  besides: number,
): PlacesToBookRefusal | null {
  const field = [seatIds.length > 0 ? 'seatIds' : 'standing'];
  const places = standing.reduce((sum, { quantity }) => sum + quantity, seatIds.length + besides);
  if (standing.some(({ quantity }) => quantity < 1)) {
    return reject('INVALID_INPUT', 'expected quantities of at least 1', ['standing']);
  }
  if (places === 0) return reject('INVALID_INPUT', 'expected at least one place to book, got none', field);
  if (places > MOST_PLACES) {
    return reject('TOO_MANY_SEATS', `expected at most ${MOST_PLACES} places, got ${places}`, field);
  }
  if (new Set(seatIds).size < seatIds.length) {
    return reject('INVALID_INPUT', 'expected each seat once, got one twice', ['seatIds']);
  }
  if (
    new Set(standing.map((part) => `${part.sectionId}/${part.ticketTypeId ?? ''}`)).size < standing.length
  ) {
    return reject('INVALID_INPUT', 'expected each section and ticket type once, got one twice', ['standing']);
  }
  if (!seatIds.every(isId)) {
    return reject('SEAT_NOT_FOUND', 'a seat is not one of this event', ['seatIds']);
  }
  if (!standing.every(({ sectionId }) => isId(sectionId))) {
    return reject('SECTION_NOT_FOUND', 'a section is not one of this event', ['standing']);
  }
  return null;
}

function refuseTypes(
  field: 'places' | 'standing',
  places: readonly { readonly ticketTypeId?: string | null }[],
): PlacesToBookRefusal | null {
  const index = places.findIndex(({ ticketTypeId }) => ticketTypeId != null && !isId(ticketTypeId));
  if (index < 0) return null;
  const at = [field, String(index), 'ticketTypeId'];
  return reject('TICKET_TYPE_NOT_FOUND', 'a ticket type is not one of this event', at);
}

/** Why nobody can spend so many points on a booking, whatever the account has; null when somebody might. */
export function refuseSpentPoints(points: number): Rejection<'INVALID_INPUT'> | null {
  if (points >= 0 && points <= MOST_POINTS) return null;
  return reject('INVALID_INPUT', `expected 0 to ${MOST_POINTS} points, got ${points}`, ['spendPoints']);
}
