import { requireAdmin } from '@parterre/contracts/access/require-role.ts';
import { requireUser } from '@parterre/platform/graphql/require-caller.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import { deadLetterPayload } from '@parterre/platform/operations/operations-resolvers.ts';
import type { Application } from '../../application/application.ts';
import type { MutationResolvers } from './schema.generated.ts';

/** What users change. */
export function createMutations({ commands, operations }: Application) {
  return {
    topUpWallet: async (_mutation, { input }, context) => {
      const asUser = requireUser(context);
      const { userId } = asUser.caller;
      const outcome = await commands.topUpWallet(input, asUser);
      if (isRejection(outcome)) return { wallet: null, redirectUrl: null, userErrors: toUserErrors(outcome) };
      // Another field of this request may have read the wallet before the money came in.
      context.loaders.walletOf.clear(userId);
      const { redirectUrl } = outcome;
      return { wallet: await context.loaders.walletOf.load(userId), redirectUrl, userErrors: [] };
    },

    retryPaymentsDeadLetter: async (_mutation, { input }, context) => {
      requireAdmin(context);
      return deadLetterPayload(await operations.retryDeadLetter(input));
    },

    dropPaymentsDeadLetter: async (_mutation, { input }, context) =>
      deadLetterPayload(await operations.dropDeadLetter(input, requireAdmin(context))),
  } satisfies MutationResolvers;
}
