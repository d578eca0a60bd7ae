import type { GraphQLSchema } from 'graphql';
import type { Admission } from '../admission/admission.ts';
import type { DataSource } from '../data-source.ts';
import type { Executor } from '../execution/executor.ts';

/** Everything that answers subscriptions, made of one supergraph. A newer supergraph is another engine. */
export interface Engine {
  readonly admission: Admission;
  readonly executor: Pick<Executor, 'planSubscription'>;
  /** What the public sees. */
  readonly apiSchema: GraphQLSchema;
  /** Everything, directives included. */
  readonly fullSchema: GraphQLSchema;
  /** @throws Error when the supergraph has no such subgraph */
  dataSourceOf(subgraph: string): DataSource;
}
