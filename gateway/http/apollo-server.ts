import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { OutwardErrors } from '../errors/outward-errors.ts';
import type { GatewayContext } from '../gateway-context.ts';
import { limitRules, limits } from '../limits/limits.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { textLogger } from '../text-logger.ts';
import {
  hideCompletionErrors,
  measureOperations,
  refuseUnplannable,
  refuseUnstorable,
} from './apollo-plugins.ts';

export interface ApolloOptions {
  readonly supergraphSdl: string;
  readonly supergraph: Supergraph;
  readonly errors: OutwardErrors;
  readonly logger: Logger;
  readonly environment: 'development' | 'production';
}

/** Apollo Server over Apollo Gateway, which plans every query and mutation and asks the rooms. */
export async function startApolloServer(options: ApolloOptions): Promise<ApolloServer<GatewayContext>> {
  // Read by the constructor of ApolloGateway; without it the process reports to Apollo.
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
  const isDevelopment = options.environment === 'development';
  const logger = textLogger(options.logger);
  const plugins: ApolloServerPlugin<GatewayContext>[] = [
    ApolloServerPluginLandingPageDisabled(),
    refuseUnplannable,
    refuseUnstorable,
    hideCompletionErrors,
    measureOperations,
  ];
  const apollo = new ApolloServer<GatewayContext>({
    gateway: new ApolloGateway({
      supergraphSdl: options.supergraphSdl,
      buildService: ({ name }) => options.supergraph.dataSourceOf(name),
      // Composition has validated it; see readSupergraph.
      validateSupergraph: false,
      __exposeQueryPlanExperimental: false,
      logger,
    }),
    introspection: isDevelopment,
    hideSchemaDetailsFromClientErrors: !isDevelopment,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [...limitRules],
    formatError: options.errors.format,
    plugins,
    stopOnTerminationSignals: false,
    logger,
  });
  await apollo.start();
  return apollo;
}
