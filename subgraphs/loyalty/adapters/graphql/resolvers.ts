import { scalarResolvers } from '@parterre/platform/graphql/scalars.ts';
import type { Application } from '../../application.ts';
import { subgraphMutations } from './internal-mutations.ts';
import { loyaltyAccount, pointsOperation, user } from './loyalty-account.ts';
import type { CompleteResolvers } from './schema.generated.ts';

/** The face of the loyalty subgraph. */
export function resolvers(application: Application): CompleteResolvers {
  return {
    ...scalarResolvers,
    Mutation: subgraphMutations(application),
    User: user,
    LoyaltyAccount: loyaltyAccount(application),
    PointsOperation: pointsOperation,
  };
}
