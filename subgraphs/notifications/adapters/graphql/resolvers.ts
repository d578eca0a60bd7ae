import { requireAdmin } from '@parterre/contracts/access/require-role.ts';
import { scalarResolvers } from '@parterre/platform/graphql/scalars.ts';
import { serviceQueries, serviceTypes } from '@parterre/platform/operations/operations-resolvers.ts';
import type { Application } from '../../application/application.ts';
import { createMutations } from './mutations.ts';
import { createQueries } from './queries.ts';
import type { CompleteResolvers } from './schema.generated.ts';
import { createSubscriptions } from './subscriptions.ts';
import { createTypes } from './types.ts';

/** Everything that the schema of this subgraph promises. */
export function createResolvers(application: Application): CompleteResolvers {
  return {
    DateTime: scalarResolvers.DateTime,
    ...createTypes(),
    ...serviceTypes('notifications', application.operations, requireAdmin),
    Query: { ...createQueries(), ...serviceQueries(requireAdmin) },
    Subscription: createSubscriptions(application),
    Mutation: createMutations(application),
  };
}
