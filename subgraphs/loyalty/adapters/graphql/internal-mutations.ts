import {
  type CurrencyCode,
  type Money,
  money,
  mostMinorUnitsInSum,
  parseMoney,
  toDecimal,
} from '@parterre/contracts/kernel/money.ts';
import { readId } from '@parterre/platform/graphql/read-id.ts';
import { requireSubgraph } from '@parterre/platform/graphql/require-caller.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Application } from '../../application/application.ts';
import type { ReserveDiscount } from '../../application/reserve-discount.ts';
import type { PricedPlace } from '../../domain/promo-code.ts';
import type {
  MoneyInput,
  MutationResolvers,
  PlaceToDiscountInput,
  ReserveDiscountInput,
} from './schema.generated.ts';

/** Places that one booking names at most; no event sells one buyer more. */
const MOST_PLACES = 500;

/** What the tickets subgraph asks of this one. */
export function createInternalMutations({ commands }: Application) {
  return {
    reserveDiscount: async (_mutation, { input }, context) => {
      requireSubgraph(context, 'tickets');
      const command = readCommand(input);
      const outcome = isRejection(command) ? command : await commands.reserveDiscount(command, context);
      if ('rejected' in outcome) return { reservation: null, userErrors: toUserErrors(outcome) };
      if (!outcome.discount) throw new Error(`expected booking ${outcome.bookingId} to have a discount`);
      const { bookingId, discount, places } = outcome;
      const { currency } = discount;
      const shown = (places ?? []).map(({ promoMinor, pointsMinor }) => ({
        promo: toDecimal(money(promoMinor, currency)),
        points: toDecimal(money(pointsMinor, currency)),
      }));
      return { reservation: { bookingId, discount: toDecimal(discount), places: shown }, userErrors: [] };
    },

    commitDiscount: async (_mutation, { input }, context) => {
      requireSubgraph(context, 'tickets');
      const bookingId = readId<'Booking'>('bookingId', input.bookingId);
      const outcome = await commands.commitDiscount({ bookingId }, context);
      return isRejection(outcome)
        ? { committed: false, userErrors: toUserErrors(outcome) }
        : { committed: true, userErrors: [] };
    },

    releaseDiscount: async (_mutation, { input }, context) => {
      requireSubgraph(context, 'tickets');
      const bookingId = readId<'Booking'>('bookingId', input.bookingId);
      const userId = readId<'User'>('userId', input.userId);
      const outcome = await commands.releaseDiscount({ bookingId, userId }, context);
      return isRejection(outcome)
        ? { released: false, userErrors: toUserErrors(outcome) }
        : { released: true, userErrors: [] };
    },
  } satisfies MutationResolvers;
}

function readCommand(
  input: ReserveDiscountInput,
): ReserveDiscount | Rejection<'INVALID_INPUT' | 'ACCOUNT_NOT_FOUND'> {
  if (!isId<'User'>(input.userId)) {
    return reject('ACCOUNT_NOT_FOUND', 'expected the id of a user, who then has an account', ['userId']);
  }
  const subtotal = readAmount(input.subtotal, ['subtotal']);
  if (isRejection(subtotal)) return subtotal;
  const places = input.places ? readPlaces(input.places, subtotal.currency) : null;
  if (isRejection(places)) return places;
  return {
    bookingId: readId<'Booking'>('bookingId', input.bookingId),
    userId: input.userId,
    eventId: readId<'Event'>('eventId', input.eventId),
    organizerId: input.organizerId == null ? null : readId<'User'>('organizerId', input.organizerId),
    subtotal,
    promoCode: input.promoCode ?? null,
    points: input.spendPoints ?? 0,
    places,
  };
}

function readPlaces(
  places: readonly PlaceToDiscountInput[],
  currency: CurrencyCode,
): PricedPlace[] | Rejection<'INVALID_INPUT'> {
  if (places.length > MOST_PLACES) {
    return reject('INVALID_INPUT', `expected at most ${MOST_PLACES} places, got ${places.length}`, [
      'places',
    ]);
  }
  const read: PricedPlace[] = [];
  for (const [index, { priceZoneId, price, ticketTypeId }] of places.entries()) {
    const field = ['places', String(index), 'price'];
    const amount = readAmount(price, field);
    if (isRejection(amount)) return amount;
    if (amount.currency !== currency) {
      return reject('INVALID_INPUT', `expected a price in ${currency}, got ${amount.currency}`, field);
    }
    read.push({
      priceZoneId: readId<'PriceZone'>('priceZoneId', priceZoneId),
      ticketTypeId: ticketTypeId ?? null,
      minor: amount.minor,
    });
  }
  return read;
}

function readAmount(value: MoneyInput, field: readonly string[]): Money | Rejection<'INVALID_INPUT'> {
  const amount = parseMoney(value, { allowZero: true, most: mostMinorUnitsInSum, field });
  return isRejection(amount) ? reject('INVALID_INPUT', amount.message, amount.field) : amount;
}
