import { requireAdmin } from '@parterre/contracts/access/require-role.ts';
import { scalarResolvers } from '@parterre/platform/graphql/scalars.ts';
import { serviceQueries, serviceTypes } from '@parterre/platform/operations/operations-resolvers.ts';
import type { Application } from '../../application/application.ts';
import { createInternalMutations } from './internal-mutations.ts';
import { createMutations } from './mutations.ts';
import { createQueries } from './queries.ts';
import type { CompleteResolvers } from './schema.generated.ts';
import { createSubscriptions } from './subscriptions.ts';
import { catalogueTypes } from './types/catalogue.ts';
import { planTypes } from './types/plans.ts';
import { seatMapTypes } from './types/seat-maps.ts';
import { seriesTypes } from './types/series.ts';

/** Everything that the schema of this subgraph promises. */
export function createResolvers(application: Application): CompleteResolvers {
  return {
    ...scalarResolvers,
    ...catalogueTypes,
    ...planTypes,
    ...seatMapTypes,
    ...seriesTypes,
    ...serviceTypes('events', application.operations, requireAdmin),
    Query: { ...createQueries(application), ...serviceQueries(requireAdmin) },
    Mutation: { ...createMutations(application), ...createInternalMutations(application) },
    Subscription: createSubscriptions(application),
  };
}
