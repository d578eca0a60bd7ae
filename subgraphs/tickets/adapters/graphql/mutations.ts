import { requireAdmin } from '@parterre/contracts/access/require-role.ts';
import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { requireUser } from '@parterre/platform/graphql/require-caller.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import type { Rejection } from '@parterre/platform/kernel/rejection.ts';
import { deadLetterPayload } from '@parterre/platform/operations/operations-resolvers.ts';
import type { Application } from '../../application/application.ts';
import type { Answer } from '../../application/idempotent-request.ts';
import type { Context } from './loaders.ts';
import type { MutationResolvers, UserErrorCode } from './schema.generated.ts';

/** What buyers do, each answered with the booking in its present state, and what is done at the door. */
export function createMutations({ commands, operations }: Application) {
  return {
    createBooking: async (_, { input }, context) => {
      const answer = await commands.createBooking(input, requireUser(context));
      const { booking, userErrors } = toPayload(answer, context);
      const { retryAfterMs = null } = answer;
      return { booking, userErrors: userErrors.map((error) => ({ ...error, retryAfterMs })) };
    },

    payBooking: async (_, { input }, context) =>
      toPayload(await commands.payBooking(input, requireUser(context)), context),

    cancelBooking: async (_, { input }, context) =>
      toPayload(await commands.cancelBooking(input, requireUser(context)), context),

    refundTickets: async (_, { input }, context) => {
      const answer = await commands.refundTickets(input, requireUser(context));
      const refunded = answer.refunded && toDecimal(answer.refunded);
      return { ...toPayload(answer, context), refunded };
    },

    checkInTicket: async (_, { input }, context) => {
      const { code, eventId = null, idempotencyKey = null } = input;
      const { ticket, rejection } = await commands.checkInTicket(
        { code, eventId, idempotencyKey },
        requireUser(context),
      );
      if (ticket) context.loaders.forget(ticket.bookingId);
      return {
        ticket,
        checkedInBy: ticket?.checkedIn ? { id: ticket.checkedIn.by } : null,
        userErrors: rejection ? toUserErrors(rejection) : [],
      };
    },

    retryTicketsDeadLetter: async (_mutation, { input }, context) => {
      requireAdmin(context);
      return deadLetterPayload(await operations.retryDeadLetter(input));
    },

    dropTicketsDeadLetter: async (_mutation, { input }, context) =>
      deadLetterPayload(await operations.dropDeadLetter(input, requireAdmin(context))),
  } satisfies MutationResolvers;
}

function toPayload({ booking, rejection, shown }: Answer, { loaders }: Context) {
  // Another mutation of the same request may have read the booking before this one changed it.
  if (booking) loaders.forget(booking.id);
  if (booking && shown) loaders.know(booking.id, shown.places, shown.tickets);
  // An outcome may come from the database, so its code is no more than a text here; GraphQL refuses to
  // write one that the enum does not have.
  return { booking, userErrors: rejection ? toUserErrors(rejection as Rejection<UserErrorCode>) : [] };
}
