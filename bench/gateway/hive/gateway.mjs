/**
 * Hive Gateway over node:http, with its router runtime (query plans by the Rust planner): its fastest form on
 * Node.js. Usage: gateway.mjs SUPERGRAPH_FILE; says its address over IPC.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

const [supergraphFile, planner = 'router'] = process.argv.slice(2);
const gateway = createGatewayRuntime({
  supergraph: readFileSync(supergraphFile, 'utf8'),
  logging: false,
  landingPage: false,
  graphiql: false,
  ...(planner === 'router' ? { unifiedGraphHandler } : {}),
});
const server = createServer(gateway);
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${server.address().port}/graphql` });
});
process.on('disconnect', () => process.exit());
