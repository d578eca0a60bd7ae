import type { EventId, SeatId, SectionId } from '@parterre/contracts/kernel/ids.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import { isStorable } from '@parterre/platform/kernel/text.ts';
import { MOST_PLACES } from '../domain/booking.ts';
import { refuseKey } from './idempotent-request.ts';
import type { StandingPlaces } from './ports/subgraphs.ts';

const LONGEST_PROMO_CODE = 100;
const MOST_POINTS = 1_000_000_000;

/** A request to book as it comes from outside. */
export interface BookingCommandInput {
  readonly eventId: string;
  readonly seatIds?: readonly string[] | null;
  readonly standing?: readonly { readonly sectionId: string; readonly quantity: number }[] | null;
  readonly promoCode?: string | null;
  readonly spendPoints?: number | null;
  readonly payNow?: boolean | null;
  readonly idempotencyKey: string;
}

/** A request that makes sense; what is left out of the input has become what it stands for. */
export interface BookingCommand {
  readonly eventId: EventId;
  readonly seatIds: readonly SeatId[];
  readonly standing: readonly StandingPlaces[];
  readonly promoCode: string | null;
  /** Null for none. */
  readonly spendPoints: number | null;
  readonly payNow: boolean;
}

type Refusal =
  | 'INVALID_INPUT'
  | 'EVENT_NOT_FOUND'
  | 'SEAT_NOT_FOUND'
  | 'SECTION_NOT_FOUND'
  | 'TOO_MANY_SEATS'
  | 'PROMO_CODE_NOT_FOUND';

/** Reads a request to book, or says what in it makes no sense. An identifier that is none names nothing. */
export function readBookingCommand(input: BookingCommandInput): BookingCommand | Rejection<Refusal> {
  const seatIds = input.seatIds ?? [];
  const standing = input.standing ?? [];
  const fault = refuseKey(input.idempotencyKey) ?? refusePlaces(seatIds, standing) ?? refuseDiscount(input);
  if (fault) return fault;
  if (!isId<'Event'>(input.eventId)) {
    return reject('EVENT_NOT_FOUND', 'there is no such event', ['eventId']);
  }
  return {
    eventId: input.eventId,
    seatIds: seatIds as readonly SeatId[],
    standing: standing.map(({ sectionId, quantity }) => ({ sectionId: sectionId as SectionId, quantity })),
    promoCode: input.promoCode?.trim() || null,
    spendPoints: input.spendPoints || null,
    payNow: input.payNow ?? false,
  };
}

function refusePlaces(
  seatIds: readonly string[],
  standing: readonly { readonly sectionId: string; readonly quantity: number }[],
): Rejection<Refusal> | null {
  const field = [seatIds.length > 0 ? 'seatIds' : 'standing'];
  const places = standing.reduce((sum, { quantity }) => sum + quantity, seatIds.length);
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
  if (new Set(standing.map(({ sectionId }) => sectionId)).size < standing.length) {
    return reject('INVALID_INPUT', 'expected each section once, got one twice', ['standing']);
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
