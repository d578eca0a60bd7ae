import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { internalError } from '@parterre/platform/graphql/errors.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  type onRequestHookHandler,
} from 'fastify';
import type { UnreadLedger } from '../unread.ts';
import { type ClientAddresses, createClientAddresses } from './client-address.ts';
import { addCompression } from './compression.ts';
import { type Connections, watchConnections } from './connections.ts';
import { addCors } from './cors.ts';
import { type HttpLimits, httpLimits } from './http-limits.ts';
import { bodyTooLarge, RequestRefused, refusalBody, refusalOf } from './refusals.ts';
import { originForm } from './request-target.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { wantsWebSocket } from './upgrades.ts';

export interface HttpServerOptions {
  readonly logger: Logger;
  readonly limits?: Partial<HttpLimits>;
  /** Origins whose pages may read answers, besides the server's own. */
  readonly allowedOrigins?: readonly string[];
  /** Whose forwarded addresses are believed; nobody's unless given. */
  readonly clients?: ClientAddresses;
  /** What clients leave unread, when it is counted beyond this server. */
  readonly unread?: UnreadLedger;
}

/** How often Node looks for requests that take too long to arrive. */
const LOOK_FOR_SLOW_REQUESTS_MS = 2_000;
/** Of a body that is refused, so much is awaited where the connection is to be closed after the answer. */
const AWAITED_BYTES = 16 * 1024 * 1024;
const AWAITED_MS = 2_000;
/** Shorter texts are nothing to be counted. */
const SHORT_TEXT = 4 * 1024;

/**
 * A fastify with what every answer of ours has in common: limits, CORS, compression, security headers, and
 * refusals that say nothing about its inside, whatever comes in and whatever goes wrong.
 */
export async function createHttpServer(options: HttpServerOptions): Promise<FastifyInstance> {
  const { logger, allowedOrigins = [], clients = createClientAddresses() } = options;
  const limits = { ...httpLimits, ...options.limits };
  let connections: Connections | undefined;
  const app = fastify({
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestMs,
    // On close, connections that wait for nothing end at once, the others after their answer.
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 1_000, ignoreTrailingSlash: true },
    rewriteUrl: ({ url }) => originForm(url),
    http: {
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: LOOK_FOR_SLOW_REQUESTS_MS,
      shouldUpgradeCallback: wantsWebSocket,
    },
    clientErrorHandler: (error, socket) => connections?.refuseUnreadable(error, socket),
    // An address that cannot be decoded: no hook sees it, and fastify would name itself in the answer.
    frameworkErrors: (error, request, reply: FastifyReply) => {
      addSecurityHeaders(reply, clients.isEncrypted(request.raw));
      return refuse(reply, error.statusCode ?? 400);
    },
  });
  const { unread } = options;
  connections = watchConnections(app.server, {
    ...{ limits, logger, unread },
    ...{ addressOf: clients.clientAddress, isProxy: clients.isProxy },
  });
  app.addHook('onClose', async () => connections.stop());
  app.addHook('onRequest', refuseUnanswerable);
  addErrorAnswers(app, limits, logger);
  addAnswerHeaders(app, { connections, clients });
  await addCors(app, allowedOrigins);
  await addCompression(app);
  return app;
}

/** The last host that was found good: most requests name the one that the request before has named. */
let goodHost = '';

/** Hooks call back rather than be awaited: they are on the way of every request. */
const refuseUnanswerable: onRequestHookHandler = (request, reply, done) => {
  const { headers, socket } = request.raw;
  // Of a connection that has been cut, requests still come that had arrived before: nobody waits for an answer.
  if (socket.destroyed) return void reply.hijack();
  // HTTP/1.0 needs no Host, and load balancers ask for health so.
  headers.host ||= 'localhost';
  // One that names no host is to be refused (RFC 9112, 3.2): whoever makes an address of it would stumble.
  if (headers.host !== goodHost) {
    if (!URL.canParse(`http://${headers.host}`)) return void refuse(reply.header('connection', 'close'), 400);
    goodHost = headers.host;
  }
  done();
};

interface AnswerHeadersOptions {
  readonly connections: Connections;
  readonly clients: ClientAddresses;
}

/** What every answer carries, and what is to be known of it. */
function addAnswerHeaders(app: FastifyInstance, { connections, clients }: AnswerHeadersOptions): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    // Otherwise the client keeps the connection for later, and closing would wait for it.
    if (isClosing) void reply.header('connection', 'close');
    if (reply.statusCode === 401) addChallenge(request, reply);
    addSecurityHeaders(reply, clients.isEncrypted(request.raw));
    const content = asBytes(payload);
    if (Buffer.isBuffer(content)) connections.charge(reply.raw, content.length);
    if (!isArriving(request.raw)) return done(null, content);
    // Fastify would close the connection after a body that it has not read.
    if (!isClosing) void reply.removeHeader('connection');
    passOver(request.raw);
    if (!isClosing && reply.raw.shouldKeepAlive) return done(null, content);
    void passedOver(request.raw).then(() => done(null, content));
  });
}

/**
 * Makes bytes of a long text. Node would keep three times its length for the sake of UTF-8 until it has been
 * read, and measure it anew at every step on its way. A short one travels in one piece with its headers.
 */
function asBytes(payload: unknown): unknown {
  return typeof payload === 'string' && payload.length > SHORT_TEXT ? Buffer.from(payload) : payload;
}

function addErrorAnswers(app: FastifyInstance, limits: HttpLimits, logger: Logger): void {
  app.setNotFoundHandler((_request, reply) => refuse(reply, 404));
  app.setErrorHandler(async (error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (error instanceof RequestRefused) {
      return reply.code(status).send(refusalBody(error.message, error.refusalCode));
    }
    if (status < 500) return refuse(reply, status, wordsFor(error, limits));
    const reference = randomUUID();
    logger.error({ error, reference }, 'an HTTP request failed unexpectedly');
    const { message, extensions } = internalError(reference);
    return reply.code(status).send(refusalBody(message, String(extensions.code)));
  });
}

function refuse(reply: FastifyReply, status: number, words?: string): FastifyReply {
  const { message, code } = refusalOf(status);
  return reply.code(status).send(refusalBody(words ?? message, code));
}

function wordsFor({ statusCode, code }: FastifyError, limits: HttpLimits): string | undefined {
  if (statusCode === 413) return bodyTooLarge(limits.bodyBytes).message;
  if (code === 'FST_CP_ERR_INVALID_CONTENT_ENCODING')
    return 'expected the content encoding gzip, deflate or br';
  if (code === 'FST_CP_ERR_INVALID_CONTENT')
    return 'expected a body in the content encoding that its header names';
  if (statusCode === 415) return 'expected the content type application/json';
  return statusCode === 400 ? 'expected a well-formed request with a JSON body' : undefined;
}

/** Whether a body is still on its way that is being answered already: refused, that is. */
function isArriving({ complete, headers }: IncomingMessage): boolean {
  return !complete && (headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0);
}

/**
 * Throws away what the client goes on sending. A connection that is closed with something unread is reset, and
 * its client sees the reset instead of the answer. `requestMs` bounds how long this goes on.
 */
function passOver(body: IncomingMessage): void {
  body.unpipe();
  body.resume();
}

/** Resolves when everything has been passed over, or as much as is worth it. */
function passedOver(body: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let bytes = 0;
    const late = setTimeout(resolve, AWAITED_MS);
    const done = () => {
      clearTimeout(late);
      resolve();
    };
    body.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > AWAITED_BYTES) done();
    });
    body.once('end', done).once('close', done).once('error', done);
  });
}

/** A 401 says how to sign in, and whether a token was sent that is no longer good (RFC 6750, 3). */
function addChallenge(request: FastifyRequest, reply: FastifyReply): void {
  if (reply.hasHeader('www-authenticate')) return;
  const isRefusedToken = request.headers.authorization !== undefined;
  void reply.header('www-authenticate', isRefusedToken ? 'Bearer error="invalid_token"' : 'Bearer');
}
