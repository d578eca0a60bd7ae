import { parseMoney, toDecimal } from '@parterre/contracts/kernel/money.ts';
import { badUserInput } from '@parterre/platform/graphql/errors.ts';
import { requireSubgraph } from '@parterre/platform/graphql/require-caller.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { type Id, isId } from '@parterre/platform/kernel/ids.ts';
import { isRejection, type Rejection, reject } from '@parterre/platform/kernel/rejection.ts';
import type { ReserveDiscount } from '../../application/reserve-discount.ts';
import type { Application } from '../../application.ts';
import { MAX_SUBTOTAL_MINOR } from '../../domain/reservation.ts';
import type { MutationResolvers, ReserveDiscountInput } from './schema.generated.ts';

/** What the tickets subgraph asks of this one. */
export function subgraphMutations(application: Application) {
  return {
    reserveDiscount: async (_mutation, { input }, context) => {
      requireSubgraph(context, 'tickets');
      const command = readCommand(input);
      const outcome = isRejection(command)
        ? command
        : await application.reserveDiscount(command, context.now);
      if ('rejected' in outcome) return { reservation: null, userErrors: toUserErrors(outcome) };
      if (!outcome.discount) throw new Error(`expected booking ${outcome.bookingId} to have a discount`);
      const reservation = { bookingId: outcome.bookingId, discount: toDecimal(outcome.discount) };
      return { reservation, userErrors: [] };
    },

    commitDiscount: async (_mutation, { input }, context) => {
      requireSubgraph(context, 'tickets');
      const bookingId = readId<'Booking'>('bookingId', input.bookingId);
      const outcome = await application.commitDiscount({ bookingId }, context.now);
      return isRejection(outcome)
        ? { committed: false, userErrors: toUserErrors(outcome) }
        : { committed: true, userErrors: [] };
    },

    releaseDiscount: async (_mutation, { input }, context) => {
      requireSubgraph(context, 'tickets');
      const bookingId = readId<'Booking'>('bookingId', input.bookingId);
      const userId = readId<'User'>('userId', input.userId);
      const outcome = await application.releaseDiscount({ bookingId, userId }, context.now);
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
    mostMinor: MAX_SUBTOTAL_MINOR,
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

/** Subgraphs pass ids that the server made: another shape is a bug of theirs, not a business no. */
function readId<Kind extends string>(name: string, text: string): Id<Kind> {
  if (isId<Kind>(text)) return text;
  throw badUserInput(`expected "${name}" to be a UUID, got "${text.slice(0, 40)}"`);
}
