import type { AddressInfo } from 'node:net';
import { systemClock } from '@parterre/platform/kernel/clock.ts';
import type { FastifyInstance } from 'fastify';
import { createAdmission } from './admission/create-admission.ts';
import { createAnswer } from './answer.ts';
import { openAuthentication, withoutAuthentication } from './authentication/authentication.ts';
import { createErrorMask } from './errors/mask-errors.ts';
import { createExecutor, withoutBudget } from './execution/stock-executor.ts';
import type { GatewayContext } from './gateway-context.ts';
import type { GatewayOptions, RunningGateway } from './gateway-options.ts';
import { startApolloServer } from './http/apollo-server.ts';
import { createClientAddresses } from './http/client-address.ts';
import { addGraphiql } from './http/explorers/graphiql.ts';
import { addSandboxOrigin } from './http/explorers/sandbox.ts';
import { addGraphqlRoute } from './http/graphql-route.ts';
import { httpLimits } from './http/http-limits.ts';
import { createHttpServer } from './http/http-server.ts';
import { startMetricsServer } from './http/metrics-server.ts';
import { addMetricsRoute, addOperationalRoutes } from './http/operational-routes.ts';
import { routeUpgrades } from './http/upgrades.ts';
import { addWebApp } from './http/web-app.ts';
import { defaultLimits } from './limits.ts';
import { createSocketOperations } from './subscriptions/socket-operations.ts';
import { createSocketServer, type SocketServer } from './subscriptions/socket-server.ts';
import { createSubscriptions } from './subscriptions/subscriptions.ts';
import { createUpstream } from './subscriptions/upstream.ts';
import { readSupergraph } from './supergraph/supergraph.ts';
import { textLogger } from './text-logger.ts';

/** What is still running after this is cut, so that stopping stays within 10 s. */
const DRAIN_MS = 8_000;

/**
 * Opens the public door and resolves when it listens.
 *
 * @throws Error when the supergraph cannot be read or names a room that is not there, and the error of the
 *   operating system (EADDRINUSE, EACCES) when the port cannot be had. Then nothing is left running.
 */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  // Disposed in reverse order: at once when a later part fails to start, otherwise by `stop`.
  await using parts = new AsyncDisposableStack();
  const { supergraphSdl, subgraphs, serviceTokens, environment, clock = systemClock } = options;
  const logger = options.logger.child({ part: 'gateway' });
  const mask = createErrorMask(logger);
  const limits = { ...defaultLimits, ...options.limits };
  const isDevelopment = environment === 'development';
  const supergraph = readSupergraph(supergraphSdl, subgraphs, serviceTokens);
  const { apiSchema, fullSchema } = supergraph;
  const admission = createAdmission({
    apiSchema,
    fullSchema,
    limits,
    scalars: options.scalars,
    sizeOfUnsizedLists: options.sizeOfUnsizedLists,
    introspection: isDevelopment,
    suggestsNames: isDevelopment,
  });
  const { fetches } = limits;
  const executor = createExecutor({ supergraph, fetches, logger: textLogger(logger) });
  const answer = createAnswer({ apiSchema, executor, mask });
  const contextOf = (context: GatewayContext) => ({ ...context, budget: withoutBudget() });
  const apollo = await startApolloServer({ admission, answer, contextOf, mask, logger });
  parts.defer(() => apollo.stop());

  const authentication = options.authentication
    ? await openAuthentication(options.authentication, { clock, logger })
    : withoutAuthentication();
  parts.defer(() => authentication.stop());

  const subscriptions = createSubscriptions({
    supergraph,
    upstream: createUpstream(subgraphs, serviceTokens),
    errors: mask,
    logger: textLogger(logger),
  });
  const operations = createSocketOperations({ apiSchema, admission, answer, subscriptions, contextOf });
  const sockets = createSocketServer({ operations, authentication, clock, logger });
  authentication.whenEnded(({ subject }) =>
    sockets.closeWhere((caller) => caller.subject === subject && authentication.isEnded(caller)),
  );

  let isStopping = false;
  const readiness = async () =>
    isStopping ? { ready: false, reasons: ['the house is stopping'] } : options.readiness();
  const { allowedOrigins = [], host = '0.0.0.0', metricsPort } = options;
  const http = { ...httpLimits, ...options.http };
  const clients = createClientAddresses(options.trustedProxies);
  const app = await createHttpServer({ logger, limits: http, allowedOrigins, clients });
  if (isDevelopment) {
    addSandboxOrigin(app);
    addGraphiql(app);
  }
  addOperationalRoutes(app, { authentication, readiness });
  if (metricsPort === undefined) addMetricsRoute(app, 'local');
  addGraphqlRoute(app, { apollo, authentication, clients, environment, answerBytes: http.answerBytes });
  addWebApp(app, options.webRoot);
  const { upgrade } = sockets;
  app.server.on('upgrade', routeUpgrades({ path: '/graphql', upgrade, allowedOrigins, logger }));
  parts.defer(async () => {
    isStopping = true;
    await drain(app, sockets);
  });

  const metrics =
    metricsPort === undefined ? undefined : await startMetricsServer({ port: metricsPort, host, logger });
  if (metrics) parts.defer(() => metrics.stop());
  await app.listen({ port: options.port, host });
  const { port } = app.server.address() as AddressInfo;
  const url = `http://localhost:${port}`;
  return { port, url, metricsUrl: metrics?.url ?? `${url}/metrics`, stop: once(parts.move()) };
}

/** Lets in nobody new, finishes what is in flight, and cuts what still runs after DRAIN_MS. */
async function drain(app: FastifyInstance, sockets: SocketServer): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
  await Promise.all([sockets.close(), app.close()]);
  clearTimeout(cut);
}

/** Whoever stops again waits for the same end. */
function once(parts: AsyncDisposableStack): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  return () => {
    stopped ??= parts.disposeAsync();
    return stopped;
  };
}
