import type { DocumentNode } from 'graphql';
import { type Budget, createBudget, createChildBudget, currentBudget } from '../graphql/budget.ts';
import type { SubgraphServer } from '../graphql/subgraph-server.ts';
import { withSpan } from '../telemetry/tracing.ts';
import { type SubgraphClient, SubgraphUnavailable } from './subgraph-client.ts';

export interface InProcessSubgraphsOptions {
  /** The subgraph that asks: the others know it as their caller. */
  readonly asSubgraph: string;
  /** The subgraphs of this process. May be filled after this was made, while the server is being put together. */
  readonly servers: ReadonlyMap<string, SubgraphServer>;
  /** How long an answer is awaited at most, in milliseconds; less when whoever asked this one waits less. */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 10_000;
/** As many values as a subgraph answers anybody who comes without a budget (platform/graphql/subgraph-server.ts). */
const MOST_NODES = 1_000_000;
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Subgraphs that live in this process: the document is handed to the other one's server and executed there,
 * within what is left of the budget of whatever asks. When that ends, so does the work at the other end, and
 * the question counts as not answered: what it was to change may or may not have been changed.
 */
export function inProcessSubgraphs(options: InProcessSubgraphsOptions): SubgraphClient {
  const { asSubgraph, servers, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const caller = { kind: 'subgraph', subgraph: asSubgraph } as const;
  return {
    ask: <Result, Variables>(
      subgraph: string,
      document: DocumentNode,
      variables: Variables,
    ): Promise<Result> =>
      withSpan(`ask ${subgraph}`, { 'parterre.subgraph': asSubgraph }, async () => {
        const server = servers.get(subgraph);
        if (!server)
          throw new SubgraphUnavailable(subgraph, new Error(`no ${subgraph} subgraph runs in this process`));
        const budget = budgetFor(timeoutMs);
        try {
          const { data, errors } = await server.execute({
            document,
            variables: variables as Readonly<Record<string, unknown>>,
            caller,
            budget,
          });
          if (errors || !data) {
            throw new SubgraphUnavailable(subgraph, new AggregateError(errors ?? [], firstOf(errors)));
          }
          // The document's type says what it answers, and the contract check holds both subgraphs to it.
          return data as Result;
        } finally {
          budget.close();
        }
      }),
  };
}

/** Jobs, consumers and sagas that a job carries on have no budget: nobody waits for them but themselves. */
function budgetFor(timeoutMs: number): Budget {
  const current = currentBudget();
  if (current) return createChildBudget(current, timeoutMs);
  return createBudget({ nodes: MOST_NODES, bytes: MOST_BYTES, milliseconds: timeoutMs });
}

function firstOf(errors: readonly Error[] | undefined): string {
  return errors?.[0]?.message ?? 'no data came';
}
