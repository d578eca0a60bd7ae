import {
  ApolloServer,
  type ApolloServerOptionsWithTypeDefs,
  HeaderMap,
  type HTTPGraphQLResponse,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { BoundedMap } from '@parterre/platform/memory/bounded-map.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type DocumentNode, parse } from 'graphql';
import type { ErrorMask } from '../errors/mask-errors.ts';
import type { GatewayContext } from '../gateway-context.ts';
import type { Operations } from '../operations.ts';
import { textLogger } from '../text-logger.ts';
import { answerOperations } from './apollo-plugins.ts';

export interface ApolloOptions {
  readonly operations: Operations;
  readonly mask: ErrorMask;
  readonly logger: Logger;
}

/**
 * Apollo Server as the shell of HTTP: content negotiation, GET and POST, persisted queries, the guard against
 * forged requests, no batches. It knows neither the schema nor how an operation is judged and run.
 */
export async function startApolloServer(options: ApolloOptions): Promise<ApolloServer<GatewayContext>> {
  const apollo = new ApolloServer<GatewayContext>({
    // Apollo wants a schema; nothing is ever run against it.
    typeDefs: 'type Query { nothing: Boolean }',
    documentStore: anyDocument,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    formatError: options.mask.format,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      answerOperations(options.operations),
    ],
    stopOnTerminationSignals: false,
    logger: textLogger(options.logger),
  });
  await apollo.start();
  return apollo;
}

/** Makes what is known of whoever sent a request. It may throw a GraphQLError with a status. */
export type ContextOf = (request: FastifyRequest, reply: FastifyReply) => Promise<GatewayContext>;

/** Clients have few values of Accept between them; longer ones are not kept. */
const ACCEPTS = 200;
const LONGEST_ACCEPT = 200;
/** Enough for the guard against forged requests: a page cannot send JSON to another origin unasked. */
const GUARDED = 'apollo-require-preflight';
const json = /^application\/json(?: *;|$)/i;

/**
 * Hands a request to Apollo Server and gives its answer, as @as-integrations/fastify does, but with no more of
 * the request than Apollo reads, and with a type of answer that was worked out once for each Accept.
 */
export function apolloHandler(apollo: ApolloServer<GatewayContext>, contextOf: ContextOf) {
  const types = new BoundedMap<string, string>(ACCEPTS);

  return async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    const { method, headers } = request;
    const { accept = '' } = headers;
    const contentType = types.get(accept);
    const answered = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        body: request.body,
        method,
        headers: headersFor(request),
        search: method === 'POST' ? '' : new URL(request.url, 'http://localhost').search,
      },
      context: async () => {
        const context = await contextOf(request, reply);
        return contentType === undefined ? context : { ...context, contentType };
      },
    });
    if (contentType === undefined && accept.length <= LONGEST_ACCEPT && isGood(answered)) {
      const type = answered.headers.get('content-type');
      if (type !== undefined) types.set(accept, type);
    }
    for (const [name, value] of answered.headers) void reply.header(name, value);
    void reply.code(answered.status ?? 200);
    if (answered.body.kind === 'complete') return answered.body.string;
    throw new Error(
      'expected a whole answer of Apollo Server, because nothing is deferred, got a part of one',
    );
  };
}

function isGood({ status = 200 }: HTTPGraphQLResponse): boolean {
  return status === 200;
}

/** What Apollo reads of the headers: the type of the body, or that it is JSON, and what is accepted. */
function headersFor({ method, headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  const type = headers['content-type'];
  if (method === 'POST' && type !== undefined && json.test(type)) map.set(GUARDED, 'json');
  else {
    if (type) map.set('content-type', type);
    for (const name of [GUARDED, 'x-apollo-operation-name']) {
      const value = headers[name];
      if (value) map.set(name, Array.isArray(value) ? value.join(', ') : value);
    }
  }
  if (headers.accept) map.set('accept', headers.accept);
  return map;
}

const placeholder: DocumentNode = parse('{ nothing }');

/** Whatever the text is, its document is known already, so that Apollo neither parses nor validates it. */
const anyDocument: NonNullable<ApolloServerOptionsWithTypeDefs<GatewayContext>['documentStore']> = {
  get: async () => placeholder,
  set: async () => {},
  delete: async () => false,
};
