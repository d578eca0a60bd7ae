import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ExecutionResult } from 'graphql';

/**
 * Asks another subgraph a contract operation (contracts/operations/<consumer>/), signed with this subgraph's service token.
 * In one process the document is executed directly, between processes over HTTP; the caller cannot tell.
 */
export interface SubgraphClient {
  /**
   * @throws SubgraphUnavailable when no answer came in time or the subgraph failed; the operation may or may not
   *   have taken effect, so ask again with the same input.
   */
  ask<Result, Variables>(
    subgraph: string,
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
  ): Promise<Result>;
}

/** Another subgraph did not answer, or answered with an internal error. Worth asking again. */
export class SubgraphUnavailable extends Error {
  readonly subgraph: string;
  constructor(subgraph: string, cause: unknown) {
    super(`expected the ${subgraph} subgraph to answer; ask again later`, { cause });
    this.name = 'SubgraphUnavailable';
    this.subgraph = subgraph;
  }
}

/** The data of an answer. @throws SubgraphUnavailable when it is not whole */
export function answerIn<Result>(subgraph: string, { data, errors }: ExecutionResult): Result {
  if (errors || !data) {
    const [first] = errors ?? [];
    throw new SubgraphUnavailable(
      subgraph,
      new AggregateError(errors ?? [], first?.message ?? 'no data came'),
    );
  }
  // The document's type says what it answers, and the contract check holds both subgraphs to it.
  return data as Result;
}
