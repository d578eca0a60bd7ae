import { randomUUID } from 'node:crypto';
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
import { RequestRefused } from './refusals.ts';

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
    persistedQueries: { cache: textsAndPersisted() },
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

/** What is the same for all that send JSON and accept the same. */
interface Accepting {
  readonly headers: HeaderMap;
  /** Of good answers, as Apollo Server has chosen it. */
  readonly contentType: string;
}

/**
 * Hands a request to Apollo Server and gives its answer, as @as-integrations/fastify does, but with no more of
 * the request than Apollo reads, and with what depends on Accept alone worked out once for each.
 */
export function apolloHandler(apollo: ApolloServer<GatewayContext>, contextOf: ContextOf) {
  const known = new BoundedMap<string, Accepting>(ACCEPTS);

  return async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    const { method, headers, body } = request;
    const { accept = '' } = headers;
    const accepting = known.get(accept);
    const isJson = method === 'POST' && json.test(headers['content-type'] ?? '');
    const answered = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        body: withoutHash(body),
        method,
        headers: isJson ? (accepting?.headers ?? headersOfJson(accept)) : headersFor(request),
        search: method === 'POST' ? '' : searchOf(request),
      },
      context: async () => {
        const context = await contextOf(request, reply);
        return accepting ? { ...context, contentType: accepting.contentType } : context;
      },
    });
    if (!accepting && accept.length <= LONGEST_ACCEPT && isGood(answered)) {
      const contentType = answered.headers.get('content-type');
      if (contentType !== undefined) known.set(accept, { headers: headersOfJson(accept), contentType });
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

/** What Apollo reads of the headers when the body is JSON: that it is, and what is accepted. It changes nothing. */
function headersOfJson(accept: string): HeaderMap {
  const map = new HeaderMap([[GUARDED, 'json']]);
  if (accept !== '') map.set('accept', accept);
  return map;
}

/** What Apollo reads of the headers otherwise. */
function headersFor({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const name of ['content-type', GUARDED, 'x-apollo-operation-name', 'accept']) {
    const value = headers[name];
    if (value) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

/** Known to nobody outside, so that no client's hash is taken for a text. */
const TEXT = `${randomUUID()} `;
/** Apollo Server puts this before every hash that it looks up. */
const TEXT_KEY = `apq:${TEXT}`;

/**
 * Apollo Server hashes every text, at a twentieth of the price of a small operation, and nobody reads the hash:
 * documents are kept by their texts. A persisted query has a hash already, so every text goes in as one.
 */
function withoutHash(body: unknown): unknown {
  refuseHash(isRecord(body) ? body.extensions : undefined);
  if (!isRecord(body) || typeof body.query !== 'string' || body.query === '') return body;
  const { query, extensions = null } = body;
  // What is not well-formed, and what is really about a persisted query, is Apollo Server's to judge.
  if (extensions !== null && (!isRecord(extensions) || extensions.persistedQuery)) return body;
  const persistedQuery = { version: 1, sha256Hash: TEXT + query };
  return { ...body, query: undefined, extensions: { ...extensions, persistedQuery } };
}

/**
 * Apollo Server makes a text of whatever stands where the hash should, and takes what that throws for a fault of its own.
 *
 * @throws RequestRefused
 */
function refuseHash(extensions: unknown): void {
  if (!isRecord(extensions) || !isRecord(extensions.persistedQuery)) return;
  if (typeof extensions.persistedQuery.sha256Hash === 'string') return;
  throw new RequestRefused(400, 'BAD_REQUEST', 'expected "persistedQuery.sha256Hash" to be a text');
}

/** The same of a GET. What is no JSON, or there twice, is Apollo Server's to refuse. */
function searchOf({ url }: FastifyRequest): string {
  const { search, searchParams } = new URL(url, 'http://localhost');
  const extensions = searchParams.get('extensions');
  if (extensions) {
    try {
      refuseHash(JSON.parse(extensions));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return search;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type PersistedQueries = NonNullable<
  Exclude<ApolloServerOptionsWithTypeDefs<GatewayContext>['persistedQueries'], false>
>;
const MOST_PERSISTED = 10_000;
const MOST_PERSISTED_BYTES = 16 * 1024 * 1024;

/** Finds persisted queries by their hashes, and texts by themselves: see `withoutHash`. */
function textsAndPersisted(): NonNullable<PersistedQueries['cache']> {
  const persisted = new BoundedMap<string, string>(MOST_PERSISTED, {
    max: MOST_PERSISTED_BYTES,
    of: (text) => 2 * text.length,
  });
  return {
    get: async (key) => (key.startsWith(TEXT_KEY) ? key.slice(TEXT_KEY.length) : persisted.get(key)),
    set: async (key, text) => void persisted.set(key, text),
    delete: async (key) => persisted.delete(key),
  };
}

const placeholder: DocumentNode = parse('{ nothing }');

/** Whatever the text is, its document is known already, so that Apollo neither parses nor validates it. */
const anyDocument: NonNullable<ApolloServerOptionsWithTypeDefs<GatewayContext>['documentStore']> = {
  get: async () => placeholder,
  set: async () => {},
  delete: async () => false,
};
