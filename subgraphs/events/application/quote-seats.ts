import type { PriceZoneId, TicketTypeId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode, Money } from '@parterre/contracts/kernel/money.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import type { Event } from '../domain/event.ts';
import {
  countTypes,
  type PlacesInput,
  type PlacesOfEvent,
  type PlacesRefusal,
  readPlaces,
  type StandingRequest,
  typesOfStanding,
} from '../domain/requested-places.ts';
import { refuseTypes, type TypesRefusal } from '../domain/ticket-type.ts';
import { seatsAsOfNow, standingAsOfNow } from './as-of-now.ts';
import type { Dependencies } from './dependencies.ts';

/** What places cost, in the order in which a hold answers them: seats as in the plan, then sections. */
export interface SeatsQuote {
  readonly eventId: string;
  readonly organizerId: UserId;
  readonly currency: CurrencyCode;
  readonly items: readonly QuotedItem[];
}
interface QuotedItem {
  readonly priceZoneId: PriceZoneId;
  readonly ticketTypeId: TicketTypeId;
  readonly price: Money;
}

export type QuoteOutcome = SeatsQuote | PlacesRefusal | TypesRefusal | Rejection<'EVENT_NOT_ON_SALE'>;

/** A quote that an organizer keeps changing the event under is given up after so many tries. */
const TRIES = 3;

/** The prices of places of an event that is on sale. Whether they are free makes no difference: nothing is held. */
export async function quoteSeats(
  deps: Dependencies,
  input: PlacesInput,
  { caller }: Context & { readonly caller: Caller },
): Promise<QuoteOutcome> {
  const wanted = readPlaces(input);
  if (isRejection(wanted)) return wanted;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const outcome = await tryToQuote(deps, wanted, caller);
    if (outcome !== 'changed-meanwhile') return outcome;
  }
  throw new Error(`expected the event ${wanted.eventId} to have a price of each of its types in each zone`);
}

/** A quote locks nothing: zones or types that it has read may be gone when it reads the prices. */
async function tryToQuote(
  deps: Dependencies,
  wanted: PlacesOfEvent,
  caller: Caller,
): Promise<QuoteOutcome | 'changed-meanwhile'> {
  const { eventId } = wanted;
  const event = (await deps.events.byId([eventId], caller)).get(eventId);
  if (!event) return reject('EVENT_NOT_FOUND', 'expected a published event, got none', ['eventId']);
  if (event.status !== 'ON_SALE') {
    return reject('EVENT_NOT_ON_SALE', 'expected an event on sale, got one that is not', ['eventId']);
  }
  const [first, ...others] = (await deps.events.ticketTypesOf([eventId])).get(eventId) ?? [];
  if (!first) throw new Error(`expected the event ${eventId} to have a ticket type, got none`);
  const refusal = refuseTypes([first, ...others], countTypes(wanted, first.id));
  if (refusal) return refusal;
  const seats = await readSeats(deps, event, wanted);
  if (!seats) return reject('SEAT_NOT_FOUND', 'expected seats of the event, got another', ['seatIds']);
  const standing = await readStanding(deps, event, wanted.standing);
  if (!standing) {
    return reject('SECTION_NOT_FOUND', 'expected standing sections of the event, got another', ['standing']);
  }
  const places = [
    ...seats.map(({ priceZoneId, type = first.id }) => ({ priceZoneId, ticketTypeId: type })),
    ...standing.flatMap(({ priceZoneId, request }) =>
      typesOfStanding(request, first.id).map((type) => ({ priceZoneId, ticketTypeId: type })),
    ),
  ];
  const prices = await deps.placePrices.prices(event, places);
  const items = places.flatMap((place, index) => {
    const price = prices[index];
    return price ? [{ ...place, price }] : [];
  });
  if (items.length < places.length) return 'changed-meanwhile';
  return { eventId, organizerId: event.organizerId, currency: event.currency, items };
}

interface QuotedSeat {
  readonly priceZoneId: PriceZoneId;
  readonly type: TicketTypeId | undefined;
}
interface QuotedStanding {
  readonly priceZoneId: PriceZoneId;
  readonly request: StandingRequest;
}

/** The seats with their ticket types, in plan order; null when the event has not all of them, whatever they are named by. */
async function readSeats(
  deps: Dependencies,
  event: Event,
  wanted: PlacesOfEvent,
): Promise<readonly QuotedSeat[] | null> {
  const { seatIds, seatTypes = {} } = wanted;
  const seats = await deps.placePrices.zonesOfSeats(event, seatIds);
  if (seats.length === seatIds.length) {
    return seats.map(({ seatId, priceZoneId }) => ({ priceZoneId, type: seatTypes[seatId] }));
  }
  const present = await deps.database.transaction((tx) => seatsAsOfNow(deps, tx, wanted));
  return present && readSeats(deps, event, present);
}

/** The zone of each request, likewise. */
async function readStanding(
  deps: Dependencies,
  event: Event,
  standing: readonly StandingRequest[],
): Promise<readonly QuotedStanding[] | null> {
  const sectionIds = standing.map(({ sectionId }) => sectionId);
  const sections = await deps.placePrices.zonesOfSections(event, sectionIds);
  const known = standing.flatMap((request) => {
    const priceZoneId = sections.get(request.sectionId);
    return priceZoneId ? [{ priceZoneId, request }] : [];
  });
  if (known.length === standing.length) return known;
  const present = await deps.database.transaction((tx) => standingAsOfNow(deps, tx, event.id, standing));
  return present && readStanding(deps, event, present);
}
