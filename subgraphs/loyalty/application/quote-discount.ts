import type { SeatId, SectionId } from '@parterre/contracts/kernel/ids.ts';
import { type Money, money } from '@parterre/contracts/kernel/money.ts';
import {
  type PlacesToBook,
  refusePlacesToBook,
  refuseSpentPoints,
  seatsToBook,
} from '@parterre/contracts/kernel/places-to-book.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { UserContext } from '@parterre/platform/service/use-case.ts';
import { type DiscountRefusal, decideDiscount, type PricedBooking, totalsOf } from '../domain/discount.ts';
import { subtotalOf } from '../domain/promo-code.ts';
import { accountsOf } from './accounts.ts';
import { completeBooking } from './complete-booking.ts';
import type { Dependencies } from './dependencies.ts';
import { namedPromo } from './named-promo.ts';
import type { PlacesRefusal, WantedPlaces } from './ports/discounts.ts';

/** A quote that is asked for, as it comes from outside. */
export interface QuoteDiscount extends PlacesToBook {
  readonly eventId: string;
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
  const { organizerId, currency } = quoted;
  const subtotal = money(subtotalOf(quoted.places), currency);
  const points = input.spendPoints ?? 0;
  const fault = refuseSpentPoints(points);
  if (fault) return { amounts: { subtotal, discount: money(0n, currency) }, rejections: [fault] };
  const [account] = await accountsOf(deps, [userId]);
  if (!account) throw new Error(`expected an account of user ${userId}`);
  const promo = await namedPromo(deps, input.promoCode ?? null, userId, (key) => deps.promoCodes.find(key));
  const { eventId } = wanted;
  const asQuoted: PricedBooking = { eventId, organizerId, currency, places: quoted.places, points };
  const isNamed = promo !== null && promo !== 'unknown';
  const booking = isNamed ? await completeBooking(deps, promo.promoCode, asQuoted) : asQuoted;
  const decided = decideDiscount(booking, account, promo, now);
  const discount = money(totalsOf(decided.places).minor, currency);
  return { amounts: { subtotal, discount }, rejections: decided.refusals };
}

/** Reads the places, or says what in them makes no sense, in the words of `createBooking`. */
function readPlaces(input: QuoteDiscount): WantedPlaces | Rejection<PlacesRefusal | 'INVALID_INPUT'> {
  const fault = refusePlacesToBook(input);
  if (fault) return fault;
  if (!isId<'Event'>(input.eventId)) return reject('EVENT_NOT_FOUND', 'there is no such event', ['eventId']);
  return {
    eventId: input.eventId,
    seatIds: seatsToBook(input) as readonly SeatId[],
    seatTypes: (input.places ?? []).flatMap(({ seatId, ticketTypeId }) =>
      ticketTypeId == null ? [] : { seatId: seatId as SeatId, ticketTypeId },
    ),
    standing: (input.standing ?? []).map(({ sectionId, quantity, ticketTypeId }) => ({
      sectionId: sectionId as SectionId,
      quantity,
      ticketTypeId: ticketTypeId ?? null,
    })),
  };
}
