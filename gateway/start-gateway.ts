import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { nobody } from '@parterre/platform/kernel/asker.ts';
import { systemClock } from '@parterre/platform/kernel/clock.ts';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import type { AuthenticatedCaller, Caller } from './caller.ts';
import { createOutwardErrors } from './errors/outward-errors.ts';
import type { GatewayOptions, RunningGateway } from './gateway-options.ts';
import { startApolloServer } from './http/apollo-server.ts';
import { addGraphqlRoute } from './http/graphql-route.ts';
import { addHouseRoutes } from './http/house-routes.ts';
import { createHttpServer } from './http/http-server.ts';
import { addWebApp } from './http/web-app.ts';
import { askUsersForKeys } from './sign-in/ask-users-for-keys.ts';
import { watchEndedSessions } from './sign-in/ended-sessions.ts';
import { createKeys } from './sign-in/keys.ts';
import { createSignIn, type SignedIn } from './sign-in/sign-in.ts';
import { createApolloEngine } from './subscriptions/apollo-engine.ts';
import { createStreamBudget } from './subscriptions/stream-budget.ts';
import { type SubscriptionServer, startSubscriptionServer } from './subscriptions/subscription-server.ts';
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
  const errors = createOutwardErrors(logger);
  const supergraph = readSupergraph(supergraphSdl, subgraphs, serviceTokens);
  const apollo = await startApolloServer({ supergraphSdl, supergraph, errors, logger, environment });
  parts.defer(() => apollo.stop());

  const keys = createKeys({ ask: () => askUsersForKeys(subgraphs, serviceTokens), clock });
  const endedSessions = await watchEndedSessions({ bus: options.bus, clock });
  parts.defer(() => endedSessions.stop());
  const signIn = createSignIn({ keys, endedSessions, clock, logger });

  const engine = createApolloEngine({
    supergraph,
    subgraphs,
    serviceTokens,
    apollo,
    errors,
    suggestsNames: environment === 'development',
    logger: textLogger(logger),
  });
  const anonymous = callerOf({ asker: nobody });
  const live = startSubscriptionServer({
    engine,
    operations: engine,
    authentication: {
      identify: async (authorization) => callerOf(await signIn.identify(authorization)),
      isEnded: (caller) =>
        'issuedAt' in caller && endedSessions.refuses(caller.subject ?? '', caller.issuedAt as Date),
    },
    anonymous,
    newBudget: createStreamBudget,
    mask: (error) => errors.show(asGraphQLError(error)),
    allowedOrigins: options.allowedOrigins ?? [],
    limits: options.subscriptionLimits,
    clock,
    logger,
  });
  endedSessions.whenEnded((userId) => live.closeWhere(({ subject }) => subject === userId));

  let isStopping = false;
  const readiness = async () =>
    isStopping ? { ready: false, reasons: ['the house is stopping'] } : options.readiness();
  const app = createHttpServer(logger);
  addHouseRoutes(app, { keys, readiness });
  addGraphqlRoute(app, { apollo, signIn, environment });
  addWebApp(app, options.webRoot);
  live.addEventStreams(app);
  app.server.on('upgrade', routeUpgrades(live));
  parts.defer(async () => {
    isStopping = true;
    await drain(app, live);
  });

  await app.listen({ port: options.port, host: options.host ?? '0.0.0.0' });
  const { port } = app.server.address() as AddressInfo;
  return { port, url: `http://localhost:${port}`, stop: once(parts.move()) };
}

/** Lets in nobody new, finishes what is in flight, and cuts what still runs after DRAIN_MS. */
async function drain(app: FastifyInstance, live: SubscriptionServer): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
  await Promise.all([live.close(), app.close()]);
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

function routeUpgrades(live: SubscriptionServer) {
  return (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/graphql') return live.upgrade(request, connection, head);
    connection.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  };
}

/** Somebody who has signed in, or nobody, as the gateway knows its callers. */
function callerOf(signedIn: SignedIn): Caller | AuthenticatedCaller {
  const { asker } = signedIn;
  if (asker.kind !== 'person' || !('issuedAt' in signedIn)) return { scope: 'anonymous', identity: asker };
  const { issuedAt, expiresAt } = signedIn;
  const { userId: subject, sessionId } = asker;
  return { scope: `session ${sessionId}`, identity: asker, subject, sessionId, issuedAt, expiresAt };
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}
