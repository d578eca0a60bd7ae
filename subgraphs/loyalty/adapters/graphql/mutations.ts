import { requireOrganizer } from '@parterre/contracts/access/require-role.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import type { Application } from '../../application/application.ts';
import type { MutationResolvers } from './schema.generated.ts';

/** What organizers do. */
export function createMutations({ commands }: Application) {
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
  } satisfies MutationResolvers;
}
