import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { systemClock } from '@parterre/platform/kernel/clock.ts';
import type { FastifyInstance } from 'fastify';
import { createAdmission } from './admission/create-admission.ts';
import { createAnswer } from './answer.ts';
import { createErrorMask } from './errors/mask-errors.ts';
import { createExecutor, withoutBudget } from './execution/stock-executor.ts';
import { callerOf, type GatewayContext } from './gateway-context.ts';
import type { GatewayOptions, RunningGateway } from './gateway-options.ts';
import { startApolloServer } from './http/apollo-server.ts';
import { addGraphqlRoute } from './http/graphql-route.ts';
import { addHouseRoutes } from './http/house-routes.ts';
import { createHttpServer } from './http/http-server.ts';
import { addWebApp } from './http/web-app.ts';
import { defaultLimits } from './limits.ts';
import { askUsersForKeys } from './sign-in/ask-users-for-keys.ts';
import { watchEndedSessions } from './sign-in/ended-sessions.ts';
import { createKeys } from './sign-in/keys.ts';
import { createSignIn } from './sign-in/sign-in.ts';
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
  const contextOf = (context: GatewayContext) => ({ caller: callerOf(context), budget: withoutBudget() });
  const apollo = await startApolloServer({ admission, answer, contextOf, mask, logger });
  parts.defer(() => apollo.stop());

  const keys = createKeys({ ask: () => askUsersForKeys(subgraphs, serviceTokens), clock });
  const endedSessions = await watchEndedSessions({ bus: options.bus, clock });
  parts.defer(() => endedSessions.stop());
  const signIn = createSignIn({ keys, endedSessions, clock, logger });

  const subscriptions = createSubscriptions({
    supergraph,
    upstream: createUpstream(subgraphs, serviceTokens),
    errors: mask,
    logger: textLogger(logger),
  });
  const operations = createSocketOperations({ apiSchema, admission, answer, subscriptions, contextOf });
  const { allowedOrigins = [] } = options;
  const sockets = createSocketServer({ operations, signIn, allowedOrigins, clock, logger });
  endedSessions.whenEnded((userId) => sockets.closeUser(userId));

  let isStopping = false;
  const readiness = async () =>
    isStopping ? { ready: false, reasons: ['the house is stopping'] } : options.readiness();
  const app = createHttpServer(logger);
  addHouseRoutes(app, { keys, readiness });
  addGraphqlRoute(app, { apollo, signIn, environment });
  addWebApp(app, options.webRoot);
  app.server.on('upgrade', routeUpgrades(sockets));
  parts.defer(async () => {
    isStopping = true;
    await drain(app, sockets);
  });

  await app.listen({ port: options.port, host: options.host ?? '0.0.0.0' });
  const { port } = app.server.address() as AddressInfo;
  return { port, url: `http://localhost:${port}`, stop: once(parts.move()) };
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

function routeUpgrades(sockets: SocketServer) {
  return (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/graphql') return sockets.upgrade(request, connection, head);
    connection.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  };
}
