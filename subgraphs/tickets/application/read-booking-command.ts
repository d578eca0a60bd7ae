import type { EventId, SeatId, SectionId, TicketTypeId } from '@parterre/contracts/kernel/ids.ts';
import {
  type CurrencyCode,
  type DecimalMoney,
  mostMinorUnits,
  parseMoney,
  toDecimal,
} from '@parterre/contracts/kernel/money.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { isStorable } from '@parterre/platform/kernel/text.ts';
import { MOST_PLACES } from '../domain/booking.ts';
import { refuseKey } from './idempotent-request.ts';
import type { BestSeats, SeatType, StandingPlaces } from './ports/subgraphs.ts';

const LONGEST_PROMO_CODE = 100;
const MOST_POINTS = 1_000_000_000;

interface PlaceInput {
  readonly seatId: string;
  readonly ticketTypeId?: string | null;
}
interface StandingInput {
  readonly sectionId: string;
  readonly quantity: number;
  readonly ticketTypeId?: string | null;
}

interface BestInput {
  readonly priceZoneId: string;
  /** Of the event's first ticket type; or `party`. */
  readonly partySize?: number | null;
  readonly party?: readonly { readonly ticketTypeId?: string | null; readonly quantity: number }[] | null;
}

/** A request to book as it comes from outside. */
export interface BookingCommandInput {
  readonly eventId: string;
  readonly seatIds?: readonly string[] | null;
  readonly places?: readonly PlaceInput[] | null;
  readonly standing?: readonly StandingInput[] | null;
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
  const named = input.places ?? [];
  const seatIds: readonly string[] = [...(input.seatIds ?? []), ...named.map(({ seatId }) => seatId)];
  const standing = input.standing ?? [];
  const bestAvailable = input.bestAvailable ? readBest(input.bestAvailable) : null;
  const expectedTotal = input.expectedTotal ? readTotal(input.expectedTotal) : null;
  const party = isRejection(bestAvailable) ? [] : (bestAvailable?.party ?? []);
  const fault =
    refuseKey(input.idempotencyKey) ??
    (isRejection(bestAvailable) ? bestAvailable : null) ??
    refusePlaces(seatIds, standing, party) ??
    refuseTypes('places', named) ??
    refuseTypes('standing', standing) ??
    refuseDiscount(input) ??
    (isRejection(expectedTotal) ? expectedTotal : null);
  if (fault) return fault;
  if (!isId<'Event'>(input.eventId)) {
    return reject('EVENT_NOT_FOUND', 'there is no such event', ['eventId']);
  }
  return {
    eventId: input.eventId,
    seatIds: seatIds as readonly SeatId[],
    ...seatTypesIn(named),
    standing: standing.map(({ sectionId, quantity, ticketTypeId }) => ({
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

function seatTypesIn(places: readonly PlaceInput[]): Pick<BookingCommand, 'seatTypes'> {
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

function refuseTypes(
  field: 'places' | 'standing',
  places: readonly { readonly ticketTypeId?: string | null }[],
): Rejection<Refusal> | null {
  const index = places.findIndex(({ ticketTypeId }) => ticketTypeId != null && !isId(ticketTypeId));
  if (index < 0) return null;
  const at = [field, String(index), 'ticketTypeId'];
  return reject('TICKET_TYPE_NOT_FOUND', 'a ticket type is not one of this event', at);
}

function refusePlaces(
  seatIds: readonly string[],
  standing: readonly StandingInput[],
  party: readonly { readonly quantity: number }[],
): Rejection<Refusal> | null {
  const field = [seatIds.length > 0 ? 'seatIds' : 'standing'];
  const places = [...standing, ...party].reduce((sum, { quantity }) => sum + quantity, seatIds.length);
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

function refuseDiscount({ promoCode, spendPoints }: BookingCommandInput): Rejection<Refusal> | null {
  if (promoCode != null && (promoCode.length > LONGEST_PROMO_CODE || !isStorable(promoCode))) {
    return reject('PROMO_CODE_NOT_FOUND', 'there is no such promo code', ['promoCode']);
  }
  if (spendPoints != null && (spendPoints < 0 || spendPoints > MOST_POINTS)) {
    const message = `expected 0 to ${MOST_POINTS} points, got ${spendPoints}`;
    return reject('INVALID_INPUT', message, ['spendPoints']);
  }
  return null;
}
