import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import type { SubgraphSchemas } from './subgraph-schemas.ts';

/** The subgraphs put together, or why they do not fit. */
export type Composition =
  | {
      readonly composed: true;
      /** Everything, with who resolves what: what the gateway plans by. */
      readonly supergraph: string;
      /** What the public may see: no inaccessible field, no join machinery. */
      readonly api: GraphQLSchema;
      readonly apiText: string;
    }
  | { readonly composed: false; readonly errors: readonly string[] };

/**
 * Composes the subgraphs' schemas as Apollo's own composition does. Pure and without network. Does not try while
 * a subgraph is missing or unreadable: all that it had would count as removed.
 */
export function compose({ schemas: subgraphs, missing, faults }: SubgraphSchemas): Composition {
  if (missing.length + faults.length > 0) return { composed: false, errors: [] };
  const result = composeServices(
    subgraphs.map((subgraph) => ({
      name: subgraph.name,
      url: subgraph.routingUrl,
      typeDefs: subgraph.document,
    })),
  );
  if (result.errors) return { composed: false, errors: result.errors.map((error) => error.message) };
  const api = lexicographicSortSchema(Supergraph.build(result.supergraphSdl).apiSchema().toGraphQLJSSchema());
  return {
    composed: true,
    supergraph: `${result.supergraphSdl.trimEnd()}\n`,
    api,
    apiText: `${printSchema(api)}\n`,
  };
}
