import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { makeServer } from 'graphql-ws';
import { WebSocketServer } from 'ws';

/** A subgraph of somebody else over HTTP and graphql-ws, made of nothing of ours. */
export interface ForeignServer {
  readonly name: string;
  readonly sdl: string;
  readonly url: string;
  /** The headers of every request so far. */
  readonly requests: readonly IncomingHttpHeaders[];
  close(): Promise<void>;
  /** The same again at the same address. */
  reopened(): Promise<ForeignServer>;
}

export async function foreignServer(
  name: string,
  types: string,
  resolvers: object,
  port = 0,
): Promise<ForeignServer> {
  const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"]) ${types}`;
  const modules = { typeDefs: parse(sdl), resolvers } as Parameters<typeof buildSubgraphSchema>[0];
  const schema = buildSubgraphSchema(modules);
  const requests: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    requests.push(request.headers);
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const { query, variables, operationName } = JSON.parse(Buffer.concat(chunks).toString());
      const result = await graphql({ schema, source: query, variableValues: variables, operationName });
      response.setHeader('content-type', 'application/graphql-response+json').end(JSON.stringify(result));
    });
  });
  const streams = makeServer({ schema });
  const sockets = new WebSocketServer({ server, path: '/graphql' });
  sockets.on('connection', (socket) => {
    const closed = streams.opened(
      {
        protocol: socket.protocol,
        send: async (data) => socket.send(data),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (listener) => socket.on('message', (data) => void listener(data.toString())),
      },
      undefined,
    );
    socket.once('close', (code, reason) => void closed(code, reason.toString()));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  return {
    name,
    sdl,
    url: `http://127.0.0.1:${taken}/graphql`,
    requests,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
    reopened: () => foreignServer(name, types, resolvers, taken),
  };
}
