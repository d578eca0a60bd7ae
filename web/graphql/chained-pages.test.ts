import { expect, it } from '@jest/globals';
import { Client, gql, subscriptionExchange } from 'urql';
import { normalizedCache } from './cache.ts';

const codes = gql`
  query ($after: String) {
    promoCodes(first: 2, after: $after) {
      nodes {
        id
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`;

/** Answers pages of two of these ids, whose cursors are the ids. */
function given(ids: string[]) {
  const answer = (after: string | null) => {
    const from = after === null ? 0 : ids.indexOf(after) + 1;
    const shown = ids.slice(from, from + 2);
    return {
      promoCodes: {
        __typename: 'PromoCodeConnection',
        nodes: shown.map((id) => ({ __typename: 'PromoCode', id })),
        pageInfo: {
          __typename: 'PageInfo',
          endCursor: shown.at(-1) ?? null,
          hasNextPage: from + 2 < ids.length,
        },
      },
    };
  };
  const client = new Client({
    url: 'http://nowhere.example',
    preferGetMethod: false,
    exchanges: [
      normalizedCache(),
      subscriptionExchange({
        enableAllOperations: true,
        forwardSubscription: ({ variables }) => ({
          subscribe: (sink) => {
            sink.next({ data: answer((variables as { after: string | null }).after) });
            sink.complete();
            return { unsubscribe() {} };
          },
        }),
      }),
    ],
  });
  const read = async (after: string | null) => {
    const { data } = await client.query(codes, { after }, { requestPolicy: 'network-only' }).toPromise();
    const { nodes, pageInfo } = data.promoCodes;
    return { ids: nodes.map(({ id }: { id: string }) => id).join(''), ...pageInfo };
  };
  return { ids, read };
}

it('pages are one list, as far as they were read', async () => {
  const { read } = given(['a', 'b', 'c', 'd', 'e']);
  expect(await read(null)).toMatchObject({ ids: 'ab', endCursor: 'b', hasNextPage: true });
  expect(await read('b')).toMatchObject({ ids: 'abcd', endCursor: 'd', hasNextPage: true });
  expect(await read('d')).toMatchObject({ ids: 'abcde', hasNextPage: false });
  expect(await read(null)).toMatchObject({ ids: 'abcde', hasNextPage: false });
});

it('nothing falls between two pages when something new comes before them', async () => {
  const { ids, read } = given(['a', 'b', 'c', 'd', 'e']);
  await read(null);
  await read('b');
  ids.unshift('new');
  const first = await read(null);
  expect(first).toMatchObject({ ids: 'newa', endCursor: 'a', hasNextPage: true });
  expect(await read('a')).toMatchObject({ ids: 'newabc', endCursor: 'c' });
  expect(await read('c')).toMatchObject({ ids: 'newabcde', hasNextPage: false });
});
