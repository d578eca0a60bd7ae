import { requireUser } from '@parterre/platform/graphql/require-caller.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import type { Application } from '../../application/application.ts';
import type { MutationResolvers } from './schema.generated.ts';

/** What users change. */
export function createMutations({ commands }: Application) {
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
  } satisfies MutationResolvers;
}
