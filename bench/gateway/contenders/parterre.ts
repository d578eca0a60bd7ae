/** Parterre's gateway as it is started by the launcher, with the shop's subgraphs in its process: parterre.ts SUPERGRAPH */
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGateway } from '@parterre/gateway/start-gateway.ts';
import { refuseServiceTokens } from '@parterre/platform/auth/service-tokens.ts';
import { inProcess } from '@parterre/platform/graphql/in-process.ts';
import { createSubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import { anonymous } from '@parterre/platform/kernel/caller.ts';
import { systemClock } from '@parterre/platform/kernel/clock.ts';
import { createLogger } from '@parterre/platform/telemetry/logger.ts';
import { subgraphs } from '../graph.ts';

const [supergraph = ''] = process.argv.slice(2);
const logger = createLogger({ level: 'warn' });
const servers = subgraphs.map((subgraph) =>
  createSubgraphServer({ ...subgraph, serviceTokens: refuseServiceTokens, clock: systemClock, logger }),
);
const gateway = await startGateway({
  port: 0,
  host: '127.0.0.1',
  supergraphSdl: await readFile(supergraph, 'utf8'),
  dataSources: servers.map(inProcess).map((source) => ({
    ...source,
    execute: (request) => source.execute({ ...request, caller: { identity: anonymous } }),
  })),
  sizeOfUnsizedLists: 20,
  logger,
  environment: 'production',
  readiness: async () => ({ ready: true, reasons: [] }),
  webRoot: await mkdtemp(join(tmpdir(), 'parterre-bench-')),
});
process.send?.({ url: `http://127.0.0.1:${gateway.port}/graphql` });
process.on('disconnect', () => process.exit());
