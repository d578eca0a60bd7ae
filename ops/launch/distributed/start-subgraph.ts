import type { SubgraphName } from '@parterre/contracts/kernel/caller.ts';
import { startMetricsServer } from '@parterre/gateway/http/metrics-server.ts';
import { readKnownServices, readServiceKey } from '@parterre/platform/auth/service-keys.ts';
import { createServiceTokens } from '@parterre/platform/auth/service-tokens.ts';
import type { Environment } from '@parterre/platform/config/read-config.ts';
import { runService } from '@parterre/platform/service/run-service.ts';
import { serveSubgraph } from '@parterre/platform/service/serve-subgraph.ts';
import { httpSubgraphs } from '@parterre/platform/subgraphs/http-client.ts';
import { createLogger } from '@parterre/platform/telemetry/logger.ts';
import { startTracing } from '@parterre/platform/telemetry/tracing.ts';
import { loadSubgraph } from './load-subgraph.ts';
import { openServiceBus } from './open-bus.ts';
import type { StartedService } from './started-service.ts';
import { readSubgraphConfig } from './subgraph-config.ts';

/**
 * Runs one subgraph in this process: its database, the bus, its relay, consumers and jobs, and its GraphQL over HTTP.
 *
 * @throws ConfigError before anything is opened; DatabaseUnavailable, BusUnavailable; then nothing is left running
 */
export async function startSubgraph(
  name: SubgraphName,
  env: Environment,
  onLost: (reason: string) => void,
): Promise<StartedService> {
  await using parts = new AsyncDisposableStack();
  const definition = await loadSubgraph(name);
  const config = readSubgraphConfig(definition, env);
  const { port, host, metricsPort } = config;
  const logger = createLogger({ level: config.logLevel }).child({ service: name });
  const tracing = startTracing({ serviceName: name, endpoint: config.tracesEndpoint });
  parts.defer(() => tracing.stop());

  const serviceTokens = createServiceTokens({
    self: readServiceKey(config.serviceKey),
    known: readKnownServices(config.serviceKeys),
  });
  const bus = await openServiceBus(name, config.kafka, logger, onLost);
  parts.defer(() => bus.close());
  const subgraphs = httpSubgraphs({
    caller: { kind: 'subgraph', subgraph: name },
    urls: config.subgraphUrls,
    serviceTokens,
    logger,
  });
  parts.defer(() => subgraphs.close());
  const subgraph = await runService(definition, {
    env,
    databaseUrl: config.databaseUrl,
    bus,
    serviceTokens,
    subgraphs,
    logger,
    onUnattached(error) {
      logger.error({ err: error }, 'the consumers could not be attached to the bus');
      onLost(`the consumers of ${name} could not be attached to the bus`);
    },
  });
  parts.defer(() => subgraph.stop());
  if (metricsPort !== undefined) {
    const metrics = await startMetricsServer({ port: metricsPort, host, logger });
    parts.defer(() => metrics.stop());
  }
  const served = await serveSubgraph({
    server: subgraph.server,
    serviceTokens,
    reasonsNotReady: async () => [
      ...(await subgraph.reasonsNotReady()),
      ...((await bus.isReady()) ? [] : ['the bus does not answer']),
    ],
    port,
    host,
    logger,
  });
  parts.defer(() => served.stop());
  const all = parts.move();
  return { name, url: served.url, stop: () => all.disposeAsync() };
}
