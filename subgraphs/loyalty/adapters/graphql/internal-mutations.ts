import { mostMinorUnitsInSum, parseMoney, toDecimal } from '@parterre/contracts/kernel/money.ts';
import { readId } from '@parterre/platform/graphql/read-id.ts';
import { requireSubgraph } from '@parterre/platform/graphql/require-caller.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { Application } from '../../application/application.ts';
import type { ReserveDiscount } from '../../application/reserve-discount.ts';
import type { MutationResolvers, ReserveDiscountInput } from './schema.generated.ts';

/** What the tickets subgraph asks of this one. */
export function createInternalMutations({ commands }: Application) {
  return {
    reserveDiscount: async (_mutation, { input }, context) => {
      requireSubgraph(context, 'tickets');
      const command = readCommand(input);
      const outcome = isRejection(command) ? command : await commands.reserveDiscount(command, context);
      if ('rejected' in outcome) return { reservation: null, userErrors: toUserErrors(outcome) };
      if (!outcome.discount) throw new Error(`expected booking ${outcome.bookingId} to have a discount`);
      const reservation = { bookingId: outcome.bookingId, discount: toDecimal(outcome.discount) };
      return { reservation, userErrors: [] };
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
  const subtotal = parseMoney(input.subtotal, {
    allowZero: true,
    most: mostMinorUnitsInSum,
    field: ['subtotal'],
  });
  if (isRejection(subtotal)) return reject('INVALID_INPUT', subtotal.message, subtotal.field);
  return {
    bookingId: readId<'Booking'>('bookingId', input.bookingId),
    userId: input.userId,
    eventId: readId<'Event'>('eventId', input.eventId),
    subtotal,
    promoCode: input.promoCode ?? null,
    points: input.spendPoints ?? 0,
  };
}
