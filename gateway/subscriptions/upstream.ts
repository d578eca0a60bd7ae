import type { FetchNode } from '@apollo/query-planner';
import type { SubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import type { ExecutionResult } from 'graphql';
import type { Caller } from '../caller.ts';
import type { ServiceTokenSigner } from '../gateway-options.ts';

/** Opens the subscriptions that a plan sends to a room. */
export interface Upstream {
  /** The events of the room, or one result with errors when it does not start. */
  open(
    primary: FetchNode,
    variables: Readonly<Record<string, unknown>>,
    caller: Caller,
  ): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
}

export function createUpstream(
  subgraphs: ReadonlyMap<string, SubgraphServer>,
  serviceTokens: ServiceTokenSigner,
): Upstream {
  return {
    async open(primary, variables, caller) {
      const server = subgraphs.get(primary.serviceName);
      if (!server) throw new Error(`expected a server for the subgraph ${primary.serviceName}, got none`);
      return server.subscribe({
        document: primary.operation,
        operationName: primary.operationName,
        variables: onlyUsed(variables, primary.variableUsages ?? []),
        serviceToken: await serviceTokens.sign(caller.identity),
        clientAddress: caller.address,
      });
    },
  };
}

/** The room gets the variables that it asked for and no others. */
function onlyUsed(
  variables: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(names.filter((name) => name in variables).map((name) => [name, variables[name]]));
}
