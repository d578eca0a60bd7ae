import type { ApolloServer } from '@apollo/server';
import type { Clock } from '@parterre/platform/kernel/clock.ts';
import { isTraced } from '@parterre/platform/telemetry/tracing.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Authentication } from '../authentication/authentication.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { Rates } from '../rates/rates.ts';
import { apolloHandler } from './apollo-server.ts';
import type { ClientAddresses } from './client-address.ts';
import type { HttpLimits } from './http-limits.ts';
import { announcedBytes } from './large-bodies.ts';
import { isOfOtherOrigin } from './origins.ts';
import { RequestRefused, refusalBody, refusalOf } from './refusals.ts';
import { contextOf, headerOf } from './request-context.ts';
import { inRequestSpan } from './request-span.ts';
import { readCookie, writeCookie } from './session-cookie.ts';
import { createSessionExchange, type SessionCookie } from './session-exchange.ts';

export interface SessionRouteOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly authentication: Authentication;
  readonly clients: ClientAddresses;
  readonly rates: Pick<Rates, 'bytes'>;
  readonly limits: Pick<HttpLimits, 'bodyBytes'>;
  readonly session: SessionCookie;
  readonly clock: Clock;
}

const json = /^application\/json(?: *;|$)/i;

/**
 * A second address of the API for what opens, renews and ends a session. What renews it is kept by the browser in a
 * cookie that goes nowhere else: it is in no answer, and no script can read it. Operations go the same way as all
 * others. Pages of other origins are refused, those included that may use the API.
 */
export function addSessionRoute(app: FastifyInstance, options: SessionRouteOptions): void {
  const { apollo, clients, rates, limits, session, clock } = options;
  const { path, name } = session;
  const answer = apolloHandler(apollo, async (request, reply) => {
    const context = await contextOf(request, reply, options);
    const isEncrypted = clients.isEncrypted(request.raw);
    const exchange = createSessionExchange({
      session,
      token: readCookie(headerOf(request, 'cookie'), name),
      now: () => clock.now(),
      change: (change) => void reply.header('set-cookie', writeCookie(session, change, isEncrypted)),
    });
    return { ...context, exchange };
  });
  app.route({
    method: 'POST',
    url: path,
    // Before the body is read.
    async onRequest(request, reply) {
      if (isOfOtherOrigin(request.raw, clients.isEncrypted(request.raw))) {
        return reply.code(403).send(refusalBody(refusalOf(403).message, 'FORBIDDEN'));
      }
      // What a form can send comes without the browser having asked whether it may.
      if (!json.test(headerOf(request, 'content-type') ?? '')) {
        throw new RequestRefused(415, 'BAD_REQUEST', 'expected the content type application/json');
      }
      const address = clients.clientAddress(request.raw);
      const refusal = await rates.bytes(address, announcedBytes(request) ?? limits.bodyBytes);
      if (!refusal) return undefined;
      const { error, headers, status } = refusal;
      return reply
        .code(status)
        .headers({ ...headers })
        .send({ errors: [error.toJSON()] });
    },
    handler(request, reply) {
      if (!isTraced()) return answer(request, reply);
      return inRequestSpan(request, reply, { method: 'POST', route: path }, async () =>
        answer(request, reply),
      );
    },
  });
  app.route({
    method: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'],
    url: path,
    // Before a body is read, which is nobody's then.
    onRequest: async (request, reply) => refuseMethod(request, reply),
    handler: async (request, reply) => refuseMethod(request, reply),
  });
}

function refuseMethod(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const message = `expected the method POST, got ${request.method}`;
  return reply.code(405).header('allow', 'POST').send(refusalBody(message, 'BAD_REQUEST'));
}
