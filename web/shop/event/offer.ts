import { type MoneyValue, minorUnits, sum, times } from '../../app/money.ts';
import type { PlaceFilter } from '../../seat-map/places/filter.ts';
import { seatParts } from '../../seat-map/places/seat-names.ts';
import type { SeatStore } from '../../seat-map/places/store.ts';
import type { EventShown } from './event-documents.ts';

type Price = EventShown['prices'][number]['price'];

/** A line of what is chosen: a seat, or so many standing places of one section. */
export interface ChosenPlace {
  /** `seat 14`, or `standing 2`: the same as long as it is chosen. */
  readonly key: string;
  readonly kind: 'seat' | 'standing';
  /** Position of the seat, or of the section. */
  readonly at: number;
  readonly count: number;
  readonly zoneId: string;
}

/** Prices of the first ticket type in minor units, by zone: what the map shows. */
export function mapPrices(event: Pick<EventShown, 'prices'>): ReadonlyMap<string, number> {
  return new Map(
    event.prices.map(({ priceZone, price }) => [priceZone.id, Number(minorUnits(price.amount))]),
  );
}

/** What a choice of prices is offered up to, by minor units, the lowest first; zones of one price are one choice. */
export function priceLimits(event: Pick<EventShown, 'prices'>): readonly (readonly [number, Price])[] {
  const limits = new Map(event.prices.map(({ price }) => [Number(minorUnits(price.amount)), price]));
  return [...limits].sort(([a], [b]) => a - b);
}

/** Where the best places are sought: the dearest zone that passes the filter and has room. */
export function bestZone(
  { prices }: Pick<EventShown, 'prices'>,
  { zones, upTo }: PlaceFilter,
  hasRoom: (zoneId: string) => boolean,
): EventShown['prices'][number] | undefined {
  const minor = ({ price }: (typeof prices)[number]) => Number(minorUnits(price.amount));
  return prices
    .filter((one) => upTo === null || upTo === undefined || minor(one) <= upTo)
    .filter(({ priceZone: { id } }) => zones.length === 0 || zones.includes(id))
    .toSorted((a, b) => minor(b) - minor(a))
    .find(({ priceZone: { id } }) => hasRoom(id));
}

/** What is chosen, seats first, in the order in which it was. */
export function chosenPlaces(store: SeatStore): readonly ChosenPlace[] {
  const seats = store.chosen.map((at) => ({
    key: `seat ${at}`,
    kind: 'seat' as const,
    at,
    count: 1,
    zoneId: seatParts(store.plan, at).zone.id,
  }));
  const standing = [...store.chosenStanding].flatMap(([at, count]) => {
    const zone = store.plan.zones[store.plan.sections[at]?.zone ?? -1];
    if (!zone || count === 0) return [];
    return [{ key: `standing ${at}`, kind: 'standing' as const, at, count, zoneId: zone.id }];
  });
  return [...seats, ...standing];
}

/** What one such place costs with this ticket type; null where none is known. */
export function priceOf(
  event: Pick<EventShown, 'prices' | 'ticketTypes'>,
  zoneId: string,
  ticketTypeId: string | undefined,
): Price | null {
  const type = event.ticketTypes.find(({ id }) => id === ticketTypeId);
  const prices = type?.prices ?? event.prices;
  return prices.find(({ priceZone }) => priceZone.id === zoneId)?.price ?? null;
}

/** The sum of what is chosen; null where nothing is, or a price is not known. */
export function totalOf(
  event: Pick<EventShown, 'prices' | 'ticketTypes'>,
  places: readonly ChosenPlace[],
  types: ReadonlyMap<string, string>,
): Price | null {
  const prices: MoneyValue<Price['currencyCode']>[] = [];
  for (const { key, zoneId, count } of places) {
    const price = priceOf(event, zoneId, types.get(key));
    if (!price) return null;
    prices.push(times(price, count));
  }
  return sum(prices);
}

/** The places as `createBooking` and `quoteDiscount` take them. */
export function placesInput(
  store: SeatStore,
  places: readonly ChosenPlace[],
  types: ReadonlyMap<string, string>,
  idOf: ReadonlyMap<number, string>,
) {
  const typed = (key: string) => {
    const ticketTypeId = types.get(key);
    return ticketTypeId === undefined ? {} : { ticketTypeId };
  };
  return {
    places: places.flatMap(({ key, kind, at }) => {
      const seatId = idOf.get(at);
      return kind === 'seat' && seatId !== undefined ? [{ seatId, ...typed(key) }] : [];
    }),
    standing: places.flatMap(({ key, kind, at, count }) => {
      const sectionId = store.plan.sections[at]?.id;
      return kind === 'standing' && sectionId !== undefined
        ? [{ sectionId, quantity: count, ...typed(key) }]
        : [];
    }),
  };
}
