import { readFileSync } from 'node:fs';
import { Supergraph } from '@apollo/federation-internals';
import type { Admission } from '@parterre/gateway/admission/admission.ts';
import { createAdmission } from '@parterre/gateway/admission/create-admission.ts';
import { defaultLimits } from '@parterre/gateway/limits.ts';
import { scalarResolvers } from '@parterre/platform/graphql/scalars.ts';
import type { GraphQLSchema } from 'graphql';

export interface PublicAdmission {
  readonly admission: Admission;
  readonly apiSchema: GraphQLSchema;
}

/** The admission of a gateway over the published supergraph, with the limits that it has by default. */
export function publicAdmission(limits: Partial<typeof defaultLimits> = {}): PublicAdmission {
  const file = new URL('../../contracts/supergraph.graphql', import.meta.url);
  const supergraph = Supergraph.build(readFileSync(file, 'utf8'), { validateSupergraph: false });
  const apiSchema = supergraph.apiSchema().toGraphQLJSSchema();
  const admission = createAdmission({
    apiSchema,
    fullSchema: supergraph.schema.toGraphQLJSSchema(),
    limits: { ...defaultLimits, ...limits },
    scalars: scalarResolvers,
    introspection: true,
    suggestsNames: true,
  });
  return { admission, apiSchema };
}
