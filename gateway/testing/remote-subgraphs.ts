import type { SubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import { callerHeaders } from '@parterre/platform/http/wire.ts';
import { anonymous, type Caller } from '@parterre/platform/kernel/caller.ts';
import { serveSubgraph } from '@parterre/platform/service/serve-subgraph.ts';
import { silentLogger } from '@parterre/platform/telemetry/logger.ts';
import type { TestServiceTokens } from '@parterre/platform/testing/test-service-tokens.ts';
import { type RemoteDataSource, remoteDataSource } from '../data-sources/remote.ts';

export interface RemoteSubgraphs {
  readonly dataSources: readonly RemoteDataSource[];
  close(): Promise<void>;
}

/** The same subgraphs, each behind an HTTP server of its own, and data sources that ask them there. */
export async function remoteSubgraphs(
  subgraphs: Iterable<SubgraphServer>,
  serviceTokens: TestServiceTokens,
): Promise<RemoteSubgraphs> {
  const opened = await Promise.all([...subgraphs].map((server) => openRemote(server, serviceTokens)));
  return {
    dataSources: opened.map(({ source }) => source),
    async close() {
      await Promise.all(opened.map((each) => each.close()));
    },
  };
}

/** One subgraph behind so many HTTP servers, and a data source that asks them. */
export async function openRemote(server: SubgraphServer, serviceTokens: TestServiceTokens, replicas = 1) {
  const served = await Promise.all(
    Array.from({ length: replicas }, () =>
      serveSubgraph({
        server,
        serviceTokens,
        reasonsNotReady: async () => [],
        port: 0,
        host: '127.0.0.1',
        logger: silentLogger,
      }),
    ),
  );
  const source = remoteDataSource({
    name: server.name,
    urls: served.map(({ url }) => url),
    headersOf: async (caller) =>
      callerHeaders(await serviceTokens.sign((caller?.identity ?? anonymous) as Caller), caller?.address),
    logger: silentLogger,
  });
  return {
    source,
    async close() {
      await source.close();
      await Promise.all(served.map((each) => each.stop()));
    },
  };
}
