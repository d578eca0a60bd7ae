import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startGateway } from '@parterre/gateway/start-gateway.ts';
import { openEmbeddedBus } from '@parterre/platform/bus/embedded/embedded-bus.ts';
import { inProcess } from '@parterre/platform/graphql/in-process.ts';
import { anonymous } from '@parterre/platform/kernel/caller.ts';
import { silentObserver } from '@parterre/platform/saga/step-observer.ts';
import { inProcessSubgraphs } from '@parterre/platform/subgraphs/in-process-client.ts';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import type { DatabaseUrls } from '../../ops/launch/databases.ts';
import { parterreGateway } from '../../ops/launch/gateway/gateway-options.ts';
import { runSubgraphs } from '../../ops/launch/run-subgraphs.ts';
import type { Secrets } from '../../ops/launch/secrets.ts';
import { subgraphEnvironment } from '../../ops/launch/server-config.ts';
import { serviceTokensOf } from '../../ops/launch/service-keys.ts';
import { Client } from './client.ts';
import type { ServerProcess } from './server-process.ts';

export interface SecondGateway {
  readonly client: Client;
  stop(): Promise<void>;
}

/** One more gateway, with a replica of every subgraph, on the databases, the bus and the keys of a running server. */
export async function startSecondGateway(server: ServerProcess): Promise<SecondGateway> {
  await using parts = new AsyncDisposableStack();
  const read = async <Content>(file: string): Promise<Content> =>
    JSON.parse(await readFile(join(server.dataDir, file), 'utf8'));
  const secrets = await read<Secrets>('secrets.json');
  const databaseUrls = await read<DatabaseUrls>('databases.json');
  const bus = await openEmbeddedBus({ url: databaseUrls.bus, logger: silentLogger });
  parts.defer(() => bus.close());
  const subgraphs = await runSubgraphs({
    env: subgraphEnvironment({}, secrets),
    databaseUrls,
    bus,
    serviceTokens: serviceTokensOf(secrets.serviceSecret),
    logger: silentLogger,
    stepObserver: silentObserver,
  });
  parts.defer(() => subgraphs.stop());
  const supergraph = new URL('../../contracts/supergraph.graphql', import.meta.url);
  const gateway = await startGateway({
    port: 0,
    host: '127.0.0.1',
    supergraphSdl: await readFile(supergraph, 'utf8'),
    dataSources: [...subgraphs.servers.values()].map(inProcess),
    ...parterreGateway({
      subgraphs: inProcessSubgraphs({ caller: anonymous, servers: subgraphs.servers }),
      bus,
      rateLimits: 'off',
      safelist: 'off',
    }),
    logger: silentLogger,
    environment: 'production',
    readiness: async () => ({ ready: true, reasons: [] }),
  });
  parts.defer(() => gateway.stop());
  const all = parts.move();
  return {
    client: new Client(`http://127.0.0.1:${gateway.port}`),
    stop: () => all.disposeAsync(),
  };
}
