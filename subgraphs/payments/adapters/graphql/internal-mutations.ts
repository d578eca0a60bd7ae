import { mostMinorUnitsInSum, parseMoney } from '@parterre/contracts/kernel/money.ts';
import { badUserInput } from '@parterre/platform/graphql/errors.ts';
import { readId } from '@parterre/platform/graphql/read-id.ts';
import { requireSubgraph } from '@parterre/platform/graphql/require-caller.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { isRejection, type Rejection } from '@parterre/platform/kernel/rejection.ts';
import type { Application } from '../../application/application.ts';
import type { Payment } from '../../domain/payment.ts';
import type { MutationResolvers } from './schema.generated.ts';

/** A booking may cost more than one amount from outside may be; what no wallet can hold is a mistake. */
const sumOfABooking = { most: mostMinorUnitsInSum };

/** What the tickets subgraph asks of this one, and what the gateway hands on. */
export function createInternalMutations({ commands }: Application) {
  return {
    // Whoever asks: the signature says who speaks.
    receiveProviderMessage: async (_mutation, { input }, context) => {
      const outcome = await commands.receiveProviderMessage(input, context);
      return { userErrors: isRejection(outcome) ? toUserErrors(outcome) : [] };
    },

    authorizePayment: async (_mutation, { input }, context) => {
      requireSubgraph(context, 'tickets');
      const amount = parseMoney(input.amount, sumOfABooking);
      if (isRejection(amount)) return toPayload(amount);
      return toPayload(await commands.authorizePayment({ ...readPayer(input), amount }, context));
    },

    capturePayment: async (_mutation, { input }, context) => {
      requireSubgraph(context, 'tickets');
      return toPayload(await commands.capturePayment(readAttempt(input), context));
    },

    voidPayment: async (_mutation, { input }, context) => {
      requireSubgraph(context, 'tickets');
      return toPayload(await commands.voidPayment(readPayer(input), context));
    },

    refundPayment: async (_mutation, { input }, context) => {
      requireSubgraph(context, 'tickets');
      const bookingId = readId<'Booking'>('bookingId', input.bookingId);
      const refundId = readId<'Refund'>('refundId', input.refundId);
      const amount = parseMoney(input.amount, sumOfABooking);
      if (isRejection(amount)) return toPayload(amount);
      return toPayload(await commands.refundPayment({ bookingId, refundId, amount }, context));
    },
  } satisfies MutationResolvers;
}

function toPayload<Code extends string>(outcome: Payment | Rejection<Code>) {
  return 'rejected' in outcome
    ? { payment: null, userErrors: toUserErrors<Code>(outcome) }
    : { payment: { id: outcome.id, status: outcome.status }, userErrors: [] };
}

function readPayer(input: { readonly bookingId: string; readonly attempt: number; readonly userId: string }) {
  return { ...readAttempt(input), userId: readId<'User'>('userId', input.userId) };
}

function readAttempt({ bookingId, attempt }: { readonly bookingId: string; readonly attempt: number }) {
  if (attempt < 1) throw badUserInput(`expected "attempt" to count from 1, got ${attempt}`);
  return { bookingId: readId<'Booking'>('bookingId', bookingId), attempt };
}
