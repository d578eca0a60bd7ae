import { requireAdmin, requireOrganizer } from '@parterre/contracts/access/require-role.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import { deadLetterPayload } from '@parterre/platform/operations/operations-resolvers.ts';
import type { Application } from '../../application/application.ts';
import type { MutationResolvers } from './schema.generated.ts';

/** What organizers do. */
export function createMutations({ commands, operations }: Application) {
  return {
    createPromoCode: async (_mutation, { input }, context) => {
      const outcome = await commands.createPromoCode(input, requireOrganizer(context));
      if (isRejection(outcome)) return { promoCode: null, userErrors: toUserErrors(outcome) };
      return { promoCode: outcome, userErrors: [] };
    },

    deactivatePromoCode: async (_mutation, { input }, context) => {
      const outcome = await commands.deactivatePromoCode(input, requireOrganizer(context));
      if (isRejection(outcome)) return { promoCode: null, userErrors: toUserErrors(outcome) };
      return { promoCode: outcome, userErrors: [] };
    },

    retryLoyaltyDeadLetter: async (_mutation, { input }, context) => {
      requireAdmin(context);
      return deadLetterPayload(await operations.retryDeadLetter(input));
    },

    dropLoyaltyDeadLetter: async (_mutation, { input }, context) =>
      deadLetterPayload(await operations.dropDeadLetter(input, requireAdmin(context))),
  } satisfies MutationResolvers;
}
