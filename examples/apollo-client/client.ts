import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';

export interface Connection {
  readonly apollo: ApolloClient;
  /** Lets go of the socket. */
  close(): Promise<void>;
}

/**
 * Apollo Client in front of a Parterre server: queries and mutations by HTTP, subscriptions by one WebSocket that comes back by
 * itself. Whoever signs in makes another one with the token.
 * @param url of the server, such as http://localhost:4000
 */
export function connect(url: string, accessToken?: string): Connection {
  const authorization: Record<string, string> =
    accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` };
  const socket = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    connectionParams: authorization,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
  });
  const apollo = new ApolloClient({
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new GraphQLWsLink(socket),
      new HttpLink({ uri: `${url}/graphql`, headers: authorization }),
    ),
    cache: new InMemoryCache({
      // The schema's abstract types, of which fragments may be written.
      possibleTypes: { SeatMapChange: ['SeatMapDelta', 'SeatMapSnapshot'] },
      typePolicies: {
        // A map belongs to its event, and each message of it is merged by version, not by field.
        Event: { fields: { seatMap: { merge: true } } },
        // Seats are known by their place in a plan, which never changes: nothing is gained by keeping 10,000 of them apart.
        Seat: { keyFields: false },
      },
    }),
  });
  return {
    apollo,
    async close() {
      apollo.stop();
      await socket.dispose();
    },
  };
}
