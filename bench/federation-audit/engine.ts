import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';

/** Something that answers the operations of a suite. */
export interface AuditEngine {
  readonly name: string;
  open(graph: AuditedGraph): Promise<OpenEngine>;
}

/** What a suite is made of, put together. */
export interface AuditedGraph {
  readonly supergraphSdl: string;
  /** The subgraphs with their resolvers, by name. */
  readonly schemas: ReadonlyMap<string, GraphQLSchema>;
}

export interface OpenEngine {
  /** The answer to a query or a mutation, or the first message of a subscription. */
  ask(query: string): Promise<FormattedExecutionResult>;
  close(): Promise<void>;
}
