import type { Readable } from 'node:stream';
import type { ApolloServer } from '@apollo/server';
import { isTraced } from '@parterre/platform/telemetry/tracing.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Authentication } from '../authentication/authentication.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { Rates } from '../rates/rates.ts';
import { apolloHandler } from './apollo-server.ts';
import type { ClientAddresses } from './client-address.ts';
import { showSandbox } from './explorers/sandbox.ts';
import type { HttpLimits } from './http-limits.ts';
import { announcedBytes, type BodyBounds, boundedBody, isSmall, type LargeBodies } from './large-bodies.ts';
import { plainPage, wordsPolicy } from './pages.ts';
import { bodyTooLarge, RequestRefused, refusalBody } from './refusals.ts';
import { callerOf, contextOf, headerOf } from './request-context.ts';
import { inRequestSpan } from './request-span.ts';
import { pathOf } from './request-target.ts';
import { asPage } from './security-headers.ts';
import { addVary, etagOf, isKnown } from './validators.ts';

export interface GraphqlRouteOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly authentication: Authentication;
  readonly clients: ClientAddresses;
  readonly environment: 'development' | 'production';
  readonly rates: Pick<Rates, 'bytes'>;
  readonly limits: Pick<HttpLimits, 'bodyBytes' | 'largeBodyValues' | 'answerBytes'>;
  /** Nobody may send any unless given. */
  readonly largeBodies?: LargeBodies | undefined;
}

type Content = string | Buffer;

const PATH = '/graphql';
const methods = ['GET', 'HEAD', 'POST', 'OPTIONS'] as const;
const allow = methods.join(', ');

/** POST and GET /graphql; a browser that just opens it gets a page. */
export function addGraphqlRoute(app: FastifyInstance, options: GraphqlRouteOptions): void {
  const answer = apolloHandler(options.apollo, (request, reply) => contextOf(request, reply, options));
  const { limits, largeBodies } = options;
  // Of the bodies that are not known from their headers to be small.
  const bounds = new WeakMap<FastifyRequest, BodyBounds>();
  refuseOtherMethods(app);
  app.options(PATH, async (_request, reply) => reply.code(204).header('allow', allow).send());
  app.route({
    method: ['GET', 'HEAD', 'POST'],
    url: PATH,
    bodyLimit: Math.max(limits.bodyBytes, largeBodies?.bytes ?? 0),
    // Before the body is read. GET has none, and its operation is counted by its cost.
    async onRequest(request, reply) {
      if (request.method !== 'POST') return undefined;
      const announced = announcedBytes(request);
      const bound = isSmall(request, limits.bodyBytes) ? undefined : await boundsFor(request, options);
      const address = options.clients.clientAddress(request.raw);
      const refusal = await options.rates.bytes(address, announced ?? bound?.bytes ?? 0);
      if (refusal) {
        const { error, headers, status } = refusal;
        return reply
          .code(status)
          .headers({ ...headers })
          .send({ errors: [error.toJSON()] });
      }
      if (!bound) return undefined;
      if (announced !== undefined && announced > bound.bytes) throw bodyTooLarge(bound.bytes);
      bounds.set(request, bound);
      return undefined;
    },
    // After decompression, whose hook comes first.
    preParsing(request, _reply, body, done) {
      const bound = bounds.get(request);
      done(null, bound ? boundedBody(body as Readable, bound) : body);
    },
    handler(request, reply) {
      if (isVisit(request)) return showPage(request, reply, options.environment);
      const asked = request.method;
      if (asked !== 'POST') prepareGet(request);
      if (!isTraced()) return answer(request, reply);
      return inRequestSpan(request, reply, { method: asked, route: PATH }, async () =>
        answer(request, reply),
      );
    },
    onSend(request, reply, payload, done) {
      if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return done(null, payload);
      const bytes = Buffer.byteLength(payload);
      if (bytes > limits.answerBytes) return done(null, tooLarge(reply, bytes, limits.answerBytes));
      done(null, request.method === 'POST' ? payload : revalidated(request, reply, payload));
    },
  });
}

/** Before the body is read, which is nobody's then. */
function refuseOtherMethods(app: FastifyInstance): void {
  const known: ReadonlySet<string> = new Set(methods);
  app.addHook('onRequest', (request, reply, done) => {
    if (known.has(request.method) || pathOf(request.raw.url) !== PATH) return done();
    const message = `expected one of the methods ${allow}, got ${request.method}`;
    void reply.code(405).header('allow', allow).send(refusalBody(message, 'BAD_REQUEST'));
  });
}

function prepareGet(request: FastifyRequest): void {
  // Apollo's guard against forged requests wants a header that a plain link cannot set. By GET there are
  // queries only, and no cookie signs anybody in here: a forged one is asked by nobody. POST stays guarded.
  request.headers['apollo-require-preflight'] = 'a plain GET';
  // HEAD is a GET whose body Node leaves out; Apollo knows GET and POST only.
  request.raw.method = 'GET';
}

/**
 * An answer to a GET may be kept and asked for again by its name. It is never used unasked: data change. What
 * a signed-in user gets is kept nowhere.
 */
function revalidated(request: FastifyRequest, reply: FastifyReply, payload: Content): Content | null {
  if (reply.statusCode !== 200) return payload;
  addVary(reply, 'Accept', 'Authorization');
  if (request.headers.authorization !== undefined) {
    void reply.header('cache-control', 'no-store');
    return payload;
  }
  const etag = etagOf(payload);
  void reply.header('cache-control', 'no-cache').header('etag', etag);
  if (!isKnown(request.headers['if-none-match'], etag)) return payload;
  void reply.code(304).removeHeader('content-length').removeHeader('content-type');
  return null;
}

function tooLarge(reply: FastifyReply, bytes: number, limit: number): string {
  const message = `expected an answer of at most ${limit} bytes, got ${bytes}; ask for fewer fields or smaller pages`;
  const body = JSON.stringify(refusalBody(message, 'BAD_USER_INPUT'));
  void reply.code(400).header('content-length', Buffer.byteLength(body));
  return body;
}

/** Whether a person opened the address in a browser, as opposed to a client that asks something. */
function isVisit(request: FastifyRequest): boolean {
  return (
    request.method !== 'POST' &&
    !request.raw.url?.includes('?') &&
    (headerOf(request, 'accept') ?? '').includes('text/html')
  );
}

function showPage(request: FastifyRequest, reply: FastifyReply, environment: string): FastifyReply {
  if (environment === 'development') return showSandbox(request, reply);
  return asPage(reply, wordsPolicy).send(plainPage());
}

/** @throws RequestRefused when nobody knows whether this caller may send a large body */
async function boundsFor(request: FastifyRequest, options: GraphqlRouteOptions): Promise<BodyBounds> {
  const { bodyBytes, largeBodyValues } = options.limits;
  const { largeBodies } = options;
  if (!largeBodies || request.headers.authorization === undefined) return { bytes: bodyBytes };
  try {
    const caller = await callerOf(request, options.clients.clientAddress(request.raw), options);
    return largeBodies.isFor(caller)
      ? { bytes: largeBodies.bytes, values: largeBodyValues }
      : { bytes: bodyBytes };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { code, http } = error.extensions as { readonly code: string; readonly http: { status: number } };
    throw new RequestRefused(http.status, code, error.message);
  }
}
