import { toDecimal } from '@parterre/contracts/kernel/money.ts';
import { requireUser } from '@parterre/platform/graphql/require-caller.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import type { Rejection } from '@parterre/platform/kernel/rejection.ts';
import type { Answer } from '../../application/answer.ts';
import type { Application } from '../../application.ts';
import type { TicketsContext } from './context.ts';
import type { MutationResolvers, UserErrorCode } from './schema.generated.ts';

/** The mutations of the subgraph, each answered with the booking in its present state. */
export function mutationResolvers(application: Application) {
  return {
    async createBooking(_, { input }, context) {
      const answer = await application.createBooking(requireUser(context).caller.userId, input);
      return shown(answer, context);
    },
    async payBooking(_, { input }, context) {
      const answer = await application.payBooking(requireUser(context).caller, input);
      return shown(answer, context);
    },
    async cancelBooking(_, { input }, context) {
      const answer = await application.cancelBooking(requireUser(context).caller, input);
      return shown(answer, context);
    },
    async refundTickets(_, { input }, context) {
      const answer = await application.refundTickets(requireUser(context).caller, input);
      const refunded = answer.refunded && toDecimal(answer.refunded);
      return { ...shown(answer, context), refunded };
    },
  } satisfies MutationResolvers;
}

function shown({ booking, rejection }: Answer, { loaders }: TicketsContext) {
  // Another mutation of the same request may have read the booking before this one changed it.
  if (booking) loaders.forget(booking.id);
  // An outcome may come from the database, so its code is no more than a text here; GraphQL refuses to
  // write one that the enum does not have.
  return { booking, userErrors: rejection ? toUserErrors(rejection as Rejection<UserErrorCode>) : [] };
}
