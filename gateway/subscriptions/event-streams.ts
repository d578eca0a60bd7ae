import type { ServerResponse } from 'node:http';
import { unauthenticated } from '@parterre/platform/graphql/errors.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { OperationRequest } from '../admission/admission.ts';
import type { AuthenticatedCaller, Caller } from '../caller.ts';
import { announcedBytes } from '../http/large-bodies.ts';
import type { Connections } from './connections.ts';
import { EventStream } from './event-stream.ts';
import type { SubscriptionLimits } from './limits.ts';
import type { AddressOf, Authentication, CountBytes, Operations } from './ports.ts';
import { isSubscription, sinceIn } from './socket-protocol.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { SlowReaders } from './writer.ts';

export interface EventStreamsOptions {
  readonly operations: Operations;
  readonly subscriptions: Subscriptions;
  readonly authentication: Authentication;
  readonly connections: Connections;
  readonly slowReaders: SlowReaders;
  readonly addressOf: AddressOf;
  readonly bytes?: CountBytes;
  readonly limits: SubscriptionLimits;
  readonly logger: Logger;
}

/**
 * GraphQL over Server-Sent Events, distinct connections mode: GET and POST /graphql/stream, and /graphql for
 * whoever accepts an event stream before JSON. The `id` of an event is its cursor, and the `Last-Event-ID`
 * that a browser sends when it comes back is where it goes on.
 */
export function addEventStreams(app: FastifyInstance, options: EventStreamsOptions): void {
  const handle = (request: FastifyRequest, reply: FastifyReply) => answer(request, reply, options);
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql/stream',
    // Before the body is read, as at /graphql.
    async onRequest(request, reply) {
      if (request.method !== 'POST') return undefined;
      const sent = announcedBytes(request) ?? app.initialConfig.bodyLimit ?? 0;
      const refusal = await options.bytes?.(options.addressOf(request.raw), sent);
      return refusal ? refuseFor(reply, refusal) : undefined;
    },
    handler: handle,
  });
  // By a hook, so that the route of /graphql need not know of it. The body has been read here.
  app.addHook('preHandler', (request, reply, done) => {
    const { accept } = request.headers;
    if (!accept || !/event-stream/i.test(accept)) return done();
    if (pathOf(request.url) !== '/graphql' || !prefersEventStream(accept)) return done();
    handle(request, reply).catch(done);
  });
}

/** Whether the client takes an event stream before JSON, by the order in which it lists them. */
export function prefersEventStream(accept: string | undefined): boolean {
  const types = (accept ?? '').split(',').map((each) => each.split(';')[0]?.trim().toLowerCase() ?? '');
  const first = types.find(
    (type) => type === 'text/event-stream' || type === '*/*' || /[/+]json$/.test(type),
  );
  return first === 'text/event-stream';
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  options: EventStreamsOptions,
): Promise<void> {
  const { operations, authentication, connections } = options;
  const asked = readRequest(request);
  if (!asked) return refuse(reply, 400, 'BAD_REQUEST', 'expected a well-formed GraphQL request');
  const address = options.addressOf(request.raw);
  let caller: Caller | AuthenticatedCaller;
  try {
    caller = await authentication.identify(request.headers.authorization, address);
    if (authentication.isEnded(caller)) throw unauthenticated('this session has been ended');
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const isOutage = error.extensions.code === 'SERVICE_UNAVAILABLE';
    if (!isOutage) void reply.header('www-authenticate', 'Bearer');
    return refuse(reply, isOutage ? 503 : 401, String(error.extensions.code), error.message);
  }
  // Of a client that has gone meanwhile nothing would ever say that it has: what is opened for it would stay.
  if (reply.raw.destroyed) return void reply.hijack();
  const tooMuch = await operations.begin?.(address);
  if (tooMuch) return void (await refuseFor(reply, tooMuch));
  if (connections.isClosing) return refuse(reply, 503, 'SERVICE_UNAVAILABLE', 'the server is being stopped');
  if (!connections.hasRoomFor(address) || !connections.hasRoomForCaller(caller)) {
    void reply.header('retry-after', '30');
    return refuse(reply, 429, 'RATE_LIMITED', 'expected fewer connections at a time; close some of them');
  }
  const admitted = operations.admit(asked.operation, address);
  if (
    admitted.kind === 'admitted' &&
    admitted.operation.operation === OperationTypeNode.MUTATION &&
    request.method === 'GET'
  ) {
    void reply.header('allow', 'POST');
    return refuse(reply, 405, 'BAD_REQUEST', 'expected a mutation to be sent by POST');
  }
  const stream = new EventStream(openResponse(reply), address, caller, options);
  // What is wrong with an operation is told inside of the stream: a browser cannot read a refused one.
  if (admitted.kind === 'refused') return stream.finishWith({ errors: admitted.errors });
  const refusal = await operations.refusal?.(admitted, { caller, address });
  if (refusal) return stream.finishWith({ errors: [refusal] });
  if (!isSubscription(admitted)) {
    const whenGone = (end: () => void) => void reply.raw.once('close', end);
    return stream.finishWith(await operations.answer(admitted, { caller, address, whenGone }));
  }
  stream.begin((member) =>
    options.subscriptions.subscribe({ ...asked, operation: admitted, caller, address }, member),
  );
}

function openResponse(reply: FastifyReply): ServerResponse {
  const headers = reply.getHeaders();
  reply.hijack();
  const response = reply.raw;
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) response.setHeader(name, value);
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-content-type-options': 'nosniff',
    // nginx would gather events otherwise.
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  return response;
}

interface Asked {
  readonly operation: OperationRequest;
  readonly sent: number;
  readonly since: string | undefined;
}

/** Null when what came cannot be read at all; whether it is an operation is for admission to say. */
function readRequest(request: FastifyRequest): Asked | null {
  const given = request.method === 'GET' ? request.query : request.body;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return null;
  const { query, operationName, variables, extensions } = given as Readonly<Record<string, unknown>>;
  const parsedVariables = fromParameter(variables);
  const parsedExtensions = fromParameter(extensions);
  if (parsedVariables === unreadable || parsedExtensions === unreadable) return null;
  const sent = lengthOf(given);
  if (sent === null) return null;
  const lastEventId = request.headers['last-event-id'];
  const last = typeof lastEventId === 'string' && lastEventId !== '' ? lastEventId : undefined;
  const since = last ?? sinceIn({ extensions: parsedExtensions });
  return {
    operation: { query, operationName: operationName ?? undefined, variables: parsedVariables ?? undefined },
    sent,
    since,
  };
}

/** Characters as JSON; null for what nests deeper than anybody writes. */
function lengthOf(given: object): number | null {
  try {
    return JSON.stringify(given).length;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const unreadable = Symbol('unreadable');

/** Objects come as JSON in the address. */
function fromParameter(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (value === '') return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return unreadable;
    throw error;
  }
}

/** Nothing more is heard from this address for a while. */
async function refuseFor(reply: FastifyReply, { message, extensions }: GraphQLError): Promise<FastifyReply> {
  const { code, retryAfterMs } = extensions;
  void reply.header('retry-after', Math.ceil(Number(retryAfterMs ?? 1_000) / 1_000));
  return reply.code(429).send({ errors: [{ message, extensions: { code, retryAfterMs } }] });
}

async function refuse(reply: FastifyReply, status: number, code: string, message: string): Promise<void> {
  await reply.code(status).send({ errors: [{ message, extensions: { code } }] });
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}
