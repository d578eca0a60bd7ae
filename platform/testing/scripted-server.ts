import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a server that fails may behave towards one request. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

export interface ScriptedServer {
  readonly url: string;
  /** The bodies of all requests so far that have arrived whole. */
  readonly bodies: readonly string[];
  /** The headers of the request of that number. */
  headersOf(index: number): IncomingMessage['headers'];
  /** Connections that have been made so far. */
  readonly connections: number;
  /** What comes now is treated like this; the behaviours come in turn, and the last of them stays. */
  behave(...behaviours: readonly Behaviour[]): void;
  close(): Promise<void>;
}

/** An HTTP server that fails on purpose, once a request has arrived whole. */
export async function scriptedServer(): Promise<ScriptedServer> {
  const bodies: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  let script: readonly Behaviour[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks).toString());
      headers.push(request.headers);
      const [next, ...others] = script;
      if (others.length > 0) script = others;
      next?.(request, response);
    });
  });
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    bodies,
    headersOf: (index) => headers[index] ?? {},
    get connections() {
      return connections;
    },
    behave(...behaviours) {
      script = behaviours;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Answers, with this status. */
export const answers =
  (body: string, status = 200): Behaviour =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  };

/** The process is killed while it works. */
export const dies: Behaviour = (request) => {
  request.socket.resetAndDestroy();
};

/** The process is killed while it answers. */
export const diesHalfWay: Behaviour = (request, response) => {
  response.writeHead(200, { 'content-length': 100 }).write('{"data":');
  setImmediate(() => request.socket.resetAndDestroy());
};

/** Never answers; `whenLeft` is called when the client gives up. */
export const hangs =
  (whenLeft: () => void = () => {}): Behaviour =>
  (request) => {
    request.socket.once('close', whenLeft);
  };
