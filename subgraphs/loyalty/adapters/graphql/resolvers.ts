import { scalarResolvers } from '@parterre/platform/graphql/scalars.ts';
import type { Application } from '../../application.ts';
import { loyaltyAccount, pointsOperation, user } from './loyalty-account.ts';
import { roomMutations } from './room-mutations.ts';
import type { Resolvers } from './schema.generated.ts';

/** The face of the loyalty room. */
export function resolvers(application: Application): Resolvers {
  return {
    ...scalarResolvers,
    Mutation: roomMutations(application),
    User: user,
    LoyaltyAccount: loyaltyAccount(application),
    PointsOperation: pointsOperation,
  };
}
