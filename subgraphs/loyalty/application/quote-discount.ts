import type { EventId, SeatId, SectionId } from '@parterre/contracts/kernel/ids.ts';
import { type Money, money } from '@parterre/contracts/kernel/money.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import { type DiscountRefusal, decideDiscount, totalsOf } from '../domain/discount.ts';
import { subtotalOf } from '../domain/promo-code.ts';
import { accountsOf } from './accounts.ts';
import type { Dependencies } from './dependencies.ts';
import { namedPromo } from './named-promo.ts';
import type { PlacesRefusal, WantedPlaces } from './ports/discounts.ts';

/** Places of one booking at most, as the tickets subgraph has it. */
const MOST_PLACES = 100;
const MOST_POINTS = 1_000_000_000;

/** A quote that is asked for, as it comes from outside. */
export interface QuoteDiscount {
  readonly eventId: string;
  readonly seatIds?: readonly string[] | null;
  readonly places?: readonly { readonly seatId: string; readonly ticketTypeId?: string | null }[] | null;
  readonly standing?:
    | readonly {
        readonly sectionId: string;
        readonly quantity: number;
        readonly ticketTypeId?: string | null;
      }[]
    | null;
  readonly promoCode?: string | null;
  readonly spendPoints?: number | null;
}

export interface DiscountQuote {
  /** Null where the places have no price: then a rejection says why. */
  readonly amounts: { readonly subtotal: Money; readonly discount: Money } | null;
  readonly rejections: readonly (DiscountRefusal | Rejection<PlacesRefusal | 'INVALID_INPUT'>)[];
}

/**
 * What places would cost the caller with a code and points. By the function that decides reservations, from prices that the
 * events subgraph answers as it does to a hold: so it is what is charged, while nobody changes what it depends on.
 */
export async function quoteDiscount(
  deps: Dependencies,
  input: QuoteDiscount,
  { caller: { userId }, now }: UserContext,
): Promise<DiscountQuote> {
  const wanted = readPlaces(input);
  if (isRejection(wanted)) return { amounts: null, rejections: [wanted] };
  const quoted = await deps.events.quote(wanted);
  if (isRejection(quoted)) return { amounts: null, rejections: [quoted] };
  const { organizerId, currency, places } = quoted;
  const subtotal = money(subtotalOf(places), currency);
  const points = input.spendPoints ?? 0;
  if (points > MOST_POINTS) {
    const fault = reject('INVALID_INPUT', `expected 0 to ${MOST_POINTS} points, got ${points}`, [
      'spendPoints',
    ]);
    return { amounts: { subtotal, discount: money(0n, currency) }, rejections: [fault] };
  }
  const [account] = await accountsOf(deps, [userId]);
  if (!account) throw new Error(`expected an account of user ${userId}`);
  const promo = await namedPromo(deps, input.promoCode ?? null, userId, (key) => deps.promoCodes.find(key));
  const booking = { eventId: wanted.eventId, organizerId, currency, places, points };
  const decided = decideDiscount(booking, account, promo, now);
  const discount = money(totalsOf(decided.places).minor, currency);
  return { amounts: { subtotal, discount }, rejections: decided.refusals };
}

/** Reads the places, or says what in them makes no sense, in the words of `createBooking`. */
function readPlaces({
  eventId,
  seatIds,
  places: typed,
  standing,
}: QuoteDiscount): WantedPlaces | Rejection<PlacesRefusal | 'INVALID_INPUT'> {
  const named = typed ?? [];
  const seats: readonly string[] = [...(seatIds ?? []), ...named.map(({ seatId }) => seatId)];
  const parts = standing ?? [];
  const places = parts.reduce((sum, { quantity }) => sum + quantity, seats.length);
  if (!isId<'Event'>(eventId)) return reject('EVENT_NOT_FOUND', 'there is no such event', ['eventId']);
  if (parts.some(({ quantity }) => quantity < 1)) {
    return reject('INVALID_INPUT', 'expected quantities of at least 1', ['standing']);
  }
  if (places === 0) return reject('INVALID_INPUT', 'expected at least one place, got none', ['seatIds']);
  if (places > MOST_PLACES) {
    return reject('TOO_MANY_SEATS', `expected at most ${MOST_PLACES} places, got ${places}`, ['seatIds']);
  }
  const sectionIds = parts.map(({ sectionId }) => sectionId);
  const areas = new Set(parts.map(({ sectionId, ticketTypeId }) => `${sectionId}/${ticketTypeId ?? ''}`));
  if (new Set(seats).size < seats.length || areas.size < parts.length) {
    const message = 'expected each seat, and each section and ticket type, once, got one twice';
    return reject('INVALID_INPUT', message, ['seatIds']);
  }
  const types = [...named, ...parts].flatMap(({ ticketTypeId }) => ticketTypeId ?? []);
  if (!types.every(isId)) {
    return reject('TICKET_TYPE_NOT_FOUND', 'a ticket type is not one of this event');
  }
  if (!seats.every(isId)) return reject('SEAT_NOT_FOUND', 'a seat is not one of this event', ['seatIds']);
  if (!sectionIds.every(isId)) {
    return reject('SECTION_NOT_FOUND', 'a section is not one of this event', ['standing']);
  }
  return {
    eventId: eventId as EventId,
    seatIds: seats as readonly SeatId[],
    seatTypes: named.flatMap(({ seatId, ticketTypeId }) =>
      ticketTypeId == null ? [] : { seatId: seatId as SeatId, ticketTypeId },
    ),
    standing: parts.map(({ sectionId, quantity, ticketTypeId }) => ({
      sectionId: sectionId as SectionId,
      quantity,
      ticketTypeId: ticketTypeId ?? null,
    })),
  };
}
