import { Supergraph as FederatedSupergraph, type Schema } from '@apollo/federation-internals';
import type { GraphQLDataSource, ServiceMap } from '@apollo/gateway';
import { QueryPlanner } from '@apollo/query-planner';
import type { ServiceTokens } from '@parterre/platform/auth/service-tokens.ts';
import type { SubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import type { GraphQLSchema } from 'graphql';
import { SubgraphDataSource } from './subgraph-data-source.ts';

/** A supergraph, read once, in the forms that admission, planning and execution need. */
export interface Supergraph {
  readonly sdl: string;
  /** What the public sees. */
  readonly apiSchema: GraphQLSchema;
  /** Everything, what is inaccessible included, with the directives of the supergraph. */
  readonly fullSchema: GraphQLSchema;
  readonly federated: FederatedSupergraph;
  /** The API schema in the form that the planner reads. */
  readonly federatedApiSchema: Schema;
  readonly planner: QueryPlanner;
  /** The names of its subgraphs. */
  readonly subgraphs: readonly string[];
  /** For Apollo's executor, as long as it is used. */
  readonly dataSources: ServiceMap;
  dataSourceOf(subgraph: string): GraphQLDataSource;
}

/**
 * How many ways to fetch the same the planner compares. Where many subgraphs share fields there are
 * thousands, and by default it would look at 10,000: of 51 random operations of 30 fields the slowest took
 * 4.2 s to plan, the process standing still meanwhile, against 0.15 s with 100. Any of them is correct.
 */
const EVALUATED_PLANS = 100;

/** @throws Error when the text is no supergraph, or `servers` are given and one is missing */
export function readSupergraph(
  sdl: string,
  servers?: ReadonlyMap<string, SubgraphServer>,
  serviceTokens?: Pick<ServiceTokens, 'sign'>,
): Supergraph {
  // Composition has validated it; reading it again in full costs more than all the rest of the start.
  const federated = FederatedSupergraph.build(sdl, { validateSupergraph: false });
  const subgraphs = [...federated.subgraphsMetadata()].map(({ name }) => name);
  const dataSources: ServiceMap = Object.create(null);
  for (const name of servers && serviceTokens ? subgraphs : []) {
    const server = servers?.get(name);
    if (!server || !serviceTokens) {
      throw new Error(`expected a server for the subgraph ${name} of the supergraph, got none`);
    }
    dataSources[name] = new SubgraphDataSource(server, serviceTokens);
  }
  const federatedApiSchema = federated.apiSchema();
  return {
    sdl,
    apiSchema: federatedApiSchema.toGraphQLJSSchema(),
    fullSchema: federated.schema.toGraphQLJSSchema(),
    federated,
    federatedApiSchema,
    // Looking for fragments that could be reused costs more planning than the shorter documents are worth.
    planner: new QueryPlanner(federated, {
      reuseQueryFragments: false,
      debug: { maxEvaluatedPlans: EVALUATED_PLANS },
    }),
    subgraphs,
    dataSources,
    dataSourceOf(subgraph) {
      const dataSource = dataSources[subgraph];
      if (dataSource) return dataSource;
      throw new Error(`expected one of the subgraphs ${subgraphs.join(', ')}, got ${subgraph}`);
    },
  };
}
