import type { DocumentNode } from 'graphql';
import type { SubgraphServer } from '../graphql/subgraph-server.ts';
import type { Caller } from '../kernel/caller.ts';
import { inSpan } from '../telemetry/tracing.ts';
import { askSpan } from './ask-span.ts';
import { budgetFor, DEFAULT_TIMEOUT_MS } from './budget-for.ts';
import { answerIn, type SubgraphClient, SubgraphUnavailable } from './subgraph-client.ts';

export interface InProcessSubgraphsOptions {
  /** Who asks: a subgraph, or for a gateway whoever it speaks for. */
  readonly caller: Caller;
  /** The subgraphs of this process. May be filled after this was made, while the server is being put together. */
  readonly servers: ReadonlyMap<string, SubgraphServer>;
  /** How long an answer is awaited at most, in milliseconds; less when whoever asked this one waits less. */
  readonly timeoutMs?: number;
}

/**
 * Subgraphs that live in this process: the document is handed to the other one's server and executed there,
 * within what is left of the budget of whatever asks. When that ends, so does the work at the other end, and
 * the question counts as not answered: what it was to change may or may not have been changed.
 */
export function inProcessSubgraphs(options: InProcessSubgraphsOptions): SubgraphClient {
  const { caller, servers, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  return {
    ask: <Result, Variables>(
      subgraph: string,
      document: DocumentNode,
      variables: Variables,
    ): Promise<Result> =>
      inSpan(askSpan(subgraph, document, 'here'), async () => {
        const server = servers.get(subgraph);
        if (!server)
          throw new SubgraphUnavailable(subgraph, new Error(`no ${subgraph} subgraph runs in this process`));
        const budget = budgetFor(timeoutMs);
        try {
          const result = await server.execute({
            document,
            variables: variables as Readonly<Record<string, unknown>>,
            caller,
            budget,
          });
          return answerIn<Result>(subgraph, result);
        } finally {
          budget.close();
        }
      }),
  };
}
