import { readFileSync } from 'node:fs';
import { startGateway } from '@parterre/gateway/start-gateway.ts';
import { readKnownServices, readServiceKey } from '@parterre/platform/auth/service-keys.ts';
import { createServiceTokens } from '@parterre/platform/auth/service-tokens.ts';
import type { Environment } from '@parterre/platform/config/read-config.ts';
import { callerHeaders } from '@parterre/platform/http/wire.ts';
import { anonymous, type Caller } from '@parterre/platform/kernel/caller.ts';
import { httpSubgraphs } from '@parterre/platform/subgraphs/http-client.ts';
import { createLogger } from '@parterre/platform/telemetry/logger.ts';
import { startTracing } from '@parterre/platform/telemetry/tracing.ts';
import { portFault } from '../free-port.ts';
import { parterreGateway } from '../gateway/gateway-options.ts';
import { openPostgresRateStore } from '../gateway/postgres-rate-store.ts';
import { readGatewayConfig } from './gateway-config.ts';
import { openServiceBus } from './open-bus.ts';
import type { StartedService } from './started-service.ts';
import { subgraphsNotReady } from './subgraph-readiness.ts';
import { supergraphFile } from './subgraph-urls.ts';

/**
 * Runs a gateway in this process, in front of subgraphs elsewhere. It starts whether these and the database of its rates
 * answer or not, and serves what it can.
 *
 * @throws ConfigError before anything is opened; BusUnavailable; then nothing is left running
 */
export async function startGatewayService(
  env: Environment,
  onLost: (reason: string) => void,
): Promise<StartedService> {
  await using parts = new AsyncDisposableStack();
  const config = readGatewayConfig(env);
  const { port, host } = config;
  const logger = createLogger({ level: config.logLevel }).child({ service: 'gateway' });
  const tracing = startTracing({ serviceName: 'gateway', endpoint: config.tracesEndpoint });
  parts.defer(() => tracing.stop());

  const serviceTokens = createServiceTokens({
    self: readServiceKey(config.serviceKey),
    known: readKnownServices(config.serviceKeys),
  });
  // Which sessions have ended is told by facts.
  const bus = await openServiceBus('gateway', config.kafka, logger, onLost);
  parts.defer(() => bus.close());
  const asNobody = httpSubgraphs({ caller: anonymous, urls: config.subgraphUrls, serviceTokens, logger });
  parts.defer(() => asNobody.close());

  const { databaseUrl } = config;
  const sharedRates =
    databaseUrl && config.rateLimits === 'on'
      ? await openPostgresRateStore({ url: databaseUrl, logger })
      : undefined;
  parts.defer(() => sharedRates?.close());

  const gateway = await startGateway({
    port,
    host,
    supergraphSdl: readFileSync(supergraphFile, 'utf8'),
    routed: {
      urls: config.subgraphUrls,
      headersOf: async (caller, subgraph) => {
        const identity = (caller?.identity ?? anonymous) as Caller;
        return callerHeaders(await serviceTokens.sign(identity, subgraph), caller?.address);
      },
    },
    ...parterreGateway({ subgraphs: asNobody, bus, rateLimits: config.rateLimits, sharedRates }),
    logger,
    allowedOrigins: config.allowedOrigins,
    trustedProxies: config.trustedProxies,
    metricsPort: config.metricsPort,
    environment: config.environment,
    readiness: async () => {
      const reasons = [
        ...(await subgraphsNotReady(config.subgraphUrls)),
        ...((await bus.isReady()) ? [] : ['the bus does not answer']),
      ];
      return { ready: reasons.length === 0, reasons };
    },
  }).catch((error: unknown) => {
    throw 'code' in (error as object) ? portFault(error, port, host) : error;
  });
  parts.defer(() => gateway.stop());
  const all = parts.move();
  return { name: 'gateway', url: `${gateway.url}/graphql`, stop: () => all.disposeAsync() };
}
