import { authExchange } from '@urql/exchange-auth';
import { retryExchange } from '@urql/exchange-retry';
import {
  Client,
  type CombinedError,
  type Exchange,
  fetchExchange,
  makeOperation,
  mapExchange,
  type Operation,
  subscriptionExchange,
} from 'urql';
import { serverClock } from '../app/server-clock.ts';
import type { Session } from '../app/session.ts';
import { normalizedCache } from './cache.ts';
import { againWhenTold, MUTATION_MS, QUERY_MS, within } from './deadline.ts';
import type { LiveConnection } from './live-connection.ts';

/** How long an answer may take, in ms. */
interface Deadlines {
  readonly queryMs: number;
  readonly mutationMs: number;
}

/**
 * The one client of the app: a normalized cache, tokens that are renewed, queries that are asked again, deadlines. Another one
 * without a cache is for who reads a list to its end: the cache would answer with pages of before as well.
 */
export function createClient(
  session: Pick<Session, 'accessToken' | 'isStale' | 'renew'>,
  live: Pick<LiveConnection, 'asObservable'>,
  { queryMs, mutationMs }: Deadlines = { queryMs: QUERY_MS, mutationMs: MUTATION_MS },
  cache: readonly Exchange[] = [normalizedCache()],
): Client {
  const fetchOf = {
    query: againWhenTold(within(queryMs, serverClock.fetch)),
    mutation: within(mutationMs, serverClock.fetch),
  };
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [
      ...cache,
      authExchange(async (tools) => ({
        addAuthToOperation: (operation) => withToken(operation, session.accessToken(), tools),
        willAuthError: () => session.isStale(),
        didAuthError: isUnauthenticated,
        refreshAuth: async () => {
          await session.renew();
        },
      })),
      // A mutation is asked again by who sent it, with the same idempotency key and before somebody's eyes.
      retryExchange({
        maxNumberAttempts: 3,
        randomDelay: true,
        // What was not answered in time was waited for long enough: it is said, and tried again by who reads it.
        retryIf: ({ networkError }, { kind }) =>
          kind === 'query' && networkError !== undefined && networkError.name !== 'TimeoutError',
      }),
      mapExchange({
        onOperation: (operation) => {
          const { kind, context } = operation;
          if (kind !== 'query' && kind !== 'mutation') return operation;
          // Who asks may bring a fetch with a deadline of its own.
          return makeOperation(kind, operation, { ...context, fetch: context.fetch ?? fetchOf[kind] });
        },
      }),
      fetchExchange,
      subscriptionExchange({ forwardSubscription: (request) => live.asObservable(request) }),
    ],
  });
}

/** Whether the server does not know the caller any more: a token that has ended before its time. */
export function isUnauthenticated({ graphQLErrors }: CombinedError): boolean {
  return graphQLErrors.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED');
}

interface Tools {
  appendHeaders(operation: Operation, headers: Record<string, string>): Operation;
}

function withToken(operation: Operation, token: string | null, { appendHeaders }: Tools): Operation {
  return token === null ? operation : appendHeaders(operation, { authorization: `Bearer ${token}` });
}
