import type { GraphQLDataSource } from '@apollo/gateway';
import type { ServiceTokens } from '@parterre/platform/auth/service-tokens.ts';
import type { SubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import { nobody } from '@parterre/platform/kernel/asker.ts';
import type { GatewayContext } from '../gateway-context.ts';

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
  readonly #serviceTokens: Pick<ServiceTokens, 'sign'>;

  constructor(server: SubgraphServer, serviceTokens: Pick<ServiceTokens, 'sign'>) {
    this.#server = server;
    this.#serviceTokens = serviceTokens;
  }

  async process({ request, context }: Options): Promise<Answer> {
    // The gateway also asks on its own behalf (health), and then there is no context.
    const { asker = nobody } = context as Partial<GatewayContext>;
    return this.#server.execute({
      document: request.query ?? '',
      variables: request.variables,
      operationName: request.operationName,
      serviceToken: await this.#serviceTokens.sign(asker),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }
}
