import { Supergraph as FederatedSupergraph, type Schema } from '@apollo/federation-internals';
import type { GraphQLDataSource, ServiceMap } from '@apollo/gateway';
import { QueryPlanner } from '@apollo/query-planner';
import type { SubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import type { GraphQLSchema } from 'graphql';
import type { ServiceTokenSigner } from '../gateway-options.ts';
import { SubgraphDataSource } from './subgraph-data-source.ts';

/** The supergraph, read once, in the forms that planning and executing subscriptions need. */
export interface Supergraph {
  /** What the public sees. */
  readonly apiSchema: GraphQLSchema;
  /** The same in the form that the planner reads. */
  readonly federatedApiSchema: Schema;
  /** Everything, what is inaccessible included. */
  readonly fullSchema: GraphQLSchema;
  readonly planner: QueryPlanner;
  readonly dataSources: ServiceMap;
  dataSourceOf(subgraph: string): GraphQLDataSource;
}

/** @throws Error when the text is no supergraph, or names a subgraph that is not there. */
export function readSupergraph(
  supergraphSdl: string,
  subgraphs: ReadonlyMap<string, SubgraphServer>,
  serviceTokens: ServiceTokenSigner,
): Supergraph {
  // Composition has validated it; reading it again in full costs more than all the rest of the start.
  const supergraph = FederatedSupergraph.build(supergraphSdl, { validateSupergraph: false });
  const dataSources: ServiceMap = Object.create(null);
  for (const { name } of supergraph.subgraphsMetadata()) {
    const server = subgraphs.get(name);
    if (!server) throw new Error(`expected a server for the subgraph ${name} of the supergraph, got none`);
    dataSources[name] = new SubgraphDataSource(server, serviceTokens);
  }
  const federatedApiSchema = supergraph.apiSchema();
  return {
    apiSchema: federatedApiSchema.toGraphQLJSSchema(),
    federatedApiSchema,
    fullSchema: supergraph.schema.toGraphQLJSSchema(),
    planner: new QueryPlanner(supergraph),
    dataSources,
    dataSourceOf(subgraph) {
      const dataSource = dataSources[subgraph];
      if (dataSource) return dataSource;
      throw new Error(
        `expected one of the subgraphs ${Object.keys(dataSources).join(', ')}, got ${subgraph}`,
      );
    },
  };
}
