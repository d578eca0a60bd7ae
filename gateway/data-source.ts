import type { Budget } from '@parterre/platform/graphql/budget.ts';
import type { DocumentNode, ExecutionResult } from 'graphql';
import type { Caller } from './caller.ts';

/** One operation for one subgraph. */
export interface SubgraphRequest {
  /** Parsed once for each plan: the same operation is the same object, so that a data source may compile it. */
  readonly document: DocumentNode;
  /** The same as text, for whoever has to send it. */
  readonly text: string;
  readonly operationName?: string;
  /** As the client sent them, uncoerced; representations as `representations`, `r0`, `r1`… */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly caller: Caller;
  /** What the whole operation may still use. A data source stops its work when `budget.signal` is aborted. */
  readonly budget: Budget;
  /**
   * Of a subscription that resumes: how the same is asked by whoever has read everything up to a cursor. For a
   * data source that loses its connection and goes on by itself.
   */
  readonly resumeAfter?: (cursor: string) => Pick<SubgraphRequest, 'text' | 'operationName' | 'variables'>;
}

/**
 * Asks one subgraph, in this process or elsewhere. Never rejects and never throws: what goes wrong stands in
 * `errors` of the result, with a code, and with nothing that the public must not read.
 */
export interface DataSource {
  /** The subgraph's name in the supergraph. */
  readonly name: string;
  /** A plain value when nothing had to be awaited. */
  execute(request: SubgraphRequest): ExecutionResult | Promise<ExecutionResult>;
  /**
   * A stream of results, or one result with errors when it does not start; where that is learned later, the result
   * is the first and last of the stream, and has no `data`. An event of a field that resumes carries its position
   * as `extensions.cursor` (a text); one that does not continue what came before says `extensions.reset`.
   */
  subscribe(request: SubgraphRequest): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
}
