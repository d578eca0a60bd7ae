import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Kind } from 'graphql';
import { type SubgraphClient, SubgraphUnavailable } from '../subgraphs/subgraph-client.ts';
import { currentBound } from '../timing/bounded-work.ts';

/** What a fake subgraph answers to an operation: its data, given the variables. May throw SubgraphUnavailable. */
export type FakeOperation = (variables: never) => unknown;

export interface AskedOperation {
  readonly subgraph: string;
  readonly operation: string;
  readonly variables: unknown;
}

export interface FakeSubgraphs extends SubgraphClient {
  /** Every question so far, in order. */
  readonly asked: readonly AskedOperation[];
}

/** Other subgraphs, played by functions, by the name of the operation: `fakeSubgraphs({ HoldSeats: (variables) => data })`. */
export function fakeSubgraphs(operations: Readonly<Record<string, FakeOperation>> = {}): FakeSubgraphs {
  const asked: AskedOperation[] = [];
  return {
    asked,
    async ask<Result, Variables>(
      subgraph: string,
      document: TypedDocumentNode<Result, Variables>,
      variables: Variables,
    ): Promise<Result> {
      const operation = nameOf(document);
      const answer = operations[operation];
      if (!answer) {
        const known = Object.keys(operations).join(', ') || 'none';
        throw new Error(
          `expected a fake answer to ${operation} of the ${subgraph} subgraph; there are: ${known}`,
        );
      }
      asked.push({ subgraph, operation, variables });
      // As with real ones, whoever does not wait any more has no answer, and it is not known what was done.
      const { signal } = currentBound() ?? {};
      if (signal?.aborted) throw new SubgraphUnavailable(subgraph, signal.reason);
      const { promise: ended, reject } = Promise.withResolvers<never>();
      const end = () => reject(new SubgraphUnavailable(subgraph, signal?.reason));
      signal?.addEventListener('abort', end);
      try {
        return (await Promise.race([
          (answer as (variables: unknown) => unknown)(variables),
          ended,
        ])) as Result;
      } finally {
        signal?.removeEventListener('abort', end);
      }
    },
  };
}

function nameOf(document: TypedDocumentNode<unknown, never> | TypedDocumentNode): string {
  const definition = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (definition?.kind !== Kind.OPERATION_DEFINITION || !definition.name) {
    throw new Error('expected a document with one named operation');
  }
  return definition.name.value;
}
