import { ApolloServer, type ApolloServerOptionsWithTypeDefs } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import { type DocumentNode, parse } from 'graphql';
import type { ErrorMask } from '../errors/mask-errors.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { Operations } from '../operations.ts';
import { textLogger } from '../text-logger.ts';
import { answerOperations } from './apollo-plugins.ts';

export interface ApolloOptions {
  readonly operations: Operations;
  readonly mask: ErrorMask;
  readonly logger: Logger;
}

/**
 * Apollo Server as the shell of HTTP: content negotiation, GET and POST, persisted queries, the guard against
 * forged requests, no batches. It knows neither the schema nor how an operation is judged and run.
 */
export async function startApolloServer(options: ApolloOptions): Promise<ApolloServer<GatewayContext>> {
  const apollo = new ApolloServer<GatewayContext>({
    // Apollo wants a schema; nothing is ever run against it.
    typeDefs: 'type Query { nothing: Boolean }',
    documentStore: anyDocument,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    formatError: options.mask.format,
    plugins: [ApolloServerPluginLandingPageDisabled(), answerOperations(options.operations)],
    stopOnTerminationSignals: false,
    logger: textLogger(options.logger),
  });
  await apollo.start();
  return apollo;
}

const placeholder: DocumentNode = parse('{ nothing }');

/** Whatever the text is, its document is known already, so that Apollo neither parses nor validates it. */
const anyDocument: NonNullable<ApolloServerOptionsWithTypeDefs<GatewayContext>['documentStore']> = {
  get: async () => placeholder,
  set: async () => {},
  delete: async () => false,
};
