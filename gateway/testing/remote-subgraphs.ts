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
  const opened = await Promise.all(
    [...subgraphs].map(async (server) => {
      const served = await serveSubgraph({
        server,
        serviceTokens,
        reasonsNotReady: async () => [],
        port: 0,
        host: '127.0.0.1',
        logger: silentLogger,
      });
      const dataSource = remoteDataSource({
        name: server.name,
        urls: [served.url],
        headersOf: async (caller) => {
          const identity = (caller?.identity ?? anonymous) as Caller;
          return callerHeaders(await serviceTokens.sign(identity), caller?.address);
        },
        logger: silentLogger,
      });
      return { served, dataSource };
    }),
  );
  return {
    dataSources: opened.map(({ dataSource }) => dataSource),
    async close() {
      await Promise.all(opened.map(({ dataSource }) => dataSource.close()));
      await Promise.all(opened.map(({ served }) => served.stop()));
    },
  };
}
