import { requireUser } from '@parterre/platform/graphql/require-caller.ts';
import { toUserErrors } from '@parterre/platform/graphql/user-errors.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import type { Application } from '../../application.ts';
import type { MutationResolvers } from './schema.generated.ts';

export function topUpWalletOf(
  application: Pick<Application, 'topUpWallet'>,
): NonNullable<MutationResolvers['topUpWallet']> {
  return async (_mutation, { input }, context) => {
    const { userId } = requireUser(context).caller;
    const outcome = await application.topUpWallet({ userId, ...input }, context.now);
    if (isRejection(outcome)) return { wallet: null, userErrors: toUserErrors(outcome) };
    // Another field of this request may have read the wallet before the money came in.
    context.loaders.walletOf.clear(userId);
    return { wallet: await context.loaders.walletOf.load(userId), userErrors: [] };
  };
}
