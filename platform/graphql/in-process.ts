import type { DocumentNode, ExecutionResult } from 'graphql';
import type { Caller } from '../kernel/caller.ts';
import type { Budget } from './budget.ts';
import type { SubgraphServer } from './subgraph-server.ts';

/** What whoever plans operations asks of a subgraph: the gateway's data sources are asked so. */
export interface InProcessRequest {
  readonly document: DocumentNode;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** `identity` is an `Caller`: the launcher gives the gateway what it authenticates callers with. */
  readonly caller: { readonly identity: unknown; readonly address?: string };
  readonly budget: Budget;
}

/**
 * A subgraph of this process as a data source. The caller is handed over as it is, and so are document and
 * budget: nothing is signed, sent, parsed or copied.
 */
export function inProcess(server: SubgraphServer) {
  return {
    name: server.name,
    execute: (request: InProcessRequest): ExecutionResult | Promise<ExecutionResult> =>
      server.execute(handedOver(request)),
    subscribe: (request: InProcessRequest) => server.subscribe(handedOver(request)),
  };
}

function handedOver({ document, operationName, variables, caller, budget }: InProcessRequest) {
  const { identity, address } = caller;
  return {
    document,
    operationName,
    variables,
    caller: identity as Caller,
    clientAddress: address,
    budget,
  };
}
