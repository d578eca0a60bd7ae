import { expect, it } from '@jest/globals';
import { Client, gql, subscriptionExchange } from 'urql';
import { normalizedCache } from './cache.ts';

const mails = gql`
  query ($after: String) {
    me {
      id
      unreadNotificationCount
      notifications(first: 2, after: $after) {
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
const mailAdded = gql`
  subscription {
    notificationAdded {
      id
      readAt
    }
  }
`;
const markAllRead = gql`
  mutation {
    markAllNotificationsRead(input: {}) {
      user {
        id
        unreadNotificationCount
      }
      userErrors {
        code
      }
    }
  }
`;

interface Row {
  readonly id: string;
  readonly readAt: string | null;
}

interface Sink {
  next(result: { data: object }): void;
  complete(): void;
}

/** A mailbox on a server, the newest first, of which two make a page. */
function mailbox(ids: string[]) {
  const added: Sink[] = [];
  const asked: (string | null)[] = [];
  const answer = (after: string | null) => {
    asked.push(after);
    const from = after === null ? 0 : ids.indexOf(after) + 1;
    const nodes = ids.slice(from, from + 2).map((id) => ({ __typename: 'Notification', id, readAt: null }));
    const pageInfo = {
      __typename: 'PageInfo',
      endCursor: nodes.at(-1)?.id ?? null,
      hasNextPage: from + 2 < ids.length,
    };
    const notifications = { __typename: 'NotificationConnection', nodes, pageInfo };
    return {
      me: { __typename: 'User', id: 'bea', unreadNotificationCount: ids.length, notifications },
    };
  };
  const user = { __typename: 'User', id: 'bea', unreadNotificationCount: 0 };
  const allRead = { __typename: 'MarkAllNotificationsReadPayload', user, userErrors: [] };
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    exchanges: [
      normalizedCache(),
      subscriptionExchange({
        enableAllOperations: true,
        forwardSubscription: ({ variables }, { kind }) => ({
          subscribe: (sink) => {
            if (kind === 'subscription') added.push(sink as Sink);
            else {
              const after = (variables as { after?: string | null } | undefined)?.after ?? null;
              sink.next({ data: kind === 'query' ? answer(after) : { markAllNotificationsRead: allRead } });
              sink.complete();
            }
            return { unsubscribe: () => {} };
          },
        }),
      }),
    ],
  });
  return {
    client,
    asked,
    async read(after: string | null, requestPolicy: 'cache-first' | 'network-only' = 'cache-first') {
      const { data } = await client.query(mails, { after }, { requestPolicy }).toPromise();
      return data.me.notifications as { nodes: Row[]; pageInfo: { hasNextPage: boolean } };
    },
    add(id: string) {
      ids.unshift(id);
      const notificationAdded = { __typename: 'Notification', id, readAt: null };
      for (const sink of added) sink.next({ data: { notificationAdded } });
    },
  };
}

const idsOf = ({ nodes }: { nodes: readonly Row[] }) => nodes.map(({ id }) => id);

it('a row that comes on top of a list which was read on takes none away', async () => {
  const { client, asked, read, add } = mailbox(['e', 'd', 'c', 'b', 'a']);
  await read(null);
  await read('d');
  const shown: string[][] = [];
  const stop = client.query(mails, { after: 'd' }).subscribe(({ data }) => {
    if (data) shown.push(idsOf(data.me.notifications));
  });
  const stopAdded = client.subscription(mailAdded, {}).subscribe(() => {});
  add('f');
  expect(shown.every((ids) => ids.join('') === 'edcb')).toBe(true);
  asked.length = 0;
  const first = await read(null, 'network-only');
  // What is new stands there, and the row that it pushed off the first page still before the second.
  expect(idsOf(first)).toEqual(['f', 'e', 'd', 'c', 'b']);
  expect(first.pageInfo.hasNextPage).toBe(true);
  expect(shown.at(-1)).toEqual(['f', 'e', 'd', 'c', 'b']);
  expect(asked).toEqual([null]);
  // Once more, and read on from where it ended all the time.
  add('g');
  expect(idsOf(await read(null, 'network-only'))).toEqual(['g', 'f', 'e', 'd', 'c', 'b']);
  expect(idsOf(await read('b'))).toEqual(['g', 'f', 'e', 'd', 'c', 'b', 'a']);
  stop.unsubscribe();
  stopAdded.unsubscribe();
});

it('marking all as read leaves a list that was read on as it is', async () => {
  const { client, asked, read } = mailbox(['d', 'c', 'b', 'a']);
  await read(null);
  await read('c');
  asked.length = 0;
  const shown: Row[][] = [];
  const stop = client.query(mails, { after: 'c' }).subscribe(({ data }) => {
    if (data) shown.push(data.me.notifications.nodes);
  });
  await client.mutation(markAllRead, {}).toPromise();
  expect(shown.at(-1)?.map(({ id, readAt }) => [id, typeof readAt])).toEqual(
    ['d', 'c', 'b', 'a'].map((id) => [id, 'string']),
  );
  expect(asked).toEqual([]);
  stop.unsubscribe();
});
