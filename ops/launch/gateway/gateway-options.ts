import { fileURLToPath } from 'node:url';
import type { GatewayOptions } from '@parterre/gateway/gateway-options.ts';
import { createMemoryRateStore, type RateStore } from '@parterre/gateway/rates/rate-store.ts';
import { createRates, noRates } from '@parterre/gateway/rates/rates.ts';
import type { Bus } from '@parterre/platform/bus/bus.ts';
import { scalarResolvers } from '@parterre/platform/graphql/scalars.ts';
import { LONGEST_OPERATION_MS } from '@parterre/platform/graphql/subgraph-server.ts';
import type { SubgraphClient } from '@parterre/platform/subgraphs/subgraph-client.ts';
import { rateLimits, rateRules } from '../rate-rules.ts';
import { parterreAuthentication, planFiles } from './authentication.ts';
import { ownOperationNames, savedDocuments } from './own-operations.ts';
import { paymentWebhook } from './payment-webhook.ts';
import { planGeometryRoute } from './plan-geometry.ts';
import { sessionCookie } from './session-cookie.ts';

export interface ParterreGatewayOptions {
  /** Asked as nobody. */
  readonly subgraphs: SubgraphClient;
  readonly bus: Pick<Bus, 'tail'>;
  /** Off for tests and benches, which open thousands of sockets from one address. */
  readonly rateLimits: 'on' | 'off';
  /** On: only operations that are saved in contracts/operations are answered. */
  readonly safelist: 'on' | 'off';
  /** Counts what is rare and worth guessing together with other gateways; in memory unless given. */
  readonly sharedRates?: RateStore;
}

const webRoot = fileURLToPath(new URL('../../../web/dist', import.meta.url));
const unlimitedConnections = {
  connectionsPerAddress: Number.POSITIVE_INFINITY,
  connectionsPerCaller: Number.POSITIVE_INFINITY,
};

/**
 * A plan of 100,000 seats takes 3 s of a processor, and twelve or more where other work wants it too: as long as a subgraph
 * gives anything. The web app waits for 40 s, and the connection that the document came over is kept as long as it takes.
 */
const mutationDeadlinesMs = { importSeatingPlan: LONGEST_OPERATION_MS };

/** What the gateway, which knows no domain, has to be told of Parterre, however it reaches the subgraphs. */
export function parterreGateway(options: ParterreGatewayOptions) {
  const { subgraphs, bus, sharedRates } = options;
  const isLimited = options.rateLimits === 'on';
  return {
    authentication: parterreAuthentication({ subgraphs, bus }),
    largeBodies: planFiles,
    mutationDeadlinesMs,
    operationNames: ownOperationNames(),
    ...(options.safelist === 'on' ? { savedDocuments: savedDocuments() } : {}),
    scalars: scalarResolvers,
    documents: [planGeometryRoute(subgraphs)],
    session: sessionCookie,
    webhooks: [paymentWebhook(subgraphs)],
    webRoot,
    http: isLimited ? {} : { connectionsPerAddress: Number.POSITIVE_INFINITY },
    subscriptionLimits: isLimited ? {} : unlimitedConnections,
    rates: isLimited
      ? createRates({
          rules: rateRules,
          store: createMemoryRateStore(),
          sharedStore: sharedRates,
          ...rateLimits,
        })
      : noRates,
  } satisfies Partial<GatewayOptions>;
}
