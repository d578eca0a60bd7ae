import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import type { RoomSchema } from './room-schemas.ts';

/** The rooms put together, or why they do not fit. */
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

/** Composes the rooms' schemas as Apollo's own composition does. Pure and without network. */
export function compose(rooms: readonly RoomSchema[]): Composition {
  const result = composeServices(
    rooms.map((room) => ({ name: room.name, url: room.routingUrl, typeDefs: room.document })),
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
