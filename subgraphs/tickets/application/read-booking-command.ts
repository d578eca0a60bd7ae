import type { EventId, SeatId, SectionId, TicketTypeId } from '@parterre/contracts/kernel/ids.ts';
import {
  type CurrencyCode,
  type DecimalMoney,
  mostMinorUnits,
  parseMoney,
  toDecimal,
} from '@parterre/contracts/kernel/money.ts';
import {
  MOST_PLACES,
  type PlacesToBook,
  refusePlacesToBook,
  refuseSpentPoints,
  type SeatToBook,
  seatsToBook,
} from '@parterre/contracts/kernel/places-to-book.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { isStorable, isTooLong } from '@parterre/platform/kernel/text.ts';
import { refuseKey } from './idempotent-request.ts';
import type { BestSeats, SeatType, StandingPlaces } from './ports/subgraphs.ts';

/** Characters, as the loyalty subgraph counts them: whether there is such a code is its to say. */
const LONGEST_PROMO_CODE = 50;

interface BestInput {
  readonly priceZoneId: string;
  /** Of the event's first ticket type; or `party`. */
  readonly partySize?: number | null;
  readonly party?: readonly { readonly ticketTypeId?: string | null; readonly quantity: number }[] | null;
}

/** A request to book as it comes from outside. */
export interface BookingCommandInput extends PlacesToBook {
  readonly eventId: string;
  readonly bestAvailable?: BestInput | null;
  readonly promoCode?: string | null;
  readonly spendPoints?: number | null;
  readonly payNow?: boolean | null;
  readonly expectedTotal?: { readonly amount: string; readonly currencyCode: string } | null;
  readonly idempotencyKey: string;
}

/** A request that makes sense; what is left out of the input has become what it stands for. */
export interface BookingCommand {
  readonly eventId: EventId;
  readonly seatIds: readonly SeatId[];
  /** Missing where no seat names one: what is kept under a key stays the same as before there were any. */
  readonly seatTypes?: readonly SeatType[];
  readonly standing: readonly StandingPlaces[];
  /** Missing where none is wanted, for the same reason. */
  readonly bestAvailable?: BestSeats;
  readonly promoCode: string | null;
  /** Null for none. */
  readonly spendPoints: number | null;
  readonly payNow: boolean;
  /** What the buyer was shown; missing where nothing is said, for the same reason. */
  readonly expectedTotal?: DecimalMoney;
}

type Refusal =
  | 'INVALID_INPUT'
  | 'INVALID_AMOUNT'
  | 'EVENT_NOT_FOUND'
  | 'SEAT_NOT_FOUND'
  | 'SECTION_NOT_FOUND'
  | 'PRICE_ZONE_NOT_FOUND'
  | 'TICKET_TYPE_NOT_FOUND'
  | 'TOO_MANY_SEATS'
  | 'PROMO_CODE_NOT_FOUND';

/** Reads a request to book, or says what in it makes no sense. An identifier that is none names nothing. */
export function readBookingCommand(input: BookingCommandInput): BookingCommand | Rejection<Refusal> {
  const bestAvailable = input.bestAvailable ? readBest(input.bestAvailable) : null;
  const expectedTotal = input.expectedTotal ? readTotal(input.expectedTotal) : null;
  const party = isRejection(bestAvailable) ? [] : (bestAvailable?.party ?? []);
  const partySize = party.reduce((sum, { quantity }) => sum + quantity, 0);
  const fault =
    refuseKey(input.idempotencyKey) ??
    (isRejection(bestAvailable) ? bestAvailable : null) ??
    refusePlacesToBook(input, partySize) ??
    refuseDiscount(input) ??
    (isRejection(expectedTotal) ? expectedTotal : null);
  if (fault) return fault;
  if (!isId<'Event'>(input.eventId)) {
    return reject('EVENT_NOT_FOUND', 'there is no such event', ['eventId']);
  }
  return {
    eventId: input.eventId,
    seatIds: seatsToBook(input) as readonly SeatId[],
    ...seatTypesIn(input.places ?? []),
    standing: (input.standing ?? []).map(({ sectionId, quantity, ticketTypeId }) => ({
      sectionId: sectionId as SectionId,
      quantity,
      ...(ticketTypeId == null ? {} : { ticketTypeId: ticketTypeId as TicketTypeId }),
    })),
    ...(bestAvailable && !isRejection(bestAvailable) && { bestAvailable }),
    promoCode: input.promoCode?.trim() || null,
    spendPoints: input.spendPoints || null,
    payNow: input.payNow ?? false,
    ...(expectedTotal && !isRejection(expectedTotal) && { expectedTotal }),
  };
}

/** As it is written everywhere, so that "20" and "20.00" are one request under its key. */
function readTotal(
  input: NonNullable<BookingCommandInput['expectedTotal']>,
): DecimalMoney | Rejection<'INVALID_AMOUNT'> {
  const most = (currency: CurrencyCode) => mostMinorUnits(currency) * BigInt(MOST_PLACES);
  const total = parseMoney(input, { allowZero: true, most, field: ['expectedTotal'] });
  return isRejection(total) ? total : toDecimal(total);
}

function seatTypesIn(places: readonly SeatToBook[]): Pick<BookingCommand, 'seatTypes'> {
  const seatTypes = places.flatMap(({ seatId, ticketTypeId }) =>
    ticketTypeId == null ? [] : [{ seatId: seatId as SeatId, ticketTypeId: ticketTypeId as TicketTypeId }],
  );
  return seatTypes.length > 0 ? { seatTypes } : {};
}

/** Either so many of the first ticket type, or a party by ticket types. */
function readBest({
  priceZoneId,
  partySize,
  party,
}: BestInput): BestSeats | Rejection<'INVALID_INPUT' | 'PRICE_ZONE_NOT_FOUND' | 'TICKET_TYPE_NOT_FOUND'> {
  const at = ['bestAvailable'];
  if ((partySize == null) === (party == null)) {
    return reject('INVALID_INPUT', 'expected one of partySize and party', at);
  }
  const people = party ?? [{ ticketTypeId: null, quantity: partySize ?? 0 }];
  if (people.length === 0 || people.some(({ quantity }) => quantity < 1)) {
    return reject('INVALID_INPUT', 'expected a party of at least 1', at);
  }
  if (people.some(({ ticketTypeId }) => ticketTypeId != null && !isId(ticketTypeId))) {
    return reject('TICKET_TYPE_NOT_FOUND', 'a ticket type is not one of this event', [...at, 'party']);
  }
  if (!isId<'PriceZone'>(priceZoneId)) {
    return reject('PRICE_ZONE_NOT_FOUND', 'the price zone is not one of this event', [...at, 'priceZoneId']);
  }
  return {
    priceZoneId,
    party: people.map(({ ticketTypeId, quantity }) => ({
      ticketTypeId: (ticketTypeId ?? null) as TicketTypeId | null,
      quantity,
    })),
  };
}

function refuseDiscount({ promoCode, spendPoints }: BookingCommandInput): Rejection<Refusal> | null {
  if (promoCode != null && (isTooLong(promoCode, LONGEST_PROMO_CODE) || !isStorable(promoCode))) {
    return reject('PROMO_CODE_NOT_FOUND', 'there is no such promo code', ['promoCode']);
  }
  return refuseSpentPoints(spendPoints ?? 0);
}
