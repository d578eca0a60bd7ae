import { requireAdmin } from '@parterre/contracts/access/require-role.ts';
import { deadLetterPayload } from '@parterre/platform/operations/operations-resolvers.ts';
import type { Application } from '../../application/application.ts';
import type { MutationResolvers } from './schema.generated.ts';

/** What administrators change; all else comes by facts. */
export function createMutations({ operations }: Application) {
  return {
    retryAnalyticsDeadLetter: async (_mutation, { input }, context) => {
      requireAdmin(context);
      return deadLetterPayload(await operations.retryDeadLetter(input));
    },

    dropAnalyticsDeadLetter: async (_mutation, { input }, context) =>
      deadLetterPayload(await operations.dropDeadLetter(input, requireAdmin(context))),
  } satisfies MutationResolvers;
}
