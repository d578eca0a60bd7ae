/**
 * Parterre's gateway as it is started by the launcher: parterre.ts SUPERGRAPH [remote] has the shop's subgraphs in
 * its process, or asks them over HTTP where the supergraph says that they are.
 */
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from '@parterre/gateway/data-source.ts';
import { startGateway } from '@parterre/gateway/start-gateway.ts';
import { refuseServiceTokens } from '@parterre/platform/auth/service-tokens.ts';
import { inProcess } from '@parterre/platform/graphql/in-process.ts';
import { createSubgraphServer } from '@parterre/platform/graphql/subgraph-server.ts';
import { anonymous } from '@parterre/platform/kernel/caller.ts';
import { systemClock } from '@parterre/platform/kernel/clock.ts';
import { createLogger } from '@parterre/platform/telemetry/logger.ts';
import { subgraphs } from '../graph.ts';

const [supergraph = '', where = 'local'] = process.argv.slice(2);
const logger = createLogger({ level: 'warn' });
const servers = subgraphs.map((subgraph) =>
  createSubgraphServer({ ...subgraph, serviceTokens: refuseServiceTokens, clock: systemClock, logger }),
);
const localSources = servers.map(inProcess).map(
  (source): DataSource => ({
    ...source,
    execute: (request) => source.execute({ ...request, caller: { identity: anonymous } }),
  }),
);
const gateway = await startGateway({
  port: 0,
  host: '127.0.0.1',
  supergraphSdl: await readFile(supergraph, 'utf8'),
  dataSources: where === 'local' ? localSources : undefined,
  sizeOfUnsizedLists: 20,
  logger,
  environment: 'production',
  readiness: async () => ({ ready: true, reasons: [] }),
  webRoot: await mkdtemp(join(tmpdir(), 'parterre-bench-')),
});
process.send?.({ url: `http://127.0.0.1:${gateway.port}/graphql` });
process.on('disconnect', () => process.exit());
