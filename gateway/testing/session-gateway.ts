import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type ExecutionResult, GraphQLError, parse } from 'graphql';
import type { GatewayOptions } from '../gateway-options.ts';
import type { SessionCookie } from '../http/session-exchange.ts';
import { type GraphqlJsDataSource, graphqlJsDataSource } from './graphql-js-data-source.ts';
import { startTestGateway } from './test-gateway.ts';

/** A gateway over one subgraph whose sessions are renewed by a cookie. */
export interface SessionGateway {
  readonly port: number;
  readonly subgraph: GraphqlJsDataSource;
  ask(query: string, asked?: Asked): Promise<SessionAnswer>;
  stop(): Promise<void>;
}

export interface Asked {
  readonly variables?: object;
  /** The address of the session unless given. */
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  /** In place of what is made of query and variables. */
  readonly body?: string | Buffer;
}

export interface SessionAnswer {
  readonly status: number;
  readonly text: string;
  readonly result: ExecutionResult<Record<string, unknown>>;
  readonly cookies: readonly string[];
  readonly allow: string | undefined;
}

export const sessionPath = '/graphql/session';

const takes = ['input', 'token'];
const gives = { gives: ['session', 'token'], givesUntil: ['session', 'until'] };

export const sessionOptions: SessionCookie = {
  path: sessionPath,
  name: 'renewal',
  fields: { 'Mutation.open': gives, 'Mutation.renew': { takes, ...gives }, 'Mutation.end': { takes } },
};

const sdl = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { me: String }
  type Mutation {
    open(name: String!): Opened
    renew(input: TokenInput!): Opened
    end(input: EndInput!): Ended
    other: Opened
  }
  input TokenInput { token: String! device: String }
  input EndInput { token: String }
  type Opened { session: Session sister: Session said(back: String): String broken: String userErrors: [String!] }
  type Ended { done: Boolean! }
  type Session { token: String! access: String! until: String! }
`;

/** Tokens are good while they begin with "good"; each renewal answers a longer one. */
function renewed(token: string) {
  if (!token.startsWith('good')) return { session: null, userErrors: ['expected a good token'] };
  return opened(`${token}+`);
}

function opened(token: string) {
  const session = { token, access: 'access', until: '2027-03-01T19:00:00.000Z' };
  return { session, userErrors: [] };
}

const resolvers = {
  Query: { me: () => 'me' },
  Mutation: {
    open: (_: unknown, { name }: { name: string }) => opened(`good ${name};é`),
    renew: (_: unknown, { input }: { input: { token: string } }) => {
      if (input.token === 'outage') throw new GraphQLError('the database is away');
      if (input.token === 'half an outage') return { session: { token: 'good half' }, userErrors: [] };
      return renewed(input.token);
    },
    end: () => ({ done: true }),
    other: () => opened('good other'),
  },
  Opened: {
    said: (_: unknown, { back }: { back?: string }) => back,
    broken: () => {
      throw new GraphQLError('broken');
    },
  },
};

export async function startSessionGateway(options: Partial<GatewayOptions> = {}): Promise<SessionGateway> {
  const typeDefs = parse(sdl);
  const { supergraphSdl } = composeServices([{ name: 'sessions', typeDefs, url: 'in-process:sessions' }]);
  if (!supergraphSdl) throw new Error('expected the supergraph of the sessions to compose');
  const subgraph = graphqlJsDataSource('sessions', buildSubgraphSchema({ typeDefs, resolvers }));
  const gateway = await startTestGateway({
    supergraphSdl,
    dataSources: [subgraph],
    sizeOfUnsizedLists: 10,
    session: sessionOptions,
    clock: { now: () => new Date('2027-03-01T18:30:00.000Z') },
    trustedProxies: ['127.0.0.1'],
    ...options,
  });
  return {
    port: gateway.port,
    subgraph,
    stop: gateway.stop,
    ask(query, { variables = {}, path = sessionPath, method = 'POST', headers = {}, body } = {}) {
      const sent = body ?? JSON.stringify({ query, variables });
      return send(gateway.port, path, method, { 'content-type': 'application/json', ...headers }, sent);
    },
  };
}

/** Not by fetch, which sets Cookie, Origin and Sec-Fetch-Site itself. */
function send(
  port: number,
  path: string,
  method: string,
  headers: Record<string, string>,
  body: string | Buffer,
): Promise<SessionAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false });
    sent.once('error', reject).once('response', (response) => {
      text(response).then((answered) => {
        resolve({
          status: response.statusCode ?? 0,
          text: answered,
          result: answered.startsWith('{') ? JSON.parse(answered) : {},
          cookies: response.headers['set-cookie'] ?? [],
          allow: response.headers.allow,
        });
      }, reject);
    });
    sent.end(method === 'POST' ? body : undefined);
  });
}
