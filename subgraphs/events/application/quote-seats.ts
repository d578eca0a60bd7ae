import type { EventId, PriceZoneId, TicketTypeId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode, Money } from '@parterre/contracts/kernel/money.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import { type PriceList, pricedAs } from '../domain/prices.ts';
import {
  countTypes,
  type PlacesInput,
  type PlacesRefusal,
  readPlaces,
  typesOfStanding,
} from '../domain/requested-places.ts';
import { refuseTypes, type TypesRefusal } from '../domain/ticket-type.ts';
import type { Dependencies } from './dependencies.ts';
import type { PriceView } from './ports/catalogue.ts';

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
  { events, placePrices }: Dependencies,
  input: PlacesInput,
  { caller }: Context & { readonly caller: Caller },
): Promise<QuoteOutcome> {
  const wanted = readPlaces(input);
  if (isRejection(wanted)) return wanted;
  const { eventId, seatIds, seatTypes = {}, standing } = wanted;
  const event = (await events.byId([eventId], caller)).get(eventId);
  if (!event) return reject('EVENT_NOT_FOUND', 'expected a published event, got none', ['eventId']);
  if (event.status !== 'ON_SALE') {
    return reject('EVENT_NOT_ON_SALE', 'expected an event on sale, got one that is not', ['eventId']);
  }
  const [first, ...others] = (await events.ticketTypesOf([eventId])).get(eventId) ?? [];
  if (!first) throw new Error(`expected the event ${eventId} to have a ticket type, got none`);
  const refusal = refuseTypes([first, ...others], countTypes(wanted, first.id));
  if (refusal) return refusal;
  const prices = await priceList({ events }, eventId, first.id);
  const seats = await placePrices.ofSeats(event, seatIds);
  if (seats.length < seatIds.length) {
    return reject('SEAT_NOT_FOUND', 'expected seats of the event, got another', ['seatIds']);
  }
  const sections = await placePrices.ofSections(
    event,
    standing.map(({ sectionId }) => sectionId),
  );
  if (sections.size < standing.length) {
    return reject('SECTION_NOT_FOUND', 'expected standing sections of the event, got another', ['standing']);
  }
  const seated = seats.map(({ seatId, ...place }) => ({
    priceZoneId: place.priceZoneId,
    ...pricedAs(prices, place, seatTypes[seatId]),
  }));
  const places = standing.flatMap((request) => {
    const place = sections.get(request.sectionId);
    if (!place) return [];
    const { priceZoneId } = place;
    return typesOfStanding(request, first.id).map((type) => ({
      priceZoneId,
      ...pricedAs(prices, place, type),
    }));
  });
  const { organizerId, currency } = event;
  return { eventId, organizerId, currency, items: [...seated, ...places] };
}

async function priceList(
  { events }: Pick<Dependencies, 'events'>,
  eventId: EventId,
  firstTypeId: TicketTypeId,
): Promise<PriceList> {
  const all = (await events.pricesOf([eventId])).get(eventId) ?? [];
  const byType = Map.groupBy(all, ({ ticketTypeId }) => ticketTypeId);
  const zonePrices = (prices: readonly PriceView[]) =>
    new Map(prices.map(({ priceZoneId, price }) => [priceZoneId, price]));
  return {
    firstTypeId,
    others: new Map([...byType].map(([typeId, prices]) => [typeId, zonePrices(prices)])),
  };
}
