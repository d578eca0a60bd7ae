import type { EventId, PriceZoneId, TicketTypeId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode, Money } from '@parterre/contracts/kernel/money.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import type { Event } from '../domain/event.ts';
import { type PriceList, pricedAs } from '../domain/prices.ts';
import {
  countTypes,
  type PlacesInput,
  type PlacesOfEvent,
  type PlacesRefusal,
  readPlaces,
  type StandingRequest,
  typesOfStanding,
} from '../domain/requested-places.ts';
import { areAllOf, refuseTypes, type TypeCounts, type TypesRefusal } from '../domain/ticket-type.ts';
import { seatsAsOfNow, sectionsAsOfNow } from './as-of-now.ts';
import type { Dependencies } from './dependencies.ts';
import type { PriceView } from './ports/catalogue.ts';
import type { PricedPlace } from './ports/places.ts';

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

/** The prices of places of an event that is on sale. Whether they are free makes no difference: nothing is held. */
export async function quoteSeats(
  deps: Dependencies,
  input: PlacesInput,
  { caller }: Context & { readonly caller: Caller },
): Promise<QuoteOutcome> {
  const wanted = readPlaces(input);
  if (isRejection(wanted)) return wanted;
  const { eventId } = wanted;
  const event = (await deps.events.byId([eventId], caller)).get(eventId);
  if (!event) return reject('EVENT_NOT_FOUND', 'expected a published event, got none', ['eventId']);
  if (event.status !== 'ON_SALE') {
    return reject('EVENT_NOT_ON_SALE', 'expected an event on sale, got one that is not', ['eventId']);
  }
  const [first, ...others] = (await deps.events.ticketTypesOf([eventId])).get(eventId) ?? [];
  if (!first) throw new Error(`expected the event ${eventId} to have a ticket type, got none`);
  const counts = countTypes(wanted, first.id);
  const refusal = refuseTypes([first, ...others], counts);
  if (refusal) return refusal;
  const seats = await readSeats(deps, event, wanted);
  if (!seats) return reject('SEAT_NOT_FOUND', 'expected seats of the event, got another', ['seatIds']);
  const standing = await readStanding(deps, event, wanted.standing);
  if (!standing) {
    return reject('SECTION_NOT_FOUND', 'expected standing sections of the event, got another', ['standing']);
  }
  const places = [
    ...seats,
    ...standing.flatMap(({ place, request }) =>
      typesOfStanding(request, first.id).map((type) => ({ place, type })),
    ),
  ];
  const prices = await readPriceList(deps, eventId, first.id, counts);
  const items = places.map(({ place, type }) => ({
    priceZoneId: place.priceZoneId,
    ...pricedAs(prices, place, type),
  }));
  return { eventId, organizerId: event.organizerId, currency: event.currency, items };
}

/** The seats with their ticket types, in plan order; null when the event has not all of them, whatever they are named by. */
async function readSeats(
  deps: Dependencies,
  event: Event,
  wanted: PlacesOfEvent,
): Promise<readonly { readonly place: PricedPlace; readonly type: TicketTypeId | undefined }[] | null> {
  const { seatIds, seatTypes = {} } = wanted;
  const seats = await deps.placePrices.ofSeats(event, seatIds);
  if (seats.length === seatIds.length)
    return seats.map((place) => ({ place, type: seatTypes[place.seatId] }));
  const present = await deps.database.transaction((tx) => seatsAsOfNow(deps, tx, wanted));
  return present && readSeats(deps, event, present);
}

/** One place for each request, likewise. */
async function readStanding(
  deps: Dependencies,
  event: Event,
  standing: readonly StandingRequest[],
): Promise<readonly { readonly place: PricedPlace; readonly request: StandingRequest }[] | null> {
  const sectionIds = standing.map(({ sectionId }) => sectionId);
  const sections = await deps.placePrices.ofSections(event, sectionIds);
  const known = standing.flatMap((request) => {
    const place = sections.get(request.sectionId);
    return place ? [{ place, request }] : [];
  });
  if (known.length === standing.length) return known;
  const present = await deps.database.transaction((tx) => sectionsAsOfNow(deps, tx, event.id, sectionIds));
  if (!present) return null;
  const renamed = standing.map((request, index) => ({
    ...request,
    sectionId: present[index] ?? request.sectionId,
  }));
  return readStanding(deps, event, renamed);
}

/** As for a hold: what others cost than the first type is read where they are wanted. */
async function readPriceList(
  { events }: Pick<Dependencies, 'events'>,
  eventId: EventId,
  firstTypeId: TicketTypeId,
  counts: TypeCounts,
): Promise<PriceList> {
  if (areAllOf(firstTypeId, counts)) return { firstTypeId, others: null };
  const all = (await events.pricesOf([eventId])).get(eventId) ?? [];
  const byType = Map.groupBy(all, ({ ticketTypeId }) => ticketTypeId);
  const zonePrices = (prices: readonly PriceView[]) =>
    new Map(prices.map(({ priceZoneId, price }) => [priceZoneId, price]));
  return {
    firstTypeId,
    others: new Map([...byType].map(([typeId, prices]) => [typeId, zonePrices(prices)])),
  };
}
