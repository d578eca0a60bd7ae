import type { GraphQLDataSource } from '@apollo/gateway';
import type { SubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { ServiceTokenSigner } from '../gateway-options.ts';

type Options = Parameters<GraphQLDataSource['process']>[0];
type Answer = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** A room that hangs must not hang its askers: after this long its part of the answer is an error. */
const TIMEOUT_MS = 10_000;

/**
 * Asks a room of this process. The room's server remembers the parsed document by its text, and the trace
 * continues by itself, because nothing leaves the asynchronous call.
 */
export class SubgraphDataSource implements GraphQLDataSource {
  readonly #server: SubgraphServer;
  readonly #serviceTokens: ServiceTokenSigner;

  constructor(server: SubgraphServer, serviceTokens: ServiceTokenSigner) {
    this.#server = server;
    this.#serviceTokens = serviceTokens;
  }

  async process({ request, context }: Options): Promise<Answer> {
    const { caller } = context as GatewayContext;
    return this.#server.execute({
      document: request.query ?? '',
      variables: request.variables,
      operationName: request.operationName,
      serviceToken: await this.#serviceTokens.sign(caller.identity),
      clientAddress: caller.address,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }
}
