import type { PriceZoneId, TicketTypeId } from '@parterre/contracts/kernel/ids.ts';
import {
  type CurrencyCode,
  type DecimalMoney,
  type Money,
  parseMoney,
} from '@parterre/contracts/kernel/money.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { TicketTypes } from './ticket-type.ts';

/** What a place costs at an event, by ticket type and zone; what is missing has no price yet. */
export type Prices = ReadonlyMap<TicketTypeId, ZonePrices>;
export type ZonePrices = ReadonlyMap<PriceZoneId, Money>;

/** What the places of one hold cost. */
export interface PriceList {
  /** Its price stands beside each place. */
  readonly firstTypeId: TicketTypeId;
  /** Of other types; null where none is wanted. */
  readonly others: Prices | null;
}

/** A place's ticket type, the first where none is named, and what it costs. */
export function pricedAs(
  { firstTypeId, others }: PriceList,
  { priceZoneId, price }: { readonly priceZoneId: PriceZoneId; readonly price: Money },
  ticketTypeId = firstTypeId,
): { readonly ticketTypeId: TicketTypeId; readonly price: Money } {
  if (ticketTypeId === firstTypeId) return { ticketTypeId, price };
  const other = others?.get(ticketTypeId)?.get(priceZoneId);
  if (other) return { ticketTypeId, price: other };
  // An event is not published before each type has a price in each zone.
  throw new Error(`expected a price of the ticket type ${ticketTypeId} in the zone ${priceZoneId}`);
}

export interface PriceInput {
  readonly priceZoneId: string;
  /** The first type unless given. */
  readonly ticketTypeKey?: string | null;
  readonly price: DecimalMoney;
}

export type PriceRefusal =
  | Rejection<'PRICE_ZONE_NOT_FOUND'>
  | Rejection<'TICKET_TYPE_NOT_FOUND'>
  | Rejection<'INVALID_AMOUNT'>
  | Rejection<'CURRENCY_MISMATCH'>
  | Rejection<'INVALID_INPUT'>;

/** What prices are checked against. */
export interface PricedEvent {
  readonly zoneIds: ReadonlySet<string>;
  readonly ticketTypes: TicketTypes;
  /** The one that everything is priced in. */
  readonly currency: CurrencyCode;
}

/** Checks prices against the zones of the event's plan, its ticket types and the currency. A price may be zero. */
export function readPrices(inputs: readonly PriceInput[], event: PricedEvent): Prices | PriceRefusal {
  const prices = new Map<TicketTypeId, Map<PriceZoneId, Money>>();
  for (const [index, input] of inputs.entries()) {
    const at = ['prices', String(index)];
    const cell = readCell(input, event, at);
    if (isRejection(cell)) return cell;
    const ofType = prices.get(cell.typeId) ?? new Map<PriceZoneId, Money>();
    if (ofType.has(cell.zoneId)) {
      const message = 'expected one price for a zone and ticket type, got a second one';
      return reject('INVALID_INPUT', message, [...at, 'priceZoneId']);
    }
    prices.set(cell.typeId, ofType.set(cell.zoneId, cell.price));
  }
  return prices;
}

/** The prices of these types: what is given, else what holds so far. */
export function mergePrices(before: Prices, given: Prices, ticketTypes: TicketTypes): Prices {
  return new Map(
    ticketTypes.map(({ id }) => [id, new Map([...(before.get(id) ?? []), ...(given.get(id) ?? [])])]),
  );
}

function readCell(
  { priceZoneId, ticketTypeKey, price }: PriceInput,
  { zoneIds, ticketTypes, currency }: PricedEvent,
  at: readonly string[],
) {
  if (!zoneIds.has(priceZoneId)) {
    const message = `expected a price zone of the hall's newest plan, got "${priceZoneId.slice(0, 60)}"`;
    return reject('PRICE_ZONE_NOT_FOUND', message, [...at, 'priceZoneId']);
  }
  const type = ticketTypeKey == null ? ticketTypes[0] : ticketTypes.find(({ key }) => key === ticketTypeKey);
  if (!type) {
    const message = `expected the key of a ticket type of the event, got "${ticketTypeKey?.slice(0, 60)}"`;
    return reject('TICKET_TYPE_NOT_FOUND', message, [...at, 'ticketTypeKey']);
  }
  const amount = parseMoney(price, { allowZero: true, field: [...at, 'price'] });
  if (isRejection(amount)) return amount;
  if (amount.currency !== currency) {
    const message = `expected a price in ${currency}, the currency that everything is priced in, got ${amount.currency}`;
    return reject('CURRENCY_MISMATCH', message, [...at, 'price', 'currencyCode']);
  }
  return { typeId: type.id, zoneId: priceZoneId as PriceZoneId, price: amount };
}
