import type {
  BookingId,
  EventId,
  PriceZoneId,
  SeatId,
  SectionId,
  TicketTypeId,
  UserId,
} from '@parterre/contracts/kernel/ids.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { MOST_SEATS_PER_USER } from './event.ts';
import type { TypeCounts } from './ticket-type.ts';

/** Places of an event, each once. Seats and sections are in a fixed order. */
export interface PlacesOfEvent {
  readonly eventId: EventId;
  readonly seatIds: readonly SeatId[];
  /** The ticket types of those seats that name one; the others have the event's first. */
  readonly seatTypes?: Readonly<Record<string, TicketTypeId>>;
  readonly standing: readonly StandingRequest[];
}
/** A party that wants to sit side by side. */
export interface BestRequest {
  readonly priceZoneId: PriceZoneId;
  /** Null for the event's first type. */
  readonly party: readonly { readonly ticketTypeId: TicketTypeId | null; readonly quantity: number }[];
}
/** The places that a booking wants: all of them or none. */
export interface RequestedPlaces extends PlacesOfEvent {
  readonly bookingId: BookingId;
  readonly userId: UserId;
  /** Seats that are chosen when they are taken. */
  readonly best?: BestRequest;
}
export interface StandingRequest {
  readonly sectionId: SectionId;
  readonly quantity: number;
  /** How many of them are of which ticket type, where one is named; the others have the event's first. */
  readonly types?: readonly TypedQuantity[];
}
export interface TypedQuantity {
  readonly ticketTypeId: TicketTypeId;
  readonly quantity: number;
}

export interface PlacesInput {
  readonly eventId: string;
  readonly seatIds: readonly string[];
  /** Ticket types of some of the seats. */
  readonly seatTypes?: readonly { readonly seatId: string; readonly ticketTypeId: string }[] | null;
  readonly standing: readonly {
    readonly sectionId: string;
    readonly quantity: number;
    readonly ticketTypeId?: string | null;
  }[];
}
export interface BestInput {
  readonly priceZoneId: string;
  readonly party: readonly { readonly ticketTypeId?: string | null; readonly quantity: number }[];
}
export interface RequestedPlacesInput extends PlacesInput {
  readonly bookingId: string;
  readonly userId: string;
  readonly bestAvailable?: BestInput | null;
}

export type PlacesRefusal = Rejection<
  'EVENT_NOT_FOUND' | 'SEAT_NOT_FOUND' | 'SECTION_NOT_FOUND' | 'TICKET_TYPE_NOT_FOUND' | 'TOO_MANY_SEATS'
>;
export type CommandRefusal = PlacesRefusal | Rejection<'PRICE_ZONE_NOT_FOUND'>;

/** Reads the request of a booking. */
export function readRequestedPlaces(input: RequestedPlacesInput): RequestedPlaces | CommandRefusal {
  const best = input.bestAvailable ? readBest(input.bestAvailable) : null;
  if (isRejection(best)) return best;
  const places = readPlaces(input, best ? countParty(best) : 0);
  if (isRejection(places)) return places;
  const { bookingId, userId } = input;
  return { bookingId: bookingId as BookingId, userId: userId as UserId, ...places, ...(best && { best }) };
}

/**
 * Reads places: nothing named twice, at least one place, in an order that all transactions share.
 *
 * @param besides places that are wanted beside those that are named
 */
export function readPlaces(input: PlacesInput, besides = 0): PlacesOfEvent | PlacesRefusal {
  if (!isId<'Event'>(input.eventId)) {
    return reject('EVENT_NOT_FOUND', 'expected an event, got an identifier of none', ['eventId']);
  }
  const seatIds = [...new Set(input.seatIds)].filter((id) => isId<'Seat'>(id)).sort();
  if (seatIds.length < new Set(input.seatIds).size) {
    return reject('SEAT_NOT_FOUND', 'expected seats of the event, got an identifier of none', ['seatIds']);
  }
  const named = [...(input.seatTypes ?? []), ...input.standing].map(({ ticketTypeId }) => ticketTypeId);
  if (!named.every((id) => id == null || isId<'TicketType'>(id))) {
    const message = 'expected a ticket type of the event, got an identifier of none';
    return reject('TICKET_TYPE_NOT_FOUND', message);
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
    .map(([sectionId, quantity]) => ({ sectionId, quantity, ...typesIn(input, sectionId) }))
    .sort(inLockOrder);
  const wanted = {
    eventId: input.eventId,
    seatIds,
    ...seatTypesOf(input),
    standing,
  };
  const places = countPlaces(wanted) + besides;
  // No event sets a higher limit, so a longer request is refused before the database is asked.
  if (places < 1 || places > MOST_SEATS_PER_USER) {
    return reject('TOO_MANY_SEATS', `expected 1 to ${MOST_SEATS_PER_USER} places, got ${places}`, [
      'seatIds',
    ]);
  }
  return wanted;
}

/** Sections are locked in the order of their identifiers, by everybody. */
export function inLockOrder(a: StandingRequest, b: StandingRequest): number {
  return a.sectionId < b.sectionId ? -1 : 1;
}

function readBest({
  priceZoneId,
  party,
}: BestInput): BestRequest | Rejection<'PRICE_ZONE_NOT_FOUND' | 'TICKET_TYPE_NOT_FOUND' | 'TOO_MANY_SEATS'> {
  if (!party.every(({ ticketTypeId }) => ticketTypeId == null || isId<'TicketType'>(ticketTypeId))) {
    const message = 'expected a ticket type of the event, got an identifier of none';
    return reject('TICKET_TYPE_NOT_FOUND', message);
  }
  if (!isId<'PriceZone'>(priceZoneId)) {
    const message = 'expected a price zone of the event, got an identifier of none';
    return reject('PRICE_ZONE_NOT_FOUND', message, ['bestAvailable', 'priceZoneId']);
  }
  if (party.length === 0 || !party.every(({ quantity }) => Number.isInteger(quantity) && quantity >= 1)) {
    const message = 'expected a party of at least one, and at least one of each ticket type in it';
    return reject('TOO_MANY_SEATS', message, ['bestAvailable']);
  }
  const counts = new Map<string, number>();
  for (const { ticketTypeId, quantity } of party) {
    const key = ticketTypeId ?? '';
    counts.set(key, (counts.get(key) ?? 0) + quantity);
  }
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    priceZoneId,
    party: sorted.map(([key, quantity]) => ({
      ticketTypeId: key === '' ? null : (key as TicketTypeId),
      quantity,
    })),
  };
}

/** How many people want to sit side by side. */
export function countParty({ party }: BestRequest): number {
  return party.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Gives each of the chosen seats, in their order, the ticket type of one of the party. */
export function seatParty(
  { party }: BestRequest,
  seatIds: readonly SeatId[],
): Required<Pick<RequestedPlaces, 'seatIds' | 'seatTypes'>> {
  const types = party.flatMap(({ ticketTypeId, quantity }) =>
    Array.from({ length: quantity }, () => ticketTypeId),
  );
  const typed = seatIds.flatMap((id, place) => {
    const type = types[place];
    return type ? [[id, type] as const] : [];
  });
  return { seatIds, seatTypes: Object.fromEntries(typed) };
}

/** As they are written down: sorted, and left out where no type is named. */
function seatTypesOf({ seatTypes }: PlacesInput): Pick<PlacesOfEvent, 'seatTypes'> {
  if (!seatTypes?.length) return {};
  const sorted = seatTypes.toSorted((a, b) => (a.seatId < b.seatId ? -1 : 1));
  return {
    seatTypes: Object.fromEntries(
      sorted.map(({ seatId, ticketTypeId }) => [seatId, ticketTypeId as TicketTypeId]),
    ),
  };
}

function typesIn({ standing }: PlacesInput, sectionId: string): Pick<StandingRequest, 'types'> {
  const counts = new Map<TicketTypeId, number>();
  for (const { ticketTypeId, quantity, ...place } of standing) {
    if (place.sectionId !== sectionId || ticketTypeId == null) continue;
    const id = ticketTypeId as TicketTypeId;
    counts.set(id, (counts.get(id) ?? 0) + quantity);
  }
  if (counts.size === 0) return {};
  const types = [...counts].map(([ticketTypeId, quantity]) => ({ ticketTypeId, quantity }));
  return { types: types.sort((a, b) => (a.ticketTypeId < b.ticketTypeId ? -1 : 1)) };
}

/** The ticket type of each standing place of a request, in the order in which they become items. */
export function typesOfStanding(
  { quantity, types = [] }: StandingRequest,
  first: TicketTypeId,
): readonly TicketTypeId[] {
  const named = types.flatMap((type) => Array.from({ length: type.quantity }, () => type.ticketTypeId));
  return [...Array.from({ length: quantity - named.length }, () => first), ...named];
}

/** How many places of each ticket type a request wants; `first` is that of places which name none. */
export function countTypes(
  requested: Pick<RequestedPlaces, 'seatIds' | 'seatTypes' | 'standing' | 'best'>,
  first: TicketTypeId,
): TypeCounts {
  const { seatIds, seatTypes = {}, standing, best } = requested;
  const counts = new Map<TicketTypeId, number>();
  const all = [
    ...seatIds.map((id) => seatTypes[id] ?? first),
    ...standing.flatMap((request) => typesOfStanding(request, first)),
  ];
  for (const { ticketTypeId, quantity } of best?.party ?? []) {
    const id = ticketTypeId ?? first;
    counts.set(id, (counts.get(id) ?? 0) + quantity);
  }
  for (const id of all) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

export function countPlaces({
  seatIds,
  standing,
  best,
}: Pick<RequestedPlaces, 'seatIds' | 'standing' | 'best'>): number {
  const standingPlaces = standing.reduce((sum, { quantity }) => sum + quantity, 0);
  return seatIds.length + standingPlaces + (best ? countParty(best) : 0);
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

function canonical({
  userId,
  eventId,
  seatIds,
  seatTypes = {},
  standing,
  best,
}: Omit<RequestedPlaces, 'bookingId'>): string {
  const areas = standing.map(({ sectionId, quantity, types = [] }) => [
    sectionId,
    quantity,
    types.map((type) => [type.ticketTypeId, type.quantity]),
  ]);
  // jsonb keeps the keys of an object in an order of its own.
  const party = best?.party.map(({ ticketTypeId, quantity }) => [ticketTypeId, quantity]);
  const chosen = best ? [best.priceZoneId, party] : null;
  return JSON.stringify([
    userId,
    eventId,
    seatIds,
    seatIds.map((id) => seatTypes[id] ?? null),
    areas,
    chosen,
  ]);
}
