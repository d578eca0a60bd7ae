import type { PublicJwk } from '@parterre/platform/auth/access-tokens.ts';
import { scalarResolvers } from '@parterre/platform/graphql/scalars.ts';
import type { RequestContext } from '@parterre/platform/service/service.ts';
import type { Dependencies } from '../../application/dependencies.ts';
import { createAdminMutations } from './admin-mutations.ts';
import type { Loaders } from './loaders.ts';
import { createMailMutations } from './mail-mutations.ts';
import { createQueries, createUserEntity } from './queries.ts';
import type { CompleteResolvers } from './schema.generated.ts';
import { createSessionMutations } from './session-mutations.ts';

/** Everything that the schema of this subgraph promises. */
export function createResolvers(
  deps: Dependencies,
  jwks: readonly PublicJwk[],
): CompleteResolvers<RequestContext<Loaders>> {
  return {
    DateTime: scalarResolvers.DateTime,
    Query: createQueries(deps, jwks),
    Mutation: {
      ...createSessionMutations(deps),
      ...createMailMutations(deps),
      ...createAdminMutations(deps),
    },
    User: createUserEntity(deps),
  };
}
