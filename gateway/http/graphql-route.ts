import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { withRemoteParent, withSpan } from '@parterre/platform/telemetry/tracing.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Authentication } from '../authentication/authentication.ts';
import type { Caller } from '../caller.ts';
import type { GatewayContext } from '../gateway-context.ts';
import { plainPage, sandboxPage } from './pages.ts';

export interface GraphqlRouteOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly authentication: Authentication;
  readonly environment: 'development' | 'production';
}

/** POST and GET /graphql; a browser that just opens it gets a page. */
export function addGraphqlRoute(app: FastifyInstance, options: GraphqlRouteOptions): void {
  const page = options.environment === 'development' ? sandboxPage() : plainPage();
  const answer = fastifyApolloHandler(options.apollo, {
    context: async (request) => ({ caller: await callerOf(request, options.authentication) }),
  });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler(request, reply) {
      if (isVisit(request)) return reply.type('text/html; charset=utf-8').send(page);
      // Apollo's guard against forged requests wants a header that a plain link cannot set. By GET there are
      // queries only, and no cookie signs anybody in: a forged one is asked by nobody. POST stays guarded.
      if (request.method === 'GET') request.headers['apollo-require-preflight'] = 'a plain GET';
      return withRemoteParent(header(request, 'traceparent'), () =>
        withSpan(`${request.method} /graphql`, {}, async () => answer.call(app, request, reply)),
      );
    },
  });
}

/** Whether a person opened the address in a browser, as opposed to a client that asks something. */
function isVisit(request: FastifyRequest): boolean {
  return (
    request.method === 'GET' &&
    !new URL(request.url, 'http://localhost').search &&
    (header(request, 'accept') ?? '').includes('text/html')
  );
}

async function callerOf(request: FastifyRequest, authentication: Authentication): Promise<Caller> {
  try {
    const authorization = header(request, 'authorization');
    return await authentication.authenticate({ authorization, address: request.socket.remoteAddress });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { message, extensions } = error;
    const status = extensions.code === 'UNAUTHENTICATED' ? 401 : 503;
    throw new GraphQLError(message, { extensions: { ...extensions, http: { status } } });
  }
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
