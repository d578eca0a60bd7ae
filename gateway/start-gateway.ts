import type { AddressInfo } from 'node:net';
import { type BudgetLimits, createBudget } from '@parterre/platform/graphql/budget.ts';
import { systemClock } from '@parterre/platform/kernel/clock.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { createAdmission } from './admission/create-admission.ts';
import { createSafelist, type Safelist } from './admission/safelist.ts';
import { type Answer, createAnswer } from './answer.ts';
import { openAuthentication, withoutAuthentication } from './authentication/authentication.ts';
import type { DataSource } from './data-source.ts';
import { createDeadlines } from './deadlines.ts';
import { createErrorMask, type ErrorMask } from './errors/mask-errors.ts';
import { createExecutor } from './execution/create-executor.ts';
import type { GatewayOptions, RunningGateway } from './gateway-options.ts';
import { startApolloServer } from './http/apollo-server.ts';
import { createClientAddresses } from './http/client-address.ts';
import { addDocuments } from './http/documents.ts';
import { addGraphiql } from './http/explorers/graphiql.ts';
import { addSandboxOrigin } from './http/explorers/sandbox.ts';
import { addGraphqlRoute } from './http/graphql-route.ts';
import { httpLimits } from './http/http-limits.ts';
import { createHttpServer } from './http/http-server.ts';
import { startMetricsServer } from './http/metrics-server.ts';
import { addMetricsRoute, addOperationalRoutes } from './http/operational-routes.ts';
import { addSessionRoute } from './http/session-route.ts';
import { routeUpgrades } from './http/upgrades.ts';
import { addWebApp } from './http/web-app.ts';
import { addWebhooks } from './http/webhooks.ts';
import { createKnownOperations, type KnownOperations } from './known-operations.ts';
import { defaultLimits } from './limits.ts';
import { createOperations } from './operations.ts';
import type { Preparation } from './rates/preparation.ts';
import { noRates } from './rates/rates.ts';
import type { Engine } from './subscriptions/engine.ts';
import { type SubscriptionServer, startSubscriptionServer } from './subscriptions/subscription-server.ts';
import { openSupergraph } from './supergraph/live-supergraph.ts';
import type { Supergraph } from './supergraph/supergraph.ts';
import { UnreadLedger } from './unread.ts';
import { createWorkload } from './workload.ts';

/** What is still running after this is cut, so that stopping stays within 10 s. */
const DRAIN_MS = 8_000;

/**
 * What one operation may use while it runs. Three times the values that admission lets through at most, so that
 * only what cost more than was estimated ends here: a value is paid for by the subgraph that produces it and
 * again where the answer is shaped, and a plan asks for keys and type names besides. 16 MiB are a plan of 50,000
 * seats with all that is known of them.
 */
const defaultBudget: BudgetLimits = {
  nodes: 3 * defaultLimits.nodes,
  bytes: 16 * 1024 * 1024,
  milliseconds: 10_000,
};

/**
 * Opens the public entry and resolves when it listens.
 *
 * @throws Error when the supergraph cannot be read or a subgraph has no data source, and the error of the
 *   operating system (EADDRINUSE, EACCES) when the port cannot be had. Then nothing is left running.
 */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  // Disposed in reverse order: at once when a later part fails to start, otherwise by `stop`.
  await using parts = new AsyncDisposableStack();
  const { environment, clock = systemClock, rates = noRates, allowedOrigins = [] } = options;
  const { host = '0.0.0.0', metricsPort } = options;
  const logger = options.logger.child({ part: 'gateway' });
  const isDevelopment = environment === 'development';
  const mask = createErrorMask(logger);
  const supergraph = await openSupergraph(options.supergraphSdl, logger);
  parts.defer(() => supergraph.stop());
  const dataSourcesOf = await openDataSources(options, logger, parts);
  const known = createKnownOperations(options.operationNames);
  const safelist = options.savedDocuments && createSafelist(options.savedDocuments);
  const engine = supergraph.derive((each) =>
    createEngine(each, dataSourcesOf(each), options, {
      mask,
      known,
      safelist,
      preparation: rates.preparation,
    }),
  );
  const limits = { ...defaultBudget, ...options.budget };
  const newBudget = () => createBudget(limits);
  const deadlineOf = createDeadlines(options.mutationDeadlinesMs ?? {}, limits.milliseconds);
  const http = { ...httpLimits, ...options.http };
  const unread = new UnreadLedger(http.unread);
  const workload = createWorkload({
    limits: { ...defaultLimits, ...options.limits },
    isBehind: (address) => unread.isOver(address),
  });
  const operations = createOperations({
    current: engine,
    rates,
    workload,
    known,
    newBudget: (operation) => createBudget({ ...limits, milliseconds: deadlineOf(operation) }),
  });
  const apollo = await startApolloServer({ operations, mask, logger });
  parts.defer(() => apollo.stop());

  const authentication = options.authentication
    ? await openAuthentication(options.authentication, { clock, logger })
    : withoutAuthentication();
  parts.defer(() => authentication.stop());

  const clients = createClientAddresses(options.trustedProxies);
  const live = startSubscriptionServer({
    engine: engine(),
    operations: {
      begin: async (address) => (await rates.begin(address))?.error,
      admit: operations.admit,
      answer: async (operation, from) => {
        const { status: _, ...body } = await operations.answer(operation, from);
        return body;
      },
      isLight: operations.isLight,
      refusal: async (operation, from) => (await operations.refusal(operation, from))?.error,
    },
    authentication: {
      identify: (authorization, address) => authentication.authenticate({ authorization, address }),
      isEnded: authentication.isEnded,
    },
    anonymous: await authentication.authenticate({ authorization: undefined }),
    newBudget,
    workload,
    unread,
    bytes: async (address, count) => (await rates.bytes(address, count))?.error,
    mask: (error) => mask.show(asGraphQLError(error)),
    addressOf: clients.clientAddress,
    limits: options.subscriptionLimits,
    clock,
    logger,
  });
  supergraph.onChange(() => {
    live
      .use(engine())
      .catch((error: unknown) => logger.error({ error }, 'open subscriptions stay with the old supergraph'));
  });
  authentication.whenEnded(({ subject }) =>
    live.closeWhere((caller) => caller.subject === subject && authentication.isEnded(caller)),
  );

  let isStopping = false;
  const readiness = async () => {
    if (isStopping) return { ready: false, reasons: ['the server is stopping'] };
    return options.readiness?.() ?? { ready: true, reasons: [] };
  };
  const app = await createHttpServer({ logger, limits: http, allowedOrigins, clients, unread });
  if (isDevelopment) {
    addSandboxOrigin(app);
    addGraphiql(app);
  }
  addOperationalRoutes(app, { authentication, readiness });
  if (metricsPort === undefined) addMetricsRoute(app, 'local');
  const { largeBodies } = options;
  addGraphqlRoute(app, { apollo, authentication, clients, rates, environment, limits: http, largeBodies });
  if (options.session) {
    const { session } = options;
    addSessionRoute(app, { apollo, authentication, clients, rates, limits: http, session, clock });
  }
  live.addEventStreams(app);
  addDocuments(app, { routes: options.documents ?? [], clients, rates, logger });
  addWebhooks(app, { routes: options.webhooks ?? [], clients, rates, logger });
  if (options.webRoot !== undefined) addWebApp(app, options.webRoot);
  const { upgrade } = live;
  app.server.on('upgrade', routeUpgrades({ path: '/graphql', upgrade, allowedOrigins, logger }));
  parts.defer(async () => {
    isStopping = true;
    await drain(app, live);
  });

  const metrics =
    metricsPort === undefined ? undefined : await startMetricsServer({ port: metricsPort, host, logger });
  if (metrics) parts.defer(() => metrics.stop());
  await app.listen({ port: options.port, host });
  const { port } = app.server.address() as AddressInfo;
  const url = `http://localhost:${port}`;
  return { port, url, metricsUrl: metrics?.url ?? `${url}/metrics`, stop: once(parts.move()) };
}

/** The data sources that are given, or those that a supergraph's routing URLs name. */
async function openDataSources(
  { dataSources, routed = {} }: GatewayOptions,
  logger: Logger,
  parts: AsyncDisposableStack,
): Promise<(supergraph: Supergraph) => readonly DataSource[]> {
  if (dataSources) return () => dataSources;
  // Loaded only here: a server whose subgraphs are in its process has no use for an HTTP client's hundred modules.
  const { createRoutedDataSources } = await import('./data-sources/routed.ts');
  const urls = createRoutedDataSources(routed, logger);
  parts.defer(() => urls.close());
  return (supergraph) => urls.of(supergraph);
}

/** What outlives a supergraph. */
interface SharedByEngines {
  readonly mask: ErrorMask;
  readonly known: KnownOperations;
  readonly safelist: Safelist | undefined;
  readonly preparation: Preparation;
}

/** Everything that is made of one supergraph. */
function createEngine(
  supergraph: Supergraph,
  dataSources: readonly DataSource[],
  { environment, scalars, sizeOfUnsizedLists, limits: given }: GatewayOptions,
  { mask, known, safelist, preparation }: SharedByEngines,
): Engine & { readonly answer: Answer } {
  const { apiSchema, fullSchema } = supergraph;
  const limits = { ...defaultLimits, ...given };
  const isDevelopment = environment === 'development';
  const admission = createAdmission({
    apiSchema,
    fullSchema,
    limits,
    scalars,
    sizeOfUnsizedLists,
    safelist,
    preparation,
    introspection: isDevelopment,
    suggestsNames: isDevelopment,
  });
  const executor = createExecutor({
    ...{ supergraph, dataSources, preparation },
    limits: { fetches: limits.fetches },
  });
  const byName = new Map(dataSources.map((dataSource) => [dataSource.name, dataSource]));
  return {
    apiSchema,
    fullSchema,
    admission,
    executor,
    answer: createAnswer({ apiSchema, executor, mask, known }),
    dataSourceOf(subgraph) {
      const dataSource = byName.get(subgraph);
      if (dataSource) return dataSource;
      throw new Error(`expected one of the subgraphs ${[...byName.keys()].join(', ')}, got ${subgraph}`);
    },
  };
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
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
