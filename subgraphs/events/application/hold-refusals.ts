import type { SeatId } from '@parterre/contracts/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { EventOnSale } from '../domain/event.ts';
import {
  checkBuyerLimit,
  countPlaces,
  countTypes,
  type RequestedPlaces,
} from '../domain/requested-places.ts';
import { refuseTypes, type TicketTypes, type TypeCounts } from '../domain/ticket-type.ts';
import type { Dependencies } from './dependencies.ts';
import type { SaleTerms, SeatObstacles } from './ports/places.ts';

export type HoldRefusalCode =
  | 'EVENT_NOT_FOUND'
  | 'EVENT_NOT_ON_SALE'
  | 'SEAT_NOT_FOUND'
  | 'SECTION_NOT_FOUND'
  | 'PRICE_ZONE_NOT_FOUND'
  | 'SEATS_TAKEN'
  | 'SINGLE_SEAT_LEFT'
  | 'STANDING_SOLD_OUT'
  | 'TICKET_TYPE_NOT_FOUND'
  | 'TICKET_TYPE_RULES'
  | 'TICKET_TYPE_SOLD_OUT'
  | 'TOO_MANY_SEATS'
  | 'TOO_MANY_SEATS_IN_ALL'
  | 'HOLD_CONFLICT'
  | 'HOLD_ENDED'
  | 'TRY_AGAIN';

/** Why a hold was not made; `seatIds` names the seats at fault, where single seats are. */
export interface HoldRefusal extends Rejection<HoldRefusalCode> {
  readonly seatIds?: readonly SeatId[];
}

/** What a hold is made under, where nothing in the event's terms is in its way. */
export interface OpenTerms {
  readonly event: EventOnSale;
  readonly ticketTypes: TicketTypes;
  readonly expiresAt: Date;
  /** How many places of each type are wanted. */
  readonly counts: TypeCounts;
}

/** The terms of a booking of which nothing is known, or why they let it hold nothing. */
export function openTerms(
  { event, ticketTypes, expiresAt, alreadyHeld }: SaleTerms,
  requested: RequestedPlaces,
): OpenTerms | HoldRefusal {
  if (!event || !ticketTypes || !expiresAt || event.status === 'DRAFT') {
    return reject('EVENT_NOT_FOUND', 'expected a published event, got none', ['eventId']);
  }
  if (event.status !== 'ON_SALE') {
    const message = `expected an event on sale, got one that ${event.status === 'ENDED' ? 'has ended' : 'is cancelled'}`;
    return reject('EVENT_NOT_ON_SALE', message, ['eventId']);
  }
  const counts = countTypes(requested, ticketTypes[0].id);
  return (
    checkBuyerLimit(countPlaces(requested), alreadyHeld, event.maxSeatsPerUser) ??
    refuseTypes(ticketTypes, counts) ?? { event, ticketTypes, expiresAt, counts }
  );
}

export function seatsTaken(taken: SeatObstacles['taken']): HoldRefusal {
  const message = `expected free seats, but taken: ${taken.map((seat) => seat.name).join(', ')}`;
  return { ...reject('SEATS_TAKEN', message, ['seatIds']), seatIds: taken.map((seat) => seat.seatId) };
}

/**
 * Refuses without a lock or a transaction what can be refused as of one moment: by the event's terms, or because somebody
 * has a seat. In a rush most requests end here. Null where more has to be looked at: a booking that is known, seats that
 * are free or are named as in an earlier plan, and limits whose counters a hold locks before it comes to its seats.
 */
export async function refuseAtOnce(
  { holds }: Pick<Dependencies, 'holds'>,
  requested: RequestedPlaces,
  mostHeldInAll: number | null,
): Promise<HoldRefusal | null> {
  // Without named seats it could refuse by the terms alone, which the transaction reads anyway.
  if (mostHeldInAll !== null || requested.seatIds.length === 0) return null;
  const { obstacles, ...terms } = await holds.look(requested);
  if (terms.known) return null;
  const open = openTerms(terms, requested);
  if (isRejection(open)) return open;
  const isLimited = open.ticketTypes.some(
    ({ id, maxPerEvent }) => maxPerEvent !== null && open.counts.has(id),
  );
  if (isLimited || obstacles.unknown.length > 0 || obstacles.taken.length === 0) return null;
  return seatsTaken(obstacles.taken);
}
