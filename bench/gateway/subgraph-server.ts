/**
 * The four subgraphs of the shop in one process over HTTP, for gateways that ask remotely:
 * http://127.0.0.1:PORT/products and so on. As light as can be (node:http, graphql-jit), so that what is
 * measured is the gateway in front. Started by run.ts; says its port over IPC.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type ExecutionResult, type GraphQLSchema, parse } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { subgraphs } from './graph.ts';

type Resolvers = Exclude<Parameters<typeof buildSubgraphSchema>[0], { kind: string } | readonly unknown[]>;

interface Question {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const answers = new Map(
  subgraphs.map(({ name, typeDefs, resolvers }) => [
    `/${name}`,
    answerer(buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers } as Resolvers)),
  ]),
);

// By events: iterating over a request costs a fifth of answering it.
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const [first, ...others] = chunks;
    const body = first && others.length === 0 ? first : Buffer.concat(chunks);
    try {
      reply(request, body, response);
    } catch (error) {
      fail(error, response);
    }
  });
});
// Gateways keep their connections; one that is closed under a request would be counted as their fault.
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit());

/** Without a promise where nothing is awaited: a turn for each costs a twentieth of answering. */
function reply(request: IncomingMessage, question: Buffer, response: ServerResponse): void {
  const answer = answers.get(request.url ?? '');
  if (!answer) {
    response.writeHead(404).end();
    return;
  }
  const result = answer(JSON.parse(question.toString()) as Question);
  if (!(result instanceof Promise)) {
    write(result, response);
    return;
  }
  result.then((awaited) => write(awaited, response)).catch((error: unknown) => fail(error, response));
}

function write(result: ExecutionResult, response: ServerResponse): void {
  const body = JSON.stringify(result);
  response.writeHead(200, [
    'content-type',
    'application/json',
    'content-length',
    `${Buffer.byteLength(body)}`,
  ]);
  response.end(body);
}

function fail(error: unknown, response: ServerResponse): void {
  console.error(error);
  response.destroy();
}

/** Answers questions to one schema; every text is compiled once. A gateway sends a handful of them. */
function answerer(schema: GraphQLSchema): (question: Question) => Promise<ExecutionResult> | ExecutionResult {
  const compiled = new Map<string, CompiledQuery>();
  return ({ query, operationName, variables }) => {
    const known = compiled.get(query);
    if (known) return known.query(undefined, {}, variables);
    const fresh = compileQuery(schema, parse(query), operationName);
    if (!isCompiledQuery(fresh)) return fresh;
    compiled.set(query, fresh);
    return fresh.query(undefined, {}, variables);
  };
}
