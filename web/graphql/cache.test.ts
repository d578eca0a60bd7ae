import { describe, expect, it } from '@jest/globals';
import { Client, gql, subscriptionExchange } from 'urql';
import { normalizedCache } from './cache.ts';

const unreadMails = gql`
  query {
    me {
      id
      unreadNotificationCount
      notifications(first: 20) {
        nodes {
          id
          readAt
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`;

const markRead = gql`
  mutation ($input: MarkNotificationReadInput!) {
    markNotificationRead(input: $input) {
      notification {
        id
        readAt
      }
      userErrors {
        code
      }
    }
  }
`;

describe('the cache', () => {
  it('shows a mail as read and counts it before the server has answered', async () => {
    const { client, wasAsked, answer } = clientOf();
    const seen: { count: number; readAt: string | null }[] = [];
    client.query(unreadMails, {}).subscribe(({ data }) => {
      if (data) {
        seen.push({
          count: data.me.unreadNotificationCount,
          readAt: data.me.notifications.nodes[0].readAt,
        });
      }
    });
    await answer('query', {
      me: {
        __typename: 'User',
        id: 'bea',
        unreadNotificationCount: 2,
        notifications: {
          __typename: 'NotificationConnection',
          nodes: [{ __typename: 'Notification', id: 'mail', readAt: null }],
          pageInfo: { __typename: 'PageInfo', endCursor: 'mail', hasNextPage: false },
        },
      },
    });
    const marked = client.mutation(markRead, { input: { notificationId: 'mail' } }).toPromise();
    await wasAsked('mutation');
    expect(seen.at(-1)).toEqual({ count: 1, readAt: expect.any(String) });

    await answer('mutation', {
      markNotificationRead: {
        __typename: 'MarkNotificationReadPayload',
        notification: { __typename: 'Notification', id: 'mail', readAt: '2027-03-01T12:00:00.000Z' },
        userErrors: [],
      },
    });
    await marked;
    expect(seen.at(-1)).toEqual({ count: 1, readAt: '2027-03-01T12:00:00.000Z' });
  });
});

interface Sink {
  next(result: { data: object }): void;
  complete(): void;
}

type Kind = 'query' | 'mutation';

/** A client whose server answers when it is told to: once for each kind of operation. */
function clientOf() {
  const asked = { query: Promise.withResolvers<Sink>(), mutation: Promise.withResolvers<Sink>() };
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    exchanges: [
      normalizedCache(),
      subscriptionExchange({
        enableAllOperations: true,
        forwardSubscription: (_request, { kind }) => ({
          subscribe: (sink) => {
            asked[kind as Kind].resolve(sink);
            return { unsubscribe: () => {} };
          },
        }),
      }),
    ],
  });
  const wasAsked = (kind: Kind) => asked[kind].promise;
  const answer = async (kind: Kind, data: object) => {
    const sink = await wasAsked(kind);
    sink.next({ data });
    sink.complete();
  };
  return { client, wasAsked, answer };
}
