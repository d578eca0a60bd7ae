import { authExchange } from '@urql/exchange-auth';
import { retryExchange } from '@urql/exchange-retry';
import { Client, type CombinedError, fetchExchange, type Operation, subscriptionExchange } from 'urql';
import { serverClock } from '../app/server-clock.ts';
import type { Session } from '../app/session.ts';
import { normalizedCache } from './cache.ts';
import type { LiveConnection } from './live-connection.ts';

/** The one client of the app: a normalized cache, tokens that are renewed, queries that are asked again. */
export function createClient(session: Session, live: LiveConnection): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetch: serverClock.fetch,
    exchanges: [
      normalizedCache(),
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
        retryIf: ({ networkError }, { kind }) => kind === 'query' && networkError !== undefined,
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
