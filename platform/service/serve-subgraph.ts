import type { AddressInfo } from 'node:net';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { ServiceTokenRefused, type ServiceTokens } from '../auth/service-tokens.ts';
import { type Budget, createBudget } from '../graphql/budget.ts';
import { badUserInput, serviceUnavailable, unauthenticated } from '../graphql/errors.ts';
import { LONGEST_OPERATION_MS, type SubgraphServer, subgraphLimits } from '../graphql/subgraph-server.ts';
import { type ReadHeaders, readHeaders } from '../http/wire.ts';
import type { Logger } from '../telemetry/logger.ts';
import { serveStreams } from './serve-streams.ts';

export interface ServeSubgraphOptions {
  readonly server: SubgraphServer;
  readonly serviceTokens: Pick<ServiceTokens, 'verify'>;
  /** Why the subgraph cannot do its work at this moment; asked by /health/ready. */
  reasonsNotReady(): Promise<readonly string[]>;
  /** 0 takes any free port. */
  readonly port: number;
  /** The address to listen at; all IPv4 addresses of the machine unless given. */
  readonly host?: string;
  /** Of one request; beyond what the gateway takes of a client. */
  readonly bodyBytes?: number;
  readonly logger: Logger;
}

export interface ServedSubgraph {
  readonly url: string;
  readonly port: number;
  /** Not ready from now on; finishes what is in flight, within 8 s; then nothing listens any more. */
  stop(): Promise<void>;
}

/** A seating plan in a mutation takes up to 20 MiB. */
const BODY_BYTES = 32 * 1024 * 1024;
/** What is still running then is cut, so that stopping stays within 10 s with what comes after it. */
const DRAIN_MS = 8_000;
/** Longer than clients keep a connection that they do not use (platform/http: by what this says, less 1 s). */
const KEEP_ALIVE_MS = 60_000;

/**
 * A subgraph over HTTP, for gateways and other subgraphs: POST /graphql of `{ query, variables, operationName }`,
 * answered as JSON with status 200 whatever the result; subscriptions over graphql-ws at the same address;
 * /health/live and /health/ready. What else is said of a request is in platform/http/wire.ts. Nobody without a
 * service token is told anything but 401.
 *
 * Who asks and goes away, or whose deadline passes, ends the work, but never a commit (docs/adr/0013).
 *
 * @throws the error of the operating system (EADDRINUSE, EACCES) when the port cannot be had
 */
export async function serveSubgraph(options: ServeSubgraphOptions): Promise<ServedSubgraph> {
  const { server, serviceTokens, bodyBytes = BODY_BYTES } = options;
  const logger = options.logger.child({ part: 'http', subgraph: server.name });
  let isStopping = false;
  const app = fastify({
    bodyLimit: bodyBytes,
    keepAliveTimeout: KEEP_ALIVE_MS,
    // On close, connections that wait for nothing end at once, the others after their answer.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    frameworkErrors: (_error, _request, reply: FastifyReply) => refuse(reply, 400),
  });
  app.setNotFoundHandler((_request, reply) => refuse(reply, 404));
  app.setErrorHandler((error: { readonly statusCode?: number }, _request, reply) => {
    const { statusCode = 500 } = error;
    if (statusCode >= 500) logger.error({ error }, 'a request of a subgraph failed unexpectedly');
    return refuse(reply, statusCode);
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isStopping) void reply.header('connection', 'close');
  });
  addJson(app);

  app.get('/health/live', async () => ({ live: true }));
  app.get('/health/ready', async (_request, reply) => {
    const reasons = isStopping ? [`${server.name} is being stopped`] : await options.reasonsNotReady();
    return reply.code(reasons.length === 0 ? 200 : 503).send({ ready: reasons.length === 0, reasons });
  });
  app.post('/graphql', {
    // Before the body is read.
    onRequest: async (request, reply) => {
      if (!(await isKnown(request, serviceTokens))) return refuse(reply, 401);
    },
    handler: (request, reply) => answer(server, request, reply),
  });

  const streams = serveStreams({ server, serviceTokens, logger });
  app.server.on('upgrade', (request, connection, head) => {
    // Without a listener for its errors, a connection that is reset would end the process.
    connection.on('error', () => connection.destroy());
    if (isStopping || request.url !== '/graphql') return connection.destroy();
    streams.upgrade(request, connection, head);
  });
  await app.listen({ port: options.port, host: options.host ?? '0.0.0.0' });
  const { port } = app.server.address() as AddressInfo;

  let stopped: Promise<void> | undefined;
  const stop = async () => {
    isStopping = true;
    const cut = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
    await Promise.all([streams.close(), app.close()]);
    clearTimeout(cut);
  };
  return {
    port,
    url: `http://localhost:${port}/graphql`,
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}

async function isKnown(
  { headers }: FastifyRequest,
  serviceTokens: Pick<ServiceTokens, 'verify'>,
): Promise<boolean> {
  const token = readHeaders(headers).serviceToken;
  if (token === undefined) return false;
  try {
    await serviceTokens.verify(token);
    return true;
  } catch (error) {
    if (error instanceof ServiceTokenRefused) return false;
    throw error;
  }
}

async function answer(
  server: SubgraphServer,
  { headers, body }: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const read = readHeaders(headers);
  const question = readQuestion(body);
  if (!read.serviceToken || !question || Number.isNaN(read.deadlineMs)) return refuse(reply, 400);
  const budget = budgetFor(read);
  const end = () => {
    if (!reply.raw.writableFinished) budget.abort(gone);
  };
  reply.raw.once('close', end);
  try {
    const { serviceToken, clientAddress, traceparent } = read;
    const result = await server.execute({ ...question, serviceToken, clientAddress, traceparent, budget });
    const text = JSON.stringify(result);
    const isWithin = budget.chargeBytes(Buffer.byteLength(text));
    return reply
      .type('application/json; charset=utf-8')
      .send(isWithin || !budget.fault ? text : JSON.stringify({ errors: [budget.fault] }));
  } finally {
    reply.raw.off('close', end);
    budget.close();
  }
}

const gone = serviceUnavailable('nobody waits for the answer any more');

function budgetFor({ deadlineMs = subgraphLimits.milliseconds }: ReadHeaders): Budget {
  return createBudget({ ...subgraphLimits, milliseconds: Math.min(LONGEST_OPERATION_MS, deadlineMs) });
}

interface Question {
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string | null;
}

function readQuestion(body: unknown): Question | undefined {
  if (!isRecord(body)) return undefined;
  const { query, variables, operationName } = body;
  if (typeof query !== 'string') return undefined;
  if (variables !== undefined && variables !== null && !isRecord(variables)) return undefined;
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    return undefined;
  }
  return { document: query, variables: variables ?? undefined, operationName };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Plain JSON.parse: who has come so far is part of the server, and fastify's own costs several times as much. */
function addJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, JSON.parse(String(body)));
    } catch {
      done(Object.assign(new Error('expected JSON'), { statusCode: 400 }));
    }
  });
}

/** In the form of a result, so that whoever asks by GraphQL can read it, and without a word about the inside. */
function refuse(reply: FastifyReply, status: number): FastifyReply {
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [refusals[status] ?? (status < 500 ? malformed : failed)] }));
}

const malformed = badUserInput(
  'expected POST /graphql of a JSON object with query, variables and operationName',
);
const failed = serviceUnavailable('the subgraph could not answer; try again in a moment');
const refusals: Readonly<Record<number, ReturnType<typeof badUserInput>>> = {
  401: unauthenticated('expected a service token'),
  404: badUserInput('there is nothing at this address'),
  413: badUserInput('expected a smaller body'),
};
