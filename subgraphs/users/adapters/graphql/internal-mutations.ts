import { readId } from '@parterre/platform/graphql/read-id.ts';
import { requireSubgraph } from '@parterre/platform/graphql/require-caller.ts';
import type { Application } from '../../application/application.ts';
import type { MutationResolvers } from './schema.generated.ts';

/** What other subgraphs ask of this one. */
export function createInternalMutations({ commands }: Application) {
  return {
    issueMailToken: async (_mutation, { input }, context) => {
      requireSubgraph(context, 'notifications');
      const userId = readId<'User'>('userId', input.userId);
      const issued = await commands.issueMailToken({ userId, purpose: input.purpose }, context);
      return issued ?? { token: null, expiresAt: null };
    },
  } satisfies MutationResolvers;
}
