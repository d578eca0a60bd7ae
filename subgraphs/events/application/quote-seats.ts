import type { PriceZoneId, UserId } from '@parterre/contracts/kernel/ids.ts';
import type { CurrencyCode, Money } from '@parterre/contracts/kernel/money.ts';
import type { Caller } from '@parterre/platform/kernel/caller.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Context } from '@parterre/platform/service/use-case.ts';
import { type CommandRefusal, type PlacesInput, readPlaces } from '../domain/requested-places.ts';
import type { Dependencies } from './dependencies.ts';

/** What places cost, in the order in which a hold answers them: seats as in the plan, then sections. */
export interface SeatsQuote {
  readonly eventId: string;
  readonly organizerId: UserId;
  readonly currency: CurrencyCode;
  readonly items: readonly { readonly priceZoneId: PriceZoneId; readonly price: Money }[];
}

export type QuoteOutcome = SeatsQuote | CommandRefusal | Rejection<'EVENT_NOT_ON_SALE'>;

/** The prices of places of an event that is on sale. Whether they are free makes no difference: nothing is held. */
export async function quoteSeats(
  { events, placePrices }: Dependencies,
  input: PlacesInput,
  { caller }: Context & { readonly caller: Caller },
): Promise<QuoteOutcome> {
  const wanted = readPlaces(input);
  if (isRejection(wanted)) return wanted;
  const { eventId, seatIds, standing } = wanted;
  const event = (await events.byId([eventId], caller)).get(eventId);
  if (!event) return reject('EVENT_NOT_FOUND', 'expected a published event, got none', ['eventId']);
  if (event.status !== 'ON_SALE') {
    return reject('EVENT_NOT_ON_SALE', 'expected an event on sale, got one that is not', ['eventId']);
  }
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
  const places = standing.flatMap(({ sectionId, quantity }) => {
    const place = sections.get(sectionId);
    return place ? Array.from({ length: quantity }, () => place) : [];
  });
  const { organizerId, currency } = event;
  return { eventId, organizerId, currency, items: [...seats, ...places] };
}
